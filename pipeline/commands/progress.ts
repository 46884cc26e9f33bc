/** One line that tells how far the work is: counts and time left on a terminal, plain lines elsewhere. */
import type pc from 'picocolors';
import { durationText } from '../model/time.ts';
import type { RunEvent } from '../run.ts';
import type { Language } from './console.ts';
import { terminalWords } from './words.ts';

export interface Progress {
  tell(event: RunEvent): void;
  /** Clears the line. */
  end(): void;
}

const WIDTH = 24;
const PATIENCE_MS = 2000;
/** In a log the same film is told of again after so long. */
const LOG_MS = 15_000;

export function openProgress(
  stream: NodeJS.WriteStream,
  { live, colours, language }: { readonly live: boolean; readonly colours: typeof pc; readonly language: Language },
): Progress {
  const words = terminalWords[language];
  let total = 0;
  let ended = 0;
  let toMake = 0;
  let start = 0;
  let current = '';
  let drawn = 0;
  let said = 0;
  const told = new Map<string, number>();
  /** When each job began. */
  const began = new Map<string, number>();

  /** What is soon done is not told. */
  const drawMeasuring = (asset: string, share: number): void => {
    const now = performance.now();
    const since = told.get(asset) ?? now;
    told.set(asset, since);
    if (share >= 1 || now - since < PATIENCE_MS) return;
    if (live) {
      if (now - drawn < 80) return;
      drawn = now;
      stream.write(`\r\u001b[K${colours.dim(`${words.measuring(asset)}: ${Math.round(share * 100)} %`)}`);
    } else {
      stream.write(`${words.measuring(asset)}\n`);
      told.set(asset, Number.POSITIVE_INFINITY);
    }
  };

  /** A film takes as long as all else together: how far it is stands beside its name, in a log now and then. */
  const drawFrames = ({ job, frames, of }: RunEvent & { kind: 'advanced' }): void => {
    const now = performance.now();
    const took = now - (began.get(job.key) ?? now);
    const left = frames > 0 && took > PATIENCE_MS ? `, ${words.left(durationText((took / frames) * (of - frames)))}` : '';
    const how = `${job.label}: ${words.frame(frames, of)}${left}`;
    if (live) {
      current = how;
      draw();
    } else if (now - said > LOG_MS && took > LOG_MS) {
      said = now;
      stream.write(`${how}\n`);
    }
  };

  const draw = (): void => {
    const now = performance.now();
    if (!live || now - drawn < 80) return;
    drawn = now;
    const made = ended;
    const filled = toMake === 0 ? WIDTH : Math.round((WIDTH * made) / toMake);
    const left = made > 3 ? ` · ${words.left(durationText(((now - start) / made) * (toMake - made)))}` : '';
    const bar = `${colours.cyan('━'.repeat(filled))}${colours.dim('━'.repeat(WIDTH - filled))}`;
    const room = Math.max(10, (stream.columns ?? 80) - WIDTH - 34);
    stream.write(`\r\u001b[K${bar} ${made}/${toMake}${left} ${colours.dim(current.slice(0, room))}`);
  };

  return {
    tell(event) {
      if (event.kind === 'measuring') {
        drawMeasuring(event.asset, event.share);
        return;
      }
      if (event.kind === 'planned') {
        total = event.total;
        toMake = event.total - event.cached;
        start = performance.now();
        if (!live && toMake > 0) stream.write(`${words.toMake(toMake, total)}\n`);
      } else if (event.kind === 'started') {
        current = event.job.label;
        began.set(event.job.key, performance.now());
      } else if (event.kind === 'advanced') {
        drawFrames(event);
        return;
      } else {
        ended++;
        // In a log a line per tenth is enough to see that it lives.
        if (!live && toMake >= 20 && ended % Math.ceil(toMake / 10) === 0) stream.write(`${ended}/${toMake} ${event.job.label}\n`);
      }
      draw();
    },
    end() {
      if (live && drawn > 0) stream.write('\r\u001b[K');
    },
  };
}

export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
