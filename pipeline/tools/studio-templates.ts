/** Renders templates once: what came of the same order, house and content is kept, and Eleventy is not even loaded. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import type { HouseStyle } from '../model/house.ts';
import type { Blob, Toolchain } from '../model/job.ts';
import { type Digest, digestOf } from '../model/key.ts';
import type { Order } from '../model/order.ts';
import type { Rendering, UnitToRender } from '../model/rendering.ts';
import type { RenderInput } from './eleventy.ts';
import type { Caches, Store } from './store.ts';
import type { Typesetter } from './typesetter.ts';
import { listFiles, type Workspace } from './workspace.ts';

interface TemplatesOptions {
  readonly workspace: Workspace;
  readonly production: string;
  readonly store: Store;
  readonly caches: Caches;
  readonly identify: (path: string) => Promise<Blob>;
  readonly toolchain: Toolchain;
  /** Whether all files of a house style are as they were when it was loaded. */
  readonly houseStands: (style: HouseStyle) => Promise<boolean>;
  readonly typesetter: Typesetter;
  /** Called when templates that may show supplied pictures are rendered, so that work on these is likely to follow. */
  readonly onMiss: () => void;
}

export function openTemplates({
  workspace,
  production,
  store,
  caches,
  identify,
  toolchain,
  houseStands,
  typesetter,
  onMiss,
}: TemplatesOptions) {
  const contentFolder = join(workspace.assets, production, 'content');
  let content: Promise<{ readonly digest: Digest; readonly state: string }> | undefined;
  let isSettled = true;
  const inWorkspace = (file: string): string => (isAbsolute(file) ? relative(workspace.root, file).replaceAll('\\', '/') : file);
  const readContent = (): NonNullable<typeof content> => {
    content ??= digestFolder(contentFolder, identify);
    return content;
  };

  /** Templates see the order, the house and the content, and no photograph: a new photograph renders nothing anew. */
  const once = async (
    what: string,
    order: Order,
    style: HouseStyle,
    wish: () => Promise<Pick<RenderInput, 'input' | 'includes' | 'units'>>,
  ): Promise<Rendering> => {
    const { eleventy, code } = toolchain;
    const before = await readContent();
    const key = digestOf(JSON.stringify({ kind: 'rendering', what, order, style, content: before.digest, eleventy, code }));
    const known = caches.recall(key)?.blob;
    if (known) return JSON.parse((await store.read(known.digest)).toString('utf8')) as Rendering;
    if (order.supplied.length > 0) onMiss();
    const result = await typesetter.render({
      ...(await wish()),
      workspace: workspace.root,
      languages: order.languages,
      houseConfig: join(workspace.templates, style.name, 'eleventy.config.js'),
      data: {
        order,
        languages: order.languages,
        production,
        tokens: style.tokens,
        site: { url: order.deliver.site?.url.replace(/\/$/, '') ?? '' },
      },
    });
    const isSame = (await stateOfFolder(contentFolder)) === before.state && (await houseStands(style));
    isSettled &&= isSame;
    const { fault, faults = {} } = result;
    if (!fault && Object.keys(faults).length === 0 && isSame) caches.remember(key, { blob: await store.keepText(JSON.stringify(result)) });
    const named = Object.entries(faults).map(([unit, one]) => [unit, { ...one, file: inWorkspace(one.file) }]);
    return { ...result, ...(fault ? { fault: { ...fault, file: inWorkspace(fault.file) } } : {}), faults: Object.fromEntries(named) };
  };

  return {
    contentDigest: async () => (await readContent()).digest,
    /** False when content or house style changed while templates were rendered: what came of it belongs to neither state. */
    isSettled: () => isSettled,
    renderSite: (order: Order, style: HouseStyle): Promise<Rendering> =>
      once('site', order, style, async () => ({
        input: contentFolder,
        includes: join(workspace.templates, style.name, 'site'),
      })),
    renderUnits: (template: string, units: readonly UnitToRender[], order: Order, style: HouseStyle): Promise<Rendering> =>
      once(`${template} ${JSON.stringify(units)}`, order, style, async () => {
        const folder = join(workspace.templates, style.name, template);
        const source = `templates/${style.name}/${template}/template.njk`;
        const text = await readFile(join(folder, 'template.njk'), 'utf8');
        const each = units.map(({ id, size: [width, height], text: words, images, ...unit }) => ({
          name: id,
          data: { unit: { id, width, height, ...unit }, lang: unit.language, text: words, images },
        }));
        return { input: join(workspace.kader, 'empty'), includes: folder, units: { text, source, each } };
      }),
  };
}

/** Every path below with the bytes there, as a digest; and the state in which they lay before they were read. */
async function digestFolder(
  folder: string,
  identify: (path: string) => Promise<Blob>,
): Promise<{ readonly digest: Digest; readonly state: string }> {
  const state = await stateOfFolder(folder);
  const parts: string[] = [];
  for (const line of state.split('\n').filter(Boolean)) {
    const path = line.slice(0, line.indexOf('\0'));
    parts.push(path, (await identify(join(folder, path))).digest);
  }
  return { digest: digestOf(parts.join('\n')), state };
}

/** Cheap to ask twice. A link that leads nowhere is left out: what it is then is for the templates to say. */
async function stateOfFolder(folder: string): Promise<string> {
  if (!existsSync(folder)) return '';
  const files = await listFiles(folder);
  return files
    .filter(({ state }) => state !== '')
    .map(({ path, state }) => `${path}\0${state}`)
    .join('\n');
}
