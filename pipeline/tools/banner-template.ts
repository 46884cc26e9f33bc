/** Reads the `template.yaml` of a banner or a title: families, slots and what single sizes say otherwise. */
import { bannerTemplateSchema } from '../model/banner-schema.ts';
import type { BannerTemplate, HouseFile } from '../model/house.ts';
import { nearest } from '../model/nearest.ts';
import { type Blame, readYaml } from './house-yaml.ts';

/** @param files of the house style */
export function readBannerTemplate(
  /** Folder in the house, such as `banners/headline/`. */
  folder: string,
  text: string,
  files: readonly HouseFile[],
  tokens: Readonly<Record<string, string>>,
  blame: Blame,
): BannerTemplate | undefined {
  const read = readYaml(text, bannerTemplateSchema, tokens, blame);
  if (!read) return undefined;
  const styles = files.flatMap(({ path }) => (path.startsWith(folder) && path.endsWith('.css') ? [path.slice(folder.length)] : []));
  for (const [override, { style }] of Object.entries(read.overrides)) {
    if (style === undefined || styles.includes(style)) continue;
    const meant = nearest(style, styles);
    blame(
      `overrides.${override}.style: there is no file ${style} beside it${meant ? `; did you mean ${meant}?` : ''}`,
      lineOf(text, style),
    );
  }
  const { quality, slots, overrides } = read;
  const name = folder.split('/').at(-2) ?? '';
  const families = Object.entries(read.families).map(([family, own]) => ({ name: family, ...own }));
  return { name, families, slots: slots as BannerTemplate['slots'], overrides, ...(quality === undefined ? {} : { quality }) };
}

/** Where a word first stands: stylesheets are named in one place. */
function lineOf(text: string, word: string): { line: number; column: number } {
  const before = text.slice(0, text.indexOf(word)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
