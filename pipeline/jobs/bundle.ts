/** Bundles: stylesheets and scripts of the house, minified, with tokens and fonts put in front. */
import { type HouseStyle, SHARED_FOLDER, SIZED_TEMPLATES } from '../model/house.ts';
import type { Job } from '../model/job.ts';
import { type Digest, digestOf, type Input, type JobKey, jobKeyOf, shortKey } from '../model/key.ts';

export type BundleRecipe =
  | {
      readonly what: 'style';
      readonly house: string;
      readonly folder: string;
      readonly entry: string;
      readonly prelude: string /** After the entry, relative to the folder. */;
      readonly more?: readonly string[];
      /** Files that stylesheets name: stylesheet relative to the folder → address as written → name beside the bundle. */
      readonly names?: FileNames;
    }
  | {
      readonly what: 'script';
      readonly house: string;
      readonly folder: string;
      readonly entry: string;
      readonly runtime: 'page' | 'banner';
      readonly tokens: Digest;
      /** Nothing is written to the console, by libraries neither. */
      readonly silent?: true;
      /** Its texts are outlines. */
      readonly outlined?: true;
    };

export type FileNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface BundleWish {
  readonly house: HouseStyle;
  /** Folder of the house that the bundle may read, such as `site/` or `banners/headline/`. */
  readonly folder: string;
  /** Relative to that folder. */
  readonly entry: string;
  /** `{name}` and `{key}` are filled in. */
  readonly fileName: string;
  readonly tool: string;
}

/** Every such file of the folder is an input: which of them a bundle reads is only known after bundling, and it may read no others. */
function inputsOf({ house, folder }: BundleWish, ending: RegExp): Input[] {
  const folders = SIZED_TEMPLATES.test(folder) ? [folder, SHARED_FOLDER] : [folder];
  return house.files
    .filter(({ path }) => ending.test(path) && folders.some((one) => path.startsWith(one)))
    .map(({ digest }) => ({ from: 'store', digest }));
}

function finish(recipe: BundleRecipe, inputs: readonly Input[], wish: BundleWish): Job<BundleRecipe> {
  const key: JobKey = jobKeyOf({ kind: 'bundle', tool: wish.tool, recipe, inputs });
  const name = (wish.entry.split('/').at(-1) ?? '').replace(/\.[^.]+$/, '');
  const file = wish.fileName.replace('{name}', name).replace('{key}', shortKey(key));
  return {
    key,
    kind: 'bundle',
    tool: wish.tool,
    recipe,
    inputs,
    file,
    label: `${wish.house.name}/${wish.folder}${wish.entry}`,
    batch: `bundle ${key}`,
  };
}

/** @param wish.more stylesheets of the same folder that follow the entry */
export function planStyle(
  wish: BundleWish & { readonly prelude: string; readonly more?: readonly string[]; readonly names?: FileNames },
): Job<BundleRecipe> {
  const { house, folder, entry, prelude, more = [], names = {} } = wish;
  return finish(
    {
      what: 'style',
      house: house.name,
      folder,
      entry,
      prelude,
      ...(more.length > 0 ? { more } : {}),
      ...(Object.keys(names).length > 0 ? { names } : {}),
    },
    inputsOf(wish, /\.css$/),
    wish,
  );
}

/** @param wish.silent takes out whatever writes to the console; `outlined`: for units whose texts are outlines */
export function planScript(
  wish: BundleWish & { readonly runtime: 'page' | 'banner'; readonly silent?: boolean; readonly outlined?: boolean },
): Job<BundleRecipe> {
  const { house, folder, entry, runtime, silent, outlined } = wish;
  const tokens = digestOf(house.tokensModule);
  return finish(
    { what: 'script', house: house.name, folder, entry, runtime, tokens, ...(silent ? { silent } : {}), ...(outlined ? { outlined } : {}) },
    inputsOf(wish, /\.(ts|js|mjs|json)$/),
    wish,
  );
}
