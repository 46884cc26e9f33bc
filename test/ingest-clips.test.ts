/** Clips on their way in: what is learned is kept, what may pass is asked again, and names are no proof. */
import { expect, test } from 'vitest';
import { judgeName } from '../pipeline/ingest/clips.ts';
import type { Made } from '../pipeline/model/job.ts';
import { type Hands, taken } from './checks/intake-cases.ts';

const asks = async (hands: Hands): Promise<string[]> => {
  const [kept, asked] = [new Map<string, Made>(), [] as string[]];
  await taken({ ...hands, kept, asked });
  await taken({ ...hands, kept, asked });
  return asked;
};

test('facts and measures are learned once; what may pass is tried again', async () => {
  expect(await asks({})).toEqual(['read', 'measure']);
  expect(await asks({ read: { reason: 'damaged' } })).toEqual(['read']);
  expect(await asks({ measure: { reason: 'no decoder' } })).toEqual(['read', 'measure']);
  expect(await asks({ measure: { reason: 'took too long', passing: true } })).toEqual(['read', 'measure', 'measure']);
  expect(await asks({ read: { program: 'ffprobe', advice: '' } })).toEqual(['read', 'read']);
});

test('what is not measured keeps its facts, what cannot be decoded has none', async () => {
  expect((await taken({ measure: { reason: 'took too long', passing: true } })).clip?.measured).toBeUndefined();
  expect((await taken({ measure: { reason: 'took too long', passing: true } })).clip?.seconds).toBe(2);
  expect((await taken({ measure: { reason: 'no decoder' } })).clip).toBeUndefined();
  expect((await taken({})).clip?.measured?.decoded.frames).toBe(50);
});

test.each([
  ['trailer.MOV', 'mp4', undefined],
  ['trailer.mp4', 'mpegts', 'clip-misnamed'],
  ['talk.opus', 'ogg', undefined],
  ['talk.mp3', 'wav', 'clip-misnamed'],
  ['talk.mp3', 'jpeg', 'file-wrong-type'],
  ['photo.jpg', 'mp4', undefined],
  ['constructor', 'mp4', undefined],
  ['x.constructor', 'text', undefined],
] as const)('%s that holds %s: %s', (file, type, code) => {
  expect(judgeName(file, type)?.code).toBe(code);
});
