/** Text with files put into it: fonts in a stylesheet, stylesheet and script in a page. */
import type { Blob, Job, Made } from '../model/job.ts';
import { type Input, jobKeyOf } from '../model/key.ts';

/** Raised when the same parts come out as another text. */
const TOOL = 'inline 1';

/** Woff2 as a data URI, the inside of `<script>`, the inside of `<style>`. */
export type InlineAs = 'woff2' | 'script' | 'style';

export type InlineRecipe = {
  /** Every occurrence of `mark` in the first input becomes the input at `input`. */
  readonly parts: readonly { readonly mark: string; readonly input: number; readonly as: InlineAs }[];
};

interface InlineTools {
  readonly readBytes: (input: Input) => Promise<Uint8Array>;
  readonly keepText: (file: string, text: string) => Promise<Blob>;
}

/** @param into the text; every mark stands in it, or the job fails. */
export function planInline(
  file: string,
  label: string,
  into: Input,
  parts: readonly { readonly mark: string; readonly from: Input; readonly as: InlineAs }[],
): Job<InlineRecipe> {
  const inputs = [into, ...parts.map(({ from }) => from)];
  const recipe: InlineRecipe = { parts: parts.map(({ mark, as }, at) => ({ mark, as, input: at + 1 })) };
  const key = jobKeyOf({ kind: 'inline', tool: TOOL, recipe, inputs });
  return { key, kind: 'inline', tool: TOOL, recipe, inputs, file, label, batch: `inline ${key}` };
}

export async function makeInline(job: Job<InlineRecipe>, tools: InlineTools): Promise<Made> {
  const [into] = job.inputs;
  let text = textOf(await tools.readBytes(into as Input));
  for (const { mark, input, as } of job.recipe.parts) {
    const pieces = text.split(mark);
    if (pieces.length === 1) throw new Error(`Internal error: ${mark} does not stand in the text`);
    text = pieces.join(asText(await tools.readBytes(job.inputs[input] as Input), as));
  }
  return { blob: await tools.keepText(job.file, text) };
}

function asText(bytes: Uint8Array, as: InlineAs): string {
  if (as === 'woff2') return `data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}`;
  const text = textOf(bytes).trim();
  // What would end the element, or begin a comment that swallows its end, is written so that it means the same.
  if (as === 'style') return `<style>${text.replace(/<\/(style)/gi, '<\\/$1')}</style>`;
  return `<script>${text.replace(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '<\\!--')}</script>`;
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
