/** Fonts read and subset by HarfBuzz in a child process with a wall clock and a memory limit. */
import { type ChildProcess, fork } from 'node:child_process';
import type { Fault } from '../model/finding.ts';
import type { FontFacts } from '../model/font.ts';
import type { DrawnText, OutlineFace, OutlineText } from '../model/outline.ts';
import type { FontAnswer, FontRequest } from './fonts-child.ts';

/** A sound font takes under a second; what takes longer than this loops. */
const LIMIT_MS = 10_000;
const LIMIT_MB = 512;

export interface FontToSubset {
  readonly path: string;
  /** Every character to keep. */
  readonly text: string;
  /** Axis tag: value it is fixed at, or range that is kept; axes not named stay whole. */
  readonly axes: Readonly<Record<string, number | readonly [number, number]>>;
  /** Absolute path that does not exist yet. */
  readonly to: string;
  readonly format: 'woff2' | 'sfnt';
  /** All glyphs and axes stay, whatever the text. */
  readonly whole?: boolean;
}

type Unnumbered<Request> = Request extends FontRequest ? Omit<Request, 'id'> : never;
type Wish = Unnumbered<FontRequest>;
type Answer = { bytes: number } | { facts: FontFacts } | { drawn: readonly DrawnText[] } | { fault: Fault };

let child: ChildProcess | undefined;
let count = 0;
/** One font at a time: the wall clock must measure the font's own work. */
let last: Promise<unknown> = Promise.resolve();

/** The child stays warm for the next font and does not keep Kader from ending. */
export async function subsetFont({
  path,
  text,
  axes,
  to,
  format,
  whole = false,
}: FontToSubset): Promise<{ bytes: number } | { fault: Fault }> {
  const answer = await inTurn(whole ? { what: 'whole', path, to, format } : { what: 'subset', path, text, axes, to, format });
  return 'fault' in answer || 'bytes' in answer ? answer : UNASKED;
}

/** What a font file says of itself. */
export async function readFont(path: string): Promise<{ facts: FontFacts } | { fault: Fault }> {
  const answer = await inTurn({ what: 'facts', path });
  return 'fault' in answer || 'facts' in answer ? answer : UNASKED;
}

/** Texts as paths, in the letters of a font file of any kind. */
export async function outlineTexts(
  path: string,
  face: OutlineFace,
  texts: readonly OutlineText[],
): Promise<{ drawn: readonly DrawnText[] } | { fault: Fault }> {
  const answer = await inTurn({ what: 'outlines', path, face, texts });
  return 'fault' in answer || 'drawn' in answer ? answer : UNASKED;
}

const UNASKED: { fault: Fault } = {
  fault: { code: 'tool-failed', args: { detail: 'the font process gave another answer than was asked' } },
};

function inTurn(wish: Wish): Promise<Answer> {
  const turn = last.then(() => ask(wish));
  last = turn.catch(() => undefined);
  return turn;
}

/** Ends the warm child at once; the next font starts a new one. */
export async function closeFonts(): Promise<void> {
  const ended = child;
  child = undefined;
  if (!ended || ended.exitCode !== null || ended.signalCode !== null) return;
  ended.ref();
  const exit = new Promise((resolve) => ended.once('exit', resolve));
  ended.kill('SIGKILL');
  await exit;
}

function start(): ChildProcess {
  if (child?.connected) return child;
  child = fork(new URL('./fonts-child.js', import.meta.url), [String(LIMIT_MB)], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // Ctrl-C reaches the parent alone, which then ends this one.
    detached: true,
    execArgv: [`--max-old-space-size=${LIMIT_MB}`],
  });
  return child;
}

function ask(wish: Wish): Promise<Answer> {
  const asked = start();
  const id = ++count;
  const label = wish.path.split(/[\\/]/).at(-1) ?? wish.path;
  asked.ref();
  asked.channel?.ref();
  return new Promise((resolve) => {
    const finish = (result: Answer): void => {
      clearTimeout(timer);
      asked.off('message', onMessage).off('exit', onExit).off('error', onError);
      asked.unref();
      asked.channel?.unref();
      resolve(result);
    };
    const fail = (detail: string): void => finish({ fault: { code: 'tool-failed', args: { label, detail } } });
    const timer = setTimeout(() => {
      if (child === asked) child = undefined;
      asked.kill('SIGKILL');
      finish({ fault: { code: 'tool-timeout', args: { label, detail: `it took more than ${LIMIT_MS / 1000} s` } } });
    }, LIMIT_MS);
    const onMessage = (message: unknown): void => {
      const answer = message as FontAnswer;
      if (answer.id !== id) return;
      if ('reason' in answer) fail(answer.reason);
      else {
        const { id: _, ...rest } = answer;
        finish(rest);
      }
    };
    const onExit = (code: number | null, signal: NodeJS.Signals | null): void => {
      if (child === asked) child = undefined;
      fail(signal === 'SIGKILL' ? `it needs more than ${LIMIT_MB} MB of memory` : `the font process ended (${signal ?? code})`);
    };
    const onError = (error: Error): void => fail(error.message);
    asked.on('message', onMessage).on('exit', onExit).on('error', onError);
    const request: FontRequest = { id, ...wish };
    // A send that fails is followed by an exit, which tells it.
    asked.send(request, () => undefined);
  });
}
