/** The films shot by shot: which photograph, how the camera moves, and what lives in it. Cuts fall on the beat. */

/** 75 beats a minute: at 25 frames a second one is 20 frames. */
export const BEAT = 0.8;

const smooth = (a, b, x) => {
  const t = Math.min(1, Math.max(0, (x - a) / (b - a)));
  return t * t * (3 - 2 * t);
};

/** Where the camera looks: middle as shares of the photograph, and how much of its width it sees. */
const view = (x, y, wide) => ({ x, y, wide });

/** Light that breathes as lamps on a generator do. */
const breath = (depth) => (_x, t) =>
  depth * (0.6 * Math.sin(t * 2.3) + 0.4 * Math.sin(t * 5.9 + 1));
/** Stage light on the beat, falling off until the next. */
const beats = (depth) => (_x, t) => depth * (Math.exp(-3.4 * ((t / BEAT) % 1)) - 0.45);

const EVENING = [0.2, 0.045, -0.03];
const WARM_SMOKE = [0.42, -0.07, 0.07];

const TRAILER_SHOTS = [
  {
    // The tide falls from the lens: the quay at blue hour, its lamps lit one after another.
    photo: 'kade-blauw-uur.jpg',
    beats: 4,
    width: 2700,
    horizon: 0.4995,
    keep: [[0.17, 0.92, 0.035, 0.07]],
    camera: [view(0.56, 0.5, 0.8), view(0.6, 0.485, 0.74)],
    water: { eye: 3.4, texture: 0.17, sparkle: 1.1 },
    light: (x, t) => -(1 - smooth(0.9 + x * 1.9, 1.25 + x * 1.9, t)),
    gulls: [{ from: [0.95, 0.2], to: [0.55, 0.13], seconds: 5, span: 15, beat: 2.1 }],
    tide: {
      level: (t) => 0.24 + 0.95 * smooth(0.25, 1.7, t),
      swell: (t) => 0.018 + 0.012 * smooth(0.2, 0.9, t),
      glow: 0.8,
    },
  },
  {
    photo: 'masten-in-de-mist.jpg',
    beats: 3,
    width: 2600,
    horizon: 0.6075,
    camera: [view(0.5, 0.5, 0.78), view(0.56, 0.5, 0.76)],
    water: { eye: 4.5, texture: 0.03, sparkle: 0.3, reach: 0.07, speed: 0.8 },
    mist: {
      colour: [0.74, 0.012, -0.022],
      most: 0.62,
      height: 0.56,
      depth: 0.2,
      speed: 0.11,
      size: 2.4,
    },
    sway: [
      { x: 0.49, pivot: 0.6, reach: 0.4, wide: 0.055, angle: 0.008, period: 3.4 },
      { x: 0.61, pivot: 0.6, reach: 0.45, wide: 0.055, angle: 0.007, period: 3.9, phase: 0.3 },
      { x: 0.73, pivot: 0.6, reach: 0.4, wide: 0.06, angle: 0.006, period: 3.1, phase: 0.6 },
      { x: 0.22, pivot: 0.58, reach: 0.25, wide: 0.05, angle: 0.01, period: 2.7, phase: 0.1 },
    ],
    gulls: [{ from: [0.1, 0.3], to: [0.42, 0.22], seconds: 4, span: 20, beat: 2.4 }],
  },
  {
    photo: 'regen-op-kasseien.tif',
    beats: 2,
    width: 2500,
    camera: [view(0.58, 0.535, 0.86), view(0.58, 0.525, 0.81)],
    light: breath(0.12),
    shimmer: { from: 0.5, most: 2.2 },
    rain: { count: 240, length: 0.07, gain: 0.1 },
    mist: { colour: EVENING, most: 0.35, height: 0.42, depth: 0.1, speed: 0.2, size: 3 },
  },
  {
    photo: 'hijskranen.tif',
    beats: 3,
    width: 2600,
    horizon: 0.6075,
    camera: [view(0.56, 0.5, 0.86), view(0.62, 0.48, 0.8)],
    water: { eye: 3.4, texture: 0.2, sparkle: 0.8 },
    gulls: [
      { from: [-0.02, 0.34], to: [0.45, 0.2], seconds: 3.4, span: 26, beat: 2.2 },
      { from: [0.06, 0.42], to: [0.5, 0.26], seconds: 3.4, span: 21, beat: 2.5 },
      { from: [-0.1, 0.3], to: [0.32, 0.24], seconds: 3.2, span: 17, beat: 2.35 },
    ],
    exposure: (t) => 1 - 0.05 * t,
  },
  {
    photo: 'publiek-op-de-trappen.jpg',
    beats: 2,
    width: 2600,
    camera: [view(0.55, 0.48, 0.82), view(0.56, 0.46, 0.74)],
    light: beats(0.2),
    mist: { colour: WARM_SMOKE, most: 0.2, height: 0.36, depth: 0.12, speed: 0.16, size: 3 },
    sway: [
      { x: 0.31, pivot: 1, reach: 0.3, wide: 0.06, angle: 0.02, period: 2.9 },
      { x: 0.1, pivot: 1, reach: 0.35, wide: 0.09, angle: 0.016, period: 3.6, phase: 0.4 },
      { x: 0.55, pivot: 1, reach: 0.32, wide: 0.07, angle: 0.018, period: 3.2, phase: 0.7 },
      { x: 0.8, pivot: 1, reach: 0.36, wide: 0.1, angle: 0.016, period: 3.8, phase: 0.2 },
    ],
  },
  {
    photo: 'danser-tegenlicht.jpg',
    beats: 2,
    crop: [0, 0.36, 1, 0.375],
    width: 2300,
    horizon: 0.6,
    keep: [[0.565, 0.6, 0.06, 0.1]],
    camera: [view(0.53, 0.5, 0.94), view(0.55, 0.49, 0.84)],
    water: { eye: 2.2, texture: 0.14, sparkle: 0.9, speed: 0.7 },
    light: breath(0.16),
    mist: { colour: WARM_SMOKE, most: 0.26, height: 0.4, depth: 0.16, speed: 0.09, size: 2.6 },
    sway: [{ x: 0.56, pivot: 0.6, reach: 0.4, wide: 0.1, angle: 0.02, period: 3.6, phase: 0.1 }],
  },
  {
    photo: 'circus-aan-de-kraan.jpg',
    beats: 2,
    crop: [0, 0.2, 1, 0.45],
    width: 2300,
    horizon: 0.62,
    camera: [view(0.5, 0.44, 0.96), view(0.54, 0.42, 0.88)],
    water: { eye: 5, texture: 0.14, sparkle: 0.8 },
    light: breath(0.1),
    mist: { colour: EVENING, most: 0.2, height: 0.3, depth: 0.3, speed: 0.08, size: 2 },
  },
  {
    photo: 'concert-op-de-kaai.jpg',
    beats: 2,
    width: 2500,
    camera: [view(0.45, 0.46, 0.86), view(0.45, 0.45, 0.78)],
    shake: 2.4,
    light: beats(0.34),
    mist: { colour: WARM_SMOKE, most: 0.34, height: 0.34, depth: 0.2, speed: 0.22, size: 2.6 },
    sway: [0.06, 0.2, 0.33, 0.47, 0.6, 0.74, 0.9].map((x, i) => ({
      x,
      pivot: 1,
      reach: 0.42,
      wide: 0.09,
      angle: 0.026,
      period: BEAT * 2,
      phase: i % 2 ? 0.5 : 0.05 * i,
    })),
  },
  {
    // The stage on the water; then the tide stands across the lens and rests, as every format of the house does.
    photo: 'podium-op-het-water.jpg',
    beats: 5,
    width: 2700,
    horizon: 0.4905,
    keep: [[0.617, 0.487, 0.06, 0.035]],
    camera: [view(0.6, 0.54, 0.72), view(0.6, 0.56, 0.78)],
    water: { eye: 3, texture: 0.15, sparkle: 1.2 },
    light: breath(0.12),
    tide: {
      level: (t) =>
        1.1 - 0.54 * smooth(1.1, 3, t) + 0.012 * Math.sin((t - 3) * 1.9) * smooth(2.6, 3, t),
      swell: (t) => 0.02 - 0.011 * smooth(2.4, 3.6, t),
      glow: 0.9,
    },
  },
];

/** One take with a telephone from behind the audience: it finds its focus and its light, and the hand is not still. */
const BACKSTAGE_SHOTS = [
  {
    photo: 'circus-aan-de-kraan.jpg',
    seconds: 8,
    width: 1360,
    horizon: 0.62,
    keep: [[0.5, 1, 0.7, 0.13]],
    soft: 9,
    focus: (t) =>
      smooth(0.15, 1.1, t) * (1 - 0.55 * smooth(4.2, 4.5, t) * (1 - smooth(4.6, 5.2, t))),
    camera: [view(0.5, 0.53, 0.86), view(0.53, 0.5, 0.8)],
    shake: 7,
    grain: 0.02,
    exposure: (t) => 1.25 - 0.17 * smooth(0, 1.4, t) + 0.03 * Math.sin(t * 1.7),
    water: { eye: 5, texture: 0.16, sparkle: 0.9 },
    light: breath(0.18),
    gulls: [{ from: [1.05, 0.2], to: [0.2, 0.1], seconds: 5, span: 16, beat: 2.3, delay: 2 }],
  },
];

const counted = (shots, rate) =>
  shots.map((shot) => ({
    ...shot,
    frames: Math.round((shot.seconds ?? shot.beats * BEAT) * rate),
  }));

export const FILMS = {
  trailer: {
    file: 'trailer.mov',
    width: 1920,
    height: 1080,
    rate: 25,
    shots: counted(TRAILER_SHOTS, 25),
  },
  backstage: {
    file: 'backstage.mp4',
    width: 1080,
    height: 1920,
    rate: 30,
    shots: counted(BACKSTAGE_SHOTS, 30),
  },
};
