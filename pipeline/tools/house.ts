/** Reads a house style from its folder: tokens through Style Dictionary, `house.yaml`, templates and fonts. */

import { existsSync, statSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { CorrectionWish } from '../model/correction.ts';
import { type Finding, UserError } from '../model/finding.ts';
import type { FontFacts } from '../model/font.ts';
import { type BannerTemplate, type FontFace, type HouseFile, type HouseStyle, SIZED_TEMPLATES, type StyleContent } from '../model/house.ts';
import { houseSchema } from '../model/house-schema.ts';
import type { Blob } from '../model/job.ts';
import { type Digest, digestOf } from '../model/key.ts';
import { nearest } from '../model/nearest.ts';
import { readBannerTemplate } from './banner-template.ts';
import { houseColour } from './house-colour.ts';
import { type Blame, readYaml, type YamlPlace } from './house-yaml.ts';
import { isLook, lookUp } from './looks.ts';
import type { Caches } from './store.ts';
import { flattenTokens, type Tokens, tokensToCss, tokensToModule } from './tokens.ts';
import { kaderVersion, packageVersion } from './toolchain.ts';

const TOKENS = 'tokens.json';
const DEEPEST = 16;
/** What a banner's stylesheet may name. */
const GOES_ALONG = /\.(svg|png|jpe?g|gif|webp|avif|woff2?|ttf|otf)$/i;
/** Raised when stylesheets are read in another way. */
const STYLES = 1;
const FONTS = 2;

export interface HouseEffects {
  /** Takes a file of the house into the store, because it goes into an output as it is. */
  readonly take: (path: string) => Promise<Blob>;
  /** Digest of a file that is only read from its place. */
  readonly identify: (path: string) => Promise<Blob>;
  readonly caches: Caches;
  /** Absolute path of what was taken into the store. */
  readonly blobPath: (digest: Digest) => string;
  /** Packages of fonts are looked up from here: the workspace first, then Kader's own. */
  readonly resolveFrom: readonly string[];
}

/** Everything wrong with a house style is told at once; without `house` nothing can be laid out. */
export async function loadHouse(folder: string, name: string, effects: HouseEffects): Promise<{ house?: HouseStyle; findings: Finding[] }> {
  const findings: Finding[] = [];
  const blame = (file: string, detail: string, at: YamlPlace = {}): void => {
    findings.push({ code: 'house-invalid', severity: 'error', where: { file: `${name}/${file}`, ...at }, args: { file, detail } });
  };
  if (!existsSync(join(folder, 'house.yaml'))) {
    const others = existsSync(dirname(folder))
      ? (await readdir(dirname(folder), { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name)
      : [];
    return {
      findings: [
        { code: 'house-missing', severity: 'error', where: { file: 'order.yaml' }, args: { house: name, nearest: nearest(name, others) } },
      ],
    };
  }
  const files = await takeFolder(folder, '', effects);
  const tokens = await resolvedTokens(folder, files, effects.caches).catch((error: Error) => {
    blame('tokens.json', error.message);
    return {};
  });
  const settings = readYaml(await readFile(join(folder, 'house.yaml'), 'utf8'), houseSchema, tokens, (detail, at) =>
    blame('house.yaml', detail, at),
  );
  const resolveLooks = async (wishes: readonly CorrectionWish[], from: string): Promise<CorrectionWish[]> => {
    const resolved: CorrectionWish[] = [];
    for (const wish of wishes) {
      const look = wish.step === 'lut' ? files.find(({ path }) => path === wish.file) : undefined;
      const answer = look && (await lookUp(look, effects));
      if (wish.step === 'lut' && !answer) blame(from, `there is no file ${wish.file} in the house style`);
      if (answer && 'detail' in answer) blame(look.path, `this line is no part of a .cube table: ${answer.detail}`, { line: answer.line });
      resolved.push(wish.step === 'lut' && answer && 'digest' in answer ? { ...wish, digest: answer.digest } : wish);
    }
    return resolved;
  };
  const inHouse = (wishes: readonly CorrectionWish[]): Promise<CorrectionWish[]> => resolveLooks(wishes, 'house.yaml');
  const slots = await eachWith(settings?.images.slots ?? {}, inHouse);
  const treatments: Record<string, CorrectionWish[]> = {};
  for (const [treatment, wishes] of Object.entries(settings?.images.treatments ?? {})) treatments[treatment] = await inHouse(wishes);
  const banners: Record<string, BannerTemplate> = {};
  const titles: Record<string, BannerTemplate> = {};
  for (const { path } of files) {
    const [, of, kind, template] = /^((banners|video)\/([^/]+)\/)template\.yaml$/.exec(path) ?? [];
    if (!of || !template) continue;
    const blameHere: Blame = (detail, at) => blame(path, detail, at);
    const read = readBannerTemplate(of, await readFile(join(folder, path), 'utf8'), files, tokens, blameHere);
    const all = kind === 'video' ? titles : banners;
    if (read) all[template] = { ...read, slots: await eachWith(read.slots, (wishes) => resolveLooks(wishes, path)) };
  }
  const fonts: FontFace[] = [];
  for (const face of settings?.fonts ?? []) {
    const found = await findFont(face, effects);
    if (found) fonts.push({ ...face, ...found });
    else
      findings.push({
        code: 'font-missing',
        severity: 'error',
        where: { file: `${name}/house.yaml` },
        args: { family: face.family, package: face.package, file: face.file },
      });
  }
  const wished = settings?.images.colour;
  const colour = wished && (await houseColour(folder, wished, files, effects));
  if (typeof colour === 'string') blame('house.yaml', colour);
  if (!settings || typeof colour === 'string' || findings.length > 0) return { findings };
  const { images, rules, repair, languages } = settings;
  return {
    findings,
    house: {
      name,
      languages,
      slots: slots as HouseStyle['slots'],
      encoders: images.encoders,
      treatments,
      ...(colour ? { colour } : {}),
      fonts,
      banners,
      titles,
      rules,
      repair: repair as HouseStyle['repair'],
      tokens,
      tokensCss: tokensToCss(tokens),
      tokensModule: tokensToModule(tokens),
      files,
      styles: await readStyles(folder, files, effects.caches),
    },
  };
}

/** Slots by name, with the files that their corrections name known by digest. */
async function eachWith<Slot extends { readonly corrections?: readonly CorrectionWish[] | undefined }>(
  slots: Readonly<Record<string, Slot>>,
  resolve: (wishes: readonly CorrectionWish[]) => Promise<CorrectionWish[]>,
): Promise<Record<string, Slot>> {
  const resolved: Record<string, Slot> = {};
  for (const [name, slot] of Object.entries(slots))
    resolved[name] = slot.corrections ? { ...slot, corrections: await resolve(slot.corrections) } : slot;
  return resolved;
}

/** Resolved once per content: Style Dictionary takes longer to load than all else that a build without changes does. */
async function resolvedTokens(folder: string, files: readonly HouseFile[], caches: Caches): Promise<Tokens> {
  const digest = files.find(({ path }) => path === TOKENS)?.digest;
  if (!digest) return {};
  const tool = `style-dictionary ${packageVersion('style-dictionary')}, kader ${kaderVersion()}`;
  const key = digestOf(JSON.stringify({ kind: 'tokens', digest, tool }));
  // Only this function writes facts under this key.
  const known = caches.recall(key)?.facts as unknown as Tokens | undefined;
  if (known) return known;
  const tokens = await flattenTokens(join(folder, TOKENS));
  caches.remember(key, { facts: tokens });
  return tokens;
}

/** Every file of a house style, links included: templates read through them. */
export async function takeFolder(folder: string, below: string, effects: Pick<HouseEffects, 'take' | 'identify'>): Promise<HouseFile[]> {
  if (below.split('/').length > DEEPEST) throw new UserError(`${join(folder, below)} is nested more than ${DEEPEST} folders deep.`);
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  const taken: HouseFile[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = below ? `${below}/${entry.name}` : entry.name;
    const facts = entry.isSymbolicLink() ? statSync(join(folder, path), { throwIfNoEntry: false }) : entry;
    if (facts?.isDirectory()) taken.push(...(await takeFolder(folder, path, effects)));
    else if (facts?.isFile()) {
      const goesOut = path.startsWith('site/static/') || isLook(path) || (SIZED_TEMPLATES.test(path) && GOES_ALONG.test(path));
      const { digest, bytes } = await (goesOut ? effects.take : effects.identify)(join(folder, path));
      taken.push({ path, digest, bytes });
    }
  }
  return taken;
}

async function findFont(
  face: { family: string; package: string; file: string },
  effects: HouseEffects,
): Promise<Pick<FontFace, 'digest' | 'version' | 'google' | 'facts'> | undefined> {
  for (const from of effects.resolveFrom) {
    try {
      const manifest = createRequire(join(from, 'package.json')).resolve(`${face.package}/package.json`);
      const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
      const path = join(dirname(manifest), face.file);
      if (!(await stat(path)).isFile()) continue;
      const google = await googleFont(join(dirname(manifest), 'metadata.json'), face.family);
      const { digest } = await effects.take(path);
      const facts = await fontFacts(digest, effects);
      return { digest, version, ...(google ? { google } : {}), ...(facts ? { facts } : {}) };
    } catch {
      // Not installed here; the next place may have it.
    }
  }
  return undefined;
}

/** Read once per digest; of a font that cannot be read nothing is known, and subsetting it tells why. */
async function fontFacts(digest: Digest, { caches, blobPath }: Pick<HouseEffects, 'caches' | 'blobPath'>): Promise<FontFacts | undefined> {
  const key = digestOf(JSON.stringify({ kind: 'font', digest, tool: `subset-font ${packageVersion('subset-font')}, reader ${FONTS}` }));
  // Only this function writes facts under this key.
  const known = caches.recall(key)?.facts as unknown as FontFacts | undefined;
  if (known) return known;
  const { readFont } = await import('./fonts.ts');
  const read = await readFont(blobPath(digest));
  if ('fault' in read) return undefined;
  caches.remember(key, { facts: read.facts as never });
  return read.facts;
}

/** What each stylesheet of the house brings along, by path. */
async function readStyles(folder: string, files: readonly HouseFile[], caches: Caches): Promise<Record<string, StyleContent>> {
  const styles = files.filter(({ path }) => path.endsWith('.css'));
  return Object.fromEntries(
    await Promise.all(styles.map(async ({ path, digest }) => [path, await readStyle(join(folder, path), digest, caches)] as const)),
  );
}

async function readStyle(path: string, digest: Digest, caches: Caches): Promise<StyleContent> {
  const tool = `@csstools/css-tokenizer ${packageVersion('@csstools/css-tokenizer')}, reader ${STYLES}`;
  const key = digestOf(JSON.stringify({ kind: 'style', digest, tool }));
  // Only this function writes facts under this key.
  const known = caches.recall(key)?.facts as unknown as StyleContent | undefined;
  if (known) return known;
  const { contentOf } = await import('./style-content.ts');
  const content = contentOf(await readFile(path, 'utf8'));
  caches.remember(key, { facts: content as never });
  return content;
}

/** Fontsource tells of each family where it comes from, and of variable ones how far their axes go. */
async function googleFont(metadata: string, family: string): Promise<FontFace['google']> {
  if (!existsSync(metadata)) return undefined;
  const told = JSON.parse(await readFile(metadata, 'utf8')) as {
    type?: string;
    family?: string;
    variable?: false | Record<string, { min: string; max: string }>;
  };
  if (told.type !== 'google' || told.family !== family) return undefined;
  const axes = Object.entries(told.variable || {}).map(([tag, { min, max }]) => [tag, [Number(min), Number(max)]] as const);
  return { axes: Object.fromEntries(axes) };
}
