/** Pages of banner units with their texts as outlines: for targets that take no font, and fonts that may be drawn but not handed on. */
import type { Fault } from '../model/finding.ts';
import type { FontFace } from '../model/house.ts';
import type { Job } from '../model/job.ts';
import { type Input, jobKeyOf } from '../model/key.ts';
import type { OutlineFacts, OutlineReading, OutlineRecipe } from '../model/outline.ts';
import { type Attempt, type Inputs, type MakerTools, pathOf, type ServedFile } from './making.ts';

export interface PageToOutline {
  /** `banners/headline/300x250-nl`. */
  readonly name: string;
  readonly size: readonly [number, number];
  readonly face: FontFace;
  readonly page: Input;
  /** Stylesheet with its faces, and the fonts that it names: as a browser must be shown the page to be read. */
  readonly files: readonly { readonly path: string; readonly from: Input }[];
  /** The font among those files, and the rule with its name; absent: its letters may only be drawn. */
  readonly instead?: { readonly path: string; readonly rule: string };
}

/** @param tool browser, HarfBuzz and what draws with them */
export function planOutline({ name, size, face, page, files, instead }: PageToOutline, tool: string): Job<OutlineRecipe> {
  const sorted = [...files].sort((one, other) => (one.path < other.path ? -1 : 1));
  const inputs: readonly Input[] = [page, { from: 'store', digest: face.digest }, ...sorted.map(({ from }) => from)];
  const placeOf = (path: string): number => sorted.findIndex((file) => file.path === path) + 2;
  const [width, height] = size;
  const { family, axes } = face;
  const recipe: OutlineRecipe = {
    face: { family, axes },
    width,
    height,
    page: 0,
    font: 1,
    files: [{ path: 'index.html', input: 0 }, ...sorted.map(({ path }) => ({ path, input: placeOf(path) }))],
    ...(instead ? { instead: { input: placeOf(instead.path), rule: instead.rule } } : {}),
  };
  const key = jobKeyOf({ kind: 'outline', tool, recipe, inputs });
  return { key, kind: 'outline', tool, recipe, inputs, file: 'index.html', label: `outlines of ${name}`, batch: `outline ${key}` };
}

/** What cannot be drawn so that it looks the same leaves the whole page as it was, with its letters in it where that is allowed. */
export async function makeOutline(job: Job<OutlineRecipe>, tools: MakerTools, inputs: Inputs): Promise<Attempt> {
  const { face, width, height, page, font, files, instead } = job.recipe;
  const path = (input: number): Promise<string> => pathOf(job.inputs[input] as Input, tools, inputs);
  const served = new Map<string, ServedFile>();
  for (const { path: name, input } of files) served.set(name, { path: await path(input), type: tools.contentType(name) });
  const reading = await tools.readTexts({ width, height, family: face.family, files: served });
  const html = new TextDecoder().decode(await tools.readBytes(await path(page)));
  const keep = async (text: string, words: number): Promise<Attempt> => {
    const to = await tools.temporary(job.file);
    await tools.writeText(to, text);
    const facts: OutlineFacts = { what: 'outlines', refused: reading.refused, words };
    return { made: { blob: await tools.adopt(to), facts } };
  };
  const fault = faultOf(job.recipe, reading);
  if (fault) return { fault };
  if (reading.refused.length > 0 && instead) {
    const letters = Buffer.from(await tools.readBytes(await path(instead.input))).toString('base64');
    return keep(
      html.replace('</title>', () => `</title>\n<style>${withLetters(instead.rule, letters)}</style>`),
      0,
    );
  }
  const drawing = await tools.outlineTexts(await path(font), face, reading.texts);
  if ('fault' in drawing) return drawing;
  return keep(
    await tools.outlinePage(html, reading, drawing.drawn),
    drawing.drawn.reduce((sum, { words }) => sum + words.length, 0),
  );
}

/** What cannot be drawn and may not be handed on is not made. */
export function faultOf(
  { face, instead }: Pick<OutlineRecipe, 'face' | 'instead'>,
  reading: Pick<OutlineReading, 'refused'>,
): Fault | undefined {
  const [refused] = reading.refused;
  if (!refused || instead) return undefined;
  return { code: 'banner-outlines-impossible', args: { slot: refused.slot, why: refused.why, family: face.family } };
}

function withLetters(rule: string, base64: string): string {
  return rule.replace(/url\("[^"]*"\)/, () => `url(data:font/woff2;base64,${base64})`);
}
