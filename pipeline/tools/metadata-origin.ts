/** Reads how a picture came about: camera and exposure, the digital source that it names, and whether a machine made it. */
import type readExif from 'exif-reader';
import type { Capture, Origin } from '../model/asset.ts';

type Tags = ReturnType<typeof readExif> | undefined;

/** @param tags as exif-reader gives them */
export function captureOf(tags: Tags): Capture | undefined {
  const image: Record<string, unknown> = { ...tags?.Image };
  const photo: Record<string, unknown> = { ...tags?.Photo };
  const make = text(image['Make']);
  const model = text(image['Model']);
  // Many write their name into both.
  const camera = make && model && !model.toLowerCase().startsWith(make.toLowerCase()) ? `${make} ${model}` : (model ?? make);
  const lens = text(photo['LensModel']);
  const taken = momentOf(photo['DateTimeOriginal']);
  const [wide, high] = [number(photo['PixelXDimension']), number(photo['PixelYDimension'])];
  const seconds = number(photo['ExposureTime']);
  const aperture = number(photo['FNumber']);
  const iso = number(photo['ISOSpeedRatings']) ?? number(photo['PhotographicSensitivity']);
  const focal = number(photo['FocalLength']);
  const capture: Capture = {
    ...(camera ? { camera } : {}),
    ...(lens ? { lens } : {}),
    ...(taken ? { taken } : {}),
    ...(seconds ? { seconds } : {}),
    ...(aperture ? { aperture } : {}),
    ...(iso ? { iso } : {}),
    ...(focal ? { focal } : {}),
    ...(wide && high ? { written: [wide, high] as const } : {}),
  };
  return Object.keys(capture).length > 0 ? capture : undefined;
}

/** What a generator says of itself (IPTC digital source types; read November 2026), in XMP or in an assertion of a manifest. */
const AI = /(compositeWithT|t)rainedAlgorithmicMedia/;

/**
 * What programs for Stable Diffusion and its kin leave of a picture's making, in text chunks of PNG or the EXIF comment: settings
 * as Automatic1111 writes them, the graph of ComfyUI, InvokeAI's own words (as found in their files; read November 2026).
 */
const SETTINGS =
  /\bSteps: \d+, [^\n]{0,200}?Sampler: |"class_type": ?"[^"]{0,60}(KSampler|SamplerCustom)|^(sd-metadata|invokeai_\w+|Dream): /m;

/** @param notes texts beside the picture, a line for each: `keyword: text` */
export function originOf(xmp: string, manifest: Buffer | undefined, notes: string): Origin | undefined {
  // Whether attribute, element or resource: the term closes a URL of IPTC's vocabulary.
  const source = /DigitalSourceType[\s\S]{0,200}?digitalsourcetype\/(\w+)/i.exec(xmp)?.[1];
  const asserted = manifest && AI.exec(manifest.toString('latin1'))?.[0];
  const ai = [source, asserted].find((term) => term !== undefined && AI.test(term)) ?? SETTINGS.exec(notes)?.[0];
  const origin: Origin = {
    ...(source ? { source } : {}),
    ...(manifest ? { hasManifest: true as const } : {}),
    ...(ai ? { ai: ai.startsWith('composite') ? ('part' as const) : ('whole' as const) } : {}),
  };
  return Object.keys(origin).length > 0 ? origin : undefined;
}

function text(value: unknown): string | undefined {
  const whole = typeof value === 'string' ? value.replace(/[\0\s]+/g, ' ').trim() : '';
  return whole === '' ? undefined : whole.slice(0, 100);
}

/** Some tags hold a list of one. */
function number(value: unknown): number | undefined {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === 'number' && Number.isFinite(one) && one > 0 ? Number(one.toPrecision(6)) : undefined;
}

/** A camera's clock knows no zone: its hours are kept as they stand. */
function momentOf(value: unknown): string | undefined {
  return value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString().slice(0, 19) : undefined;
}
