/** What ffprobe prints and files hold, made into facts: each trap of the containers by hand. */
import { expect, test } from 'vitest';
import { editsIn } from '../../pipeline/tools/clip-boxes.ts';
import { clipFactsOf, type Probe, type Stream } from '../../pipeline/tools/clip-facts.ts';
import { type Packet, packetCounter } from '../../pipeline/tools/clip-packets.ts';

const film: Stream = {
  index: 0,
  codec_type: 'video',
  codec_name: 'hevc',
  width: 1920,
  height: 1080,
  pix_fmt: 'yuv420p10le',
  r_frame_rate: '30000/1001',
  avg_frame_rate: '30000/1001',
  duration: '2.002',
  start_time: '10.5',
  nb_frames: '60',
};
const steady = (count: number, step = 1001 / 30_000, index = 0): Packet[] =>
  Array.from({ length: count }, (_, at) => ({
    stream_index: index,
    pts_time: String(10.5 + at * step),
    duration_time: String(step),
    size: '1000',
    flags: at % 30 === 0 ? 'K_' : '__',
  }));

function facts(streams: readonly Stream[], packets: readonly Packet[] = [], more: Probe = {}) {
  const counter = packetCounter();
  for (const packet of packets) counter.add(packet);
  return clipFactsOf({ format: { start_time: '10.5', duration: '2.002' }, ...more, streams }, counter.of, 60_000, {});
}
const picture = (change: Partial<Record<keyof Stream, unknown>>, packets = steady(60)) =>
  facts([{ ...film, ...change } as Stream], packets).picture;

test('a plain track: rate, frames, groups of pictures, depth', () => {
  expect(picture({})).toMatchObject({
    width: 1920,
    height: 1080,
    rate: [30_000, 1001],
    isVariable: false,
    frames: 60,
    seconds: 2.002,
    startsAt: 0,
    depth: 10,
    longestGop: 1.001,
    colour: { matrix: 'unknown', primaries: 'unknown', transfer: 'unknown', range: 'unknown' },
    fieldOrder: 'unknown',
  });
});

test.each([
  [-90, 90, 1080, 1920],
  [90, 270, 1080, 1920],
  [180, 180, 1920, 1080],
  [-180, 180, 1920, 1080],
  [0, 0, 1920, 1080],
])('a display matrix of %d° turns it %d° clockwise', (told, rotation, width, height) => {
  expect(picture({ side_data_list: [{ side_data_type: 'Display Matrix', rotation: told }] })).toMatchObject({ rotation, width, height });
});

test('two tracks of one channel are left and right, unless they differ', () => {
  const track = (index: number, change: object = {}): Stream => ({
    ...{ index, codec_type: 'audio', codec_name: 'pcm_s24le', channels: 1, sample_rate: '48000', bit_rate: '1000', duration: '2.002' },
    ...{ start_time: '10.5', ...change },
  });
  const heard = (...tracks: Stream[]) => facts([film, ...tracks], steady(60)).sound;
  expect(heard(track(1), track(2), track(3), track(4))).toMatchObject({ channels: 2, layout: 'stereo', isPair: true, bitRate: 2000 });
  for (const other of [{ channels: 2 }, { codec_name: 'aac' }, { sample_rate: '44100' }, { duration: '1' }, { tags: { language: 'fra' } }])
    expect(heard(track(1), track(2, other)), JSON.stringify(other)).toMatchObject({ channels: 1 });
  expect(heard(track(1))).not.toHaveProperty('isPair');
});

test('pixels that are no squares', () => {
  expect(picture({ width: 720, height: 576, sample_aspect_ratio: '64:45' })).toMatchObject({
    width: 1024,
    height: 576,
    coded: [720, 576],
    pixelShape: [64, 45],
  });
  expect(picture({ sample_aspect_ratio: '0:1' })?.pixelShape).toEqual([1, 1]);
});

test('frames that do not stand equally long, in any order of packets', () => {
  const uneven = steady(60).map((packet, at) => ({
    ...packet,
    pts_time: String(10.5 + at * 0.04 + (at > 30 ? 0.04 * Math.floor((at - 30) / 5) : 0)),
  }));
  expect(picture({}, uneven)).toMatchObject({ isVariable: true, steps: [0.04, 0.08] });
  const reordered = steady(60).map((packet, at, all) => (all[at % 3 === 1 ? at + 1 : at % 3 === 2 ? at - 1 : at] ?? packet) as Packet);
  expect(picture({}, reordered)?.isVariable).toBe(false);
  // Milliseconds are too coarse for 29.97 and no fault.
  const rounded = steady(60).map((packet) => ({ ...packet, pts_time: Number(packet.pts_time).toFixed(3) }));
  expect(picture({}, rounded)?.isVariable).toBe(false);
});

test('what the index promises counts, less what is not to be shown', () => {
  expect(picture({}, steady(20))?.frames).toBe(60);
  const hidden = steady(60).map((packet, at) => (at < 5 ? { ...packet, flags: 'KD' } : packet));
  expect(picture({}, hidden)?.frames).toBe(55);
  const { nb_frames: _, duration: __, ...untold } = film;
  expect(facts([{ ...untold, tags: { DURATION: '00:01:02.500000000' } } as Stream], steady(20)).picture).toMatchObject({
    frames: 20,
    seconds: 62.5,
  });
});

test.each([
  ['smpte2084', 'pq'],
  ['arib-std-b67', 'hlg'],
  ['bt709', undefined],
])('light coded as %s', (color_transfer, hdr) => {
  expect(picture({ color_transfer })?.hdr).toBe(hdr);
});

test.each([
  ['tt', 'top'],
  ['tb', 'bottom'],
  ['bb', 'bottom'],
  ['progressive', 'progressive'],
])('fields told as %s', (field_order, order) => {
  expect(picture({ field_order })?.fieldOrder).toBe(order);
});

test.each([
  ['yuv422p10le', 10, false],
  ['yuva444p12le', 12, true],
  ['p010le', 10, false],
  ['rgb48be', 16, false],
  ['gbrap', 8, true],
  ['yuvj420p', 8, false],
  ['rgba', 8, true],
])('pixels of %s', (pix_fmt, depth, hasAlpha) => {
  expect(picture({ pix_fmt })).toMatchObject({ depth, hasAlpha });
});

test('covers are no film, the first sound is the sound, the rest is counted', () => {
  const cover = { ...film, index: 1, disposition: { attached_pic: 1 } };
  const sound = { index: 2, codec_type: 'audio', codec_name: 'aac', channels: 6, sample_rate: '48000', start_time: '10.523' };
  const told = facts([
    cover,
    sound,
    { ...sound, index: 3 },
    { index: 4, codec_type: 'subtitle' },
    { index: 5, codec_type: 'data' },
  ] as Stream[]);
  expect(told.picture).toBeUndefined();
  expect(told.sound).toMatchObject({ channels: 6, layout: '6 channels', startsAt: 0.023, seconds: 2.002 });
  expect(told.tracks).toEqual({ pictures: 0, sounds: 2, texts: 1, others: 2 });
});

test('rights, timecode, places and persons from tags of any container', () => {
  const told = facts([{ ...film, tags: { timecode: '01:00:00;02' } }], [], {
    format: {
      tags: {
        'com.apple.quicktime.artist': ' Lien Maes ',
        copyright: '© 2026 Kaai',
        'com.apple.quicktime.location.ISO6709': '+51.0+003.7/',
        'com.apple.quicktime.camera.serialnumber': '123',
        license: 'CC BY 4.0',
      },
    },
  });
  expect(told).toMatchObject({ timecode: '01:00:00;02', hasGps: true, hasPersonalData: true });
  expect(told.rights).toEqual({ creator: 'Lien Maes', copyright: '© 2026 Kaai', terms: 'CC BY 4.0' });
  expect(facts([film])).toMatchObject({ hasGps: false, hasPersonalData: false, rights: {} });
});

test('edit lists that hide something, and those that only take priming away', () => {
  const box = (name: string, content: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(content.length + 8);
    head.write(name, 4, 'latin1');
    return Buffer.concat([head, content]);
  };
  const words = (...values: number[]): Buffer => {
    const bytes = Buffer.alloc(values.length * 4);
    for (const [at, value] of values.entries()) bytes.writeInt32BE(value, at * 4);
    return bytes;
  };
  // Movie in ms, track in 12 800ths, 2 s long.
  const moov = (...entries: (readonly [length: number, from: number])[]): Buffer =>
    Buffer.concat([
      box('mvhd', words(0, 0, 0, 1000, 2000)),
      box(
        'trak',
        Buffer.concat([
          box('edts', box('elst', words(0, entries.length, ...entries.flatMap(([length, from]) => [length, from, 65_536])))),
          box('mdia', box('mdhd', words(0, 0, 0, 12_800, 25_600))),
        ]),
      ),
    ]);
  expect(editsIn(moov([2000, 1024]))).toBe(false);
  expect(editsIn(moov([2000, 0]))).toBe(false);
  expect(editsIn(moov([1000, 0]))).toBe(true);
  expect(editsIn(moov([1000, 12_800]))).toBe(true);
  expect(editsIn(moov([500, -1]))).toBe(true);
  expect(editsIn(moov([1000, 0], [1000, 0]))).toBe(true);
  expect(editsIn(Buffer.from('noise that is no box at all'))).toBe(false);
});
