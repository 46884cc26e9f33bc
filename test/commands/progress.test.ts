/** What a person reads while a build runs: on a terminal one line, in a log a line now and then. */
import pc from 'picocolors';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openProgress } from '../../pipeline/commands/progress.ts';
import type { Job } from '../../pipeline/model/job.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

const film = { key: 'k', label: 'web for web: 1920 × 1080 av1' } as unknown as Job;
function watched(live: boolean, language: 'nl' | 'en' = 'en') {
  const written: string[] = [];
  const stream = { write: (text: string) => written.push(text), columns: 120 } as unknown as NodeJS.WriteStream;
  const progress = openProgress(stream, { live, colours: pc, language });
  progress.tell({ kind: 'planned', total: 1, cached: 0 });
  progress.tell({ kind: 'started', job: film });
  const advance = (ms: number, frames: number): void => {
    vi.advanceTimersByTime(ms);
    progress.tell({ kind: 'advanced', job: film, frames, of: 500 });
  };
  return { written, advance };
}

test('a film that takes long tells its frames and the time that is left', () => {
  const { written, advance } = watched(true);
  advance(1000, 50);
  expect(written.at(-1)).toContain('frame 50 of 500');
  expect(written.at(-1)).not.toContain('left');
  advance(9000, 250);
  expect(written.at(-1)).toContain('frame 250 of 500, 10 s left');
});

test('a log hears of it four times a minute, and never of what is soon done', () => {
  const { written, advance } = watched(false);
  for (let at = 0; at < 80; at++) advance(500, at * 5);
  const told = written.filter((text) => text.includes('frame'));
  expect(told.length).toBe(2);
  expect(told[0]).toMatch(/^web for web: 1920 × 1080 av1: frame \d+ of 500, \d+ s left\n$/);
});

test('both in the language of the findings', () => {
  const { written, advance } = watched(false, 'nl');
  expect(written.at(0)).toBe('1 van 1 taken te maken\n');
  for (let at = 0; at < 40; at++) advance(500, at * 5);
  expect(written.at(-1)).toMatch(/: beeld \d+ van 500, nog \d+ s\n$/);
});
