/** Makes a fresh machine ready: installs the packages and the programs, or says exactly what to type. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const forTests = process.argv.includes('--test');

/** Any one of `commands` will do. `needed: false` means that Kader works without it for now. */
const PROGRAMS = [
  {
    name: 'a browser',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
    env: 'KADER_BROWSER',
    apps: [
      '/Applications/Google Chrome.app',
      '/Applications/Chromium.app',
      '/Applications/Microsoft Edge.app',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
    apt: 'chromium',
    brew: '--cask chromium',
    needed: true,
  },
  { name: 'ffmpeg', commands: ['ffmpeg'], env: 'FFMPEG_PATH', apt: 'ffmpeg', brew: 'ffmpeg', needed: forTests },
  { name: 'ffprobe', commands: ['ffprobe'], apt: 'ffmpeg', brew: 'ffmpeg', test: true, needed: true },
  // These read what few others do; without one of them a picture of its kind is asked for in another format.
  {
    name: 'libheif',
    commands: ['heif-convert', 'heif-dec'],
    apt: 'libheif-examples',
    // Since libheif 1.17 the codecs are packages of their own; before, there are none of these names.
    aptToo: ['libheif-plugin-libde265', 'libheif-plugin-x265'],
    brew: 'libheif',
    needed: forTests,
  },
  { name: 'ImageMagick', commands: ['magick', 'convert-im6.q16'], apt: 'imagemagick', brew: 'imagemagick', needed: forTests },
  { name: 'libjxl', commands: ['djxl'], apt: 'libjxl-tools', brew: 'jpeg-xl', needed: forTests },
  { name: 'ExifTool', commands: ['exiftool'], apt: 'libimage-exiftool-perl', brew: 'exiftool', needed: forTests },
  { name: 'poppler', commands: ['pdftocairo'], apt: 'poppler-utils', brew: 'poppler', needed: forTests },
  { name: 'Ghostscript', commands: ['gs'], apt: 'ghostscript', brew: 'ghostscript', needed: forTests },
  { name: 'qpdf', commands: ['qpdf'], apt: 'qpdf', brew: 'qpdf', test: true, needed: false },
  { name: 'LittleCMS utilities', commands: ['tificc'], apt: 'liblcms2-utils', brew: 'little-cms2', test: true, needed: true },
  { name: 'butteraugli', commands: ['butteraugli_main'], apt: 'libjxl-devtools', test: true, needed: true },
  // Profiles that tests read colours with; only Debian packs them.
  ...[
    ['colord-data', 'colord/AdobeRGB1998.icc'],
    ['icc-profiles-free', 'Gray.icc'],
    ['scribus-data', '../../scribus/profiles/ISOcoated_v2_300_bas.icc'],
  ].map(([apt, file]) => ({ name: apt, commands: [], apps: [`/usr/share/color/icc/${file}`], apt, test: true, needed: has('apt-get') })),
  { name: 'Python', commands: ['python3'], apt: 'python3', brew: 'python', test: true, needed: true },
  { name: 'unzip', commands: ['unzip'], apt: 'unzip', brew: 'unzip', test: true, needed: true },
];

function has(command) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  return (process.env.PATH ?? '').split(delimiter).some((folder) =>
    endings.some((ending) => {
      try {
        accessSync(join(folder, command + ending), constants.X_OK);
        return true;
      } catch {
        return false;
      }
    }),
  );
}

const isFound = (program) =>
  Boolean(program.env && process.env[program.env]) || program.commands.some(has) || (program.apps ?? []).some((app) => existsSync(app));

function run(command, args, env = {}) {
  console.log(`> ${command} ${args.join(' ')}`);
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  return !error && status === 0;
}

function installPrograms(missing) {
  const isRoot = process.getuid?.() === 0;
  const packages = missing.map(({ apt }) => apt);
  if (has('apt-get')) {
    const sudo = isRoot
      ? []
      : has('sudo') && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0
        ? ['sudo', '-n']
        : undefined;
    if (sudo) {
      const apt = (...args) => {
        const [command, ...rest] = [...sudo, 'apt-get', ...args];
        return run(command, rest, { DEBIAN_FRONTEND: 'noninteractive' });
      };
      apt('update', '-qq');
      apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
      for (const extra of missing.flatMap(({ aptToo = [] }) => aptToo)) apt('install', '-y', '-qq', '--no-install-recommends', extra);
    }
  } else if (has('brew')) {
    for (const { brew } of missing) run('brew', ['install', ...brew.split(' ')]);
  }
}

function adviceFor(program) {
  if (process.platform === 'darwin') return `brew install ${program.brew}`;
  if (process.platform === 'win32')
    return program.commands.includes('chromium') ? 'winget install Google.Chrome' : `install ${program.name} and put it on the PATH`;
  if (has('dnf')) return `sudo dnf install ${program.apt}`;
  if (has('pacman')) return `sudo pacman -S ${program.apt}`;
  return `sudo apt-get install ${program.apt}`;
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Kader needs Node 20.19 or later; this is ${process.versions.node}. Get it from https://nodejs.org and run this again.`);
  process.exit(3);
}
if (!run('npm', [existsSync(join(root, 'package-lock.json')) ? 'ci' : 'install', '--no-audit', '--no-fund'])) {
  console.error('The packages could not be installed. Look at the lines above; a second try often helps when the network faltered.');
  process.exit(2);
}

const wanted = PROGRAMS.filter((program) => (forTests || !program.test) && (program.brew || has('apt-get')));
const missing = wanted.filter((program) => !isFound(program));
if (missing.length > 0) installPrograms(missing);
const absent = wanted.filter((program) => !isFound(program));
for (const program of absent)
  console.error(`${program.needed ? 'Missing' : 'Not found, and not needed yet'}: ${program.name}. To get it: ${adviceFor(program)}`);

// @sparticuz/chromium, an optional package, stands in for a browser that is not installed.
const blocking = absent.filter(
  ({ needed, name }) => needed && !(name === 'a browser' && existsSync(join(root, 'node_modules/@sparticuz/chromium'))),
);
if (blocking.length > 0) process.exitCode = 3;
else console.log(`Ready. ${forTests ? 'Next: npm test' : 'Next: npm run build'}`);
