/** Channels of film and sound: every limit says where it stands, and what is made for a channel keeps its own limits. */
import { describe, expect, test } from 'vitest';
import { limitsOn } from '../../pipeline/channels/media/pack.ts';
import { channelNames, channelOf, mediaChannels, mediaPackOf, referencePacks, takes } from '../../pipeline/channels/media.ts';
import { judgeCuts } from '../../pipeline/check/cuts.ts';
import { judgeCut } from '../../pipeline/checks/cut-verdict.ts';
import type { Outcome, Plan } from '../../pipeline/model/job.ts';
import type { JobKey } from '../../pipeline/model/key.ts';
import { limitOf, type MediaChannel, rateFor } from '../../pipeline/model/media-rules.ts';
import { kindOfLimit } from '../../pipeline/model/media-table.ts';
import { filmCut, madeFilm, madeSound } from '../support/clip-facts.ts';

const channel = (id: string) => channelOf(id) as MediaChannel;

test('every channel of an order is there, by kind', () => {
  expect(channelNames().toSorted()).toEqual(
    [
      ...['web', 'instagram-reel', 'instagram-feed', 'instagram-story', 'facebook-reel', 'tiktok', 'youtube', 'youtube-short'],
      ...['linkedin', 'linkedin-ad', 'x', 'snapchat-ad', 'pinterest', 'threads', 'broadcast', 'podcast', 'radio'],
    ].toSorted(),
  );
  expect(channelNames('audio').toSorted()).toEqual(['broadcast', 'podcast', 'radio', 'web']);
  expect(channelNames('video')).not.toContain('podcast');
  expect(takes(channel('web'), 'video') && takes(channel('web'), 'audio')).toBe(true);
  expect(channelOf('instagram-rel')).toBeUndefined();
  expect(mediaPackOf('pinterest-image')?.kind).toBe('pictures');
});

describe.each([...mediaChannels, ...referencePacks])('$id', ({ limits }) => {
  test('says of every limit where it stands, when it was read, and no more than that allows', () => {
    for (const { id, value, unit, severity, source, checked, status } of limits) {
      expect(unit, id).toBe(kindOfLimit(id).unit);
      expect(source.length, id).toBeGreaterThan(3);
      expect(checked, id).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(value === null, id).toBe(status === 'unknown');
      if (status === 'unknown') expect(severity, id).toBe('info');
      if (status === 'secondary') expect(severity, id).not.toBe('error');
    }
  });
});

test('what nobody read is never more than told', () => {
  expect(limitsOn('nowhere', 'unknown')('most-seconds', 60)).toMatchObject({ severity: 'info' });
  expect(limitsOn('somebody', 'secondary')('most-seconds', 60)).toMatchObject({ severity: 'warning' });
});

test.each(mediaChannels.map(({ id }) => id))('what is made for %s keeps its limits', (id) => {
  const made = channel(id).make ? madeFilm(id) : madeSound(id);
  const faults = judgeCut(made).filter(({ code }) => !/needs-current-sheet|not-measured/.test(code));
  expect(faults.map(({ code, args }) => [code, args['rule']])).toEqual([]);
});

test('what is laid over a film stands clear of all that its channel is said to cover', () => {
  const told = mediaChannels.filter(({ limits }) => limits.some(({ id, value }) => id.startsWith('covered-') && value !== null));
  expect(told.map(({ id }) => id)).toEqual([
    'instagram-reel',
    'instagram-story',
    'facebook-reel',
    'tiktok',
    'youtube-short',
    'snapchat-ad',
  ]);
  for (const { id, limits, make } of told)
    for (const side of ['top', 'right', 'bottom', 'left'] as const) {
      const covered = limits.find((limit) => limit.id === `covered-${side}` && limit.value !== null)?.value ?? 0;
      expect(Math.abs((make?.safe?.[side] ?? -1) - Number(covered)), `${id} ${side}`).toBeLessThan(1e-4);
    }
});

test.each([
  ['instagram-reel', [25, 1], [25, 1]],
  ['instagram-reel', [24_000, 1001], [24_000, 1001]],
  ['instagram-reel', [120, 1], [60, 1]],
  ['web', [24_000, 1001], [24_000, 1001]],
  ['youtube', [24_000, 1001], [24_000, 1001]],
  ['youtube', [60_000, 1001], [60_000, 1001]],
  ['web', [12, 1], [24, 1]],
  ['x', [60_000, 1001], [60_000, 1001]],
  ['instagram-reel', [12, 1], [24, 1]],
  // Facebook begins at 24, LinkedIn ads end below 30.
  ['facebook-reel', [24_000, 1001], [24, 1]],
  ['linkedin-ad', [30, 1], [25, 1]],
  ['linkedin-ad', [30_000, 1001], [30_000, 1001]],
  ['podcast', [25, 1], [25, 1]],
] as const)('%s takes %j frames per second as %j', (id, own, wanted) => {
  expect(rateFor(channel(id), own)).toEqual(wanted);
});

test('of several limits the strictest that weighs most counts', () => {
  expect(limitOf(channel('linkedin-ad'), 'most-bytes')).toBe(500_000_000);
  expect(limitOf(channel('instagram-reel'), 'most-seconds')).toBe(900);
  expect(limitOf(channel('tiktok'), 'most-bit-rate')).toBeUndefined();
});

describe('a deliverable of cuts', () => {
  const [file, look] = ['made', 'look'] as unknown as [JobKey, JobKey];
  const name = 'video/reel-facebook-reel';
  const path = `${name}/reel.mp4`;
  const plan: Pick<Plan, 'deliverables'> = {
    deliverables: [
      { name, kind: 'site', files: [{ path, from: { from: 'job', key: file } }], measures: [{ key: look, of: path }], assets: ['trailer'] },
    ],
  };
  const outcomes = (facts: unknown): ReadonlyMap<JobKey, Outcome> =>
    new Map<JobKey, Outcome>([
      [file, { status: 'made', key: file, made: { blob: { digest: 'x' as never, bytes: 10 } } }],
      [look, { status: 'made', key: look, made: { facts: facts as never } }],
    ]);
  const cuts = [{ name, cut: { ...filmCut, channel: 'facebook-reel' } }];
  const { facts } = madeFilm('facebook-reel');

  test('is judged by what was measured of its files', () => {
    const codes = (seen: unknown) => judgeCuts(cuts, plan, outcomes(seen)).map(({ code, where }) => `${code} ${where.deliverable}`);
    expect(codes({ what: 'clip', facts }).filter((one) => !/sheet|not-measured/.test(one))).toEqual([]);
    const wrong = { ...facts, picture: { ...facts.picture, codec: 'mpeg4' } };
    expect(codes({ what: 'clip', facts: wrong })).toContain(`delivery-codec-refused ${name}`);
  });

  test('is passed over by measurements of other things, and without a cut', () => {
    expect(judgeCuts(cuts, plan, outcomes({ what: 'page' }))).toEqual([]);
    expect(judgeCuts([], plan, outcomes({ what: 'clip', facts }))).toEqual([]);
  });
});
