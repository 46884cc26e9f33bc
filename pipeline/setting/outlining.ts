/** Texts of a unit as outlines: the page, stylesheet and script that it then has, and how drawings of words stand in lines. */
import { fontFaceCss } from '../jobs/font.ts';
import { planOutline } from '../jobs/outline.ts';
import { useOf } from '../model/font.ts';
import type { Job } from '../model/job.ts';
import type { Input } from '../model/key.ts';
import type { OutlineRecipe } from '../model/outline.ts';
import type { Delivery } from '../model/rules.ts';
import type { LaidUnit } from './adapt.ts';

/** What only units have whose texts are outlines; each is planned when one is. */
export interface OutlinedParts {
  /** Without font faces, with what drawings of words need. */
  readonly style: () => Job;
  readonly script?: () => Job;
  /** Browser, HarfBuzz, and what draws with them. */
  readonly tool: string;
}

/**
 * A drawing is as wide as its word is set, and stands on the base line that the font would have had: browsers round what a font
 * reaches above and below it to whole px and set it in the middle of its line. No other font may raise a line, so lines are
 * made by the words alone; a space takes its width from `word-spacing`, because that of another font is another.
 */
export const OUTLINES_CSS = [
  'kader-text{line-height:0;white-space:nowrap;word-spacing:calc(var(--s)*1em)}',
  'kader-space{font-size:0;letter-spacing:0;white-space:normal}kader-space.holds{white-space:nowrap}',
  'kader-word{line-height:var(--l)}',
  'kader-text svg,kader-strut{--up:round(calc(var(--a)*1em),1px);--base:calc(var(--up) + round(down,calc((1lh - var(--up) - round(calc(var(--d)*1em),1px))/2 + .008px),1px));',
  'position:static;float:none;box-sizing:content-box;height:1em!important;min-width:0;max-width:none;padding:0;border:0;line-height:var(--l);',
  'margin:calc(var(--base) - 1em) 0 calc(1lh - var(--base));vertical-align:calc(var(--base) - 1lh);overflow:visible;fill:var(--f,currentColor);filter:var(--sh,none)}',
  'kader-text svg{display:inline!important}kader-strut{display:inline-block;width:0}',
].join('');

/** Where drawings are taken inside the page, and the letters are those of one face. */
export function canOutline({ fonts, outlines }: LaidUnit, { svg }: Delivery): boolean {
  return outlines !== undefined && svg === 'inline' && fonts.length === 1;
}

/** @param page as it is set with its fonts beside it */
export function outlinePage({ name, size, fonts, style, script, outlines }: LaidUnit, page: Input): Job<OutlineRecipe> {
  const [font] = fonts;
  if (!font || !outlines) throw new Error(`Internal error: ${name} has no letters to be drawn`);
  const mayEmbed = useOf(font.face, 'banner').use !== 'outlines';
  const files = [style, font.job, ...(script ? [script] : [])].map((job) => ({
    path: job.file,
    from: { from: 'job', key: job.key } as const,
  }));
  const instead = { path: font.job.file, rule: fontFaceCss(font.face, font.job.file) };
  return planOutline({ name, size, face: font.face, page, files, ...(mayEmbed ? { instead } : {}) }, outlines.tool);
}
