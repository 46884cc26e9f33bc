/** What a template asks for while it is rendered: a mark stands in its text until the page is set. */

/** Options as the template gave them. */
export type AskOptions = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Ask {
  readonly kind: 'image' | 'video' | 'audio' | 'styles' | 'script';
  readonly name: string;
  readonly options: AskOptions;
  /** Template, relative to the workspace, when the tag form was used. */
  readonly file?: string;
  readonly line?: number;
}

// Private-use characters pass through Nunjucks, Markdown and escaping untouched.
const OPEN = '\uE000';
const CLOSE = '\uE001';
const MARK = /\uE000(\d+)\uE001/g;

export function markOf(index: number): string {
  return `${OPEN}${index}${CLOSE}`;
}

/** Replaces each mark by what `answer` gives for the ask behind it. */
export function fillMarks(text: string, asks: readonly Ask[], answer: (ask: Ask, index: number) => string): string {
  return text.replace(MARK, (_, index: string) => {
    const ask = asks[Number(index)];
    if (!ask) throw new Error(`Internal error: mark ${index} has no ask`);
    return answer(ask, Number(index));
  });
}
