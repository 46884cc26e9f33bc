/** What is made of the picture of a cut: films, posters, sprite sheets and moving previews, each with its filters and its encoder. */
import type { CutOutput, Picture } from '../model/cut-recipe.ts';
import { KEEPING } from './cut-part.ts';
import type { Capability } from './ffmpeg-find.ts';

type Film = CutOutput & { what: 'film' };
type Preview = CutOutput & { what: 'preview' };

/** One after another; those that several outputs begin with are done once. Frames are chosen before they are scaled. */
export function outputFilters(output: CutOutput, { width, height }: Pick<Picture, 'width' | 'height'>): string[] {
  const sized = output.width === width && output.height === height ? [] : [`scale=${output.width}:${output.height}:${KEEPING}`];
  switch (output.what) {
    case 'film':
      return [...sized, FLAT_709];
    case 'poster':
      return [chosen(output.frames), `scale=${output.width}:${output.height}:${TO_RGB},format=rgb24`];
    case 'sprite': {
      const tile = `tile=${output.columns}x${output.rows}`;
      return [`select='not(mod(n,${output.step}))'`, `scale=${output.width}:${output.height}:${TO_RGB},format=rgb24,${tile}`];
    }
    case 'preview':
      return [
        `select='between(n,${output.first},${output.first + output.frames - 1})*not(mod(n-${output.first},${output.every}))',setpts=PTS-STARTPTS`,
        ...(output.format === 'mp4' || output.format === 'avif' ? [...sized, FLAT_709] : []),
        ...previewFilters(output),
      ];
  }
}

/** What every decoder reads, and nothing finer that a filter may have chosen. */
const FLAT_709 = 'format=yuv420p,setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv,setsar=1';

/** Stills and formats of RGB: WebP would take the numbers of BT.709 for those of BT.601. */
const TO_RGB = 'in_color_matrix=bt709:in_range=tv:out_range=pc:flags=bicubic+accurate_rnd+full_chroma_int';

function previewFilters({ format, width, height, first, every }: Preview): string[] {
  if (format === 'webp') return [`scale=${width}:${height}:${TO_RGB},format=bgra`];
  if (format !== 'gif') return [];
  // Colours of what moves count more than those of a ground that stands still.
  const [one, other, colours] = ['a', 'b', 'c'].map((name) => `[p${width}x${height}x${first}x${every}${name}]`);
  const palette = `split${one}${other};${one}palettegen=stats_mode=diff${colours};${other}${colours}paletteuse=dither=bayer:bayer_scale=3`;
  return [`scale=${width}:${height}:${TO_RGB},format=rgb24`, palette];
}

/** A frame by its number, or several in the order of time. */
function chosen(frames: readonly number[]): string {
  return `select='${frames.map((frame) => `eq(n,${frame})`).join('+')}'`;
}

const TAGS_709 = ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'];
const STRIPPED = ['-sn', '-dn'];

/** Options of the output file. @param beside numbers of the inputs that hold its sound and its chapters */
export function outputOptions(
  output: CutOutput,
  label: string,
  { sound, chapters = -1 }: { readonly sound?: number | undefined; readonly chapters?: number | undefined } = {},
): string[] {
  // Of chapters their titles are metadata too: a text of ours, which says nothing of the whole.
  const own = String(chapters);
  const picture = ['-map', label, '-fps_mode', 'passthrough', '-map_metadata', own, '-map_chapters', own, ...STRIPPED];
  switch (output.what) {
    case 'film':
      return [...picture, ...(sound === undefined ? ['-an'] : ['-map', `${sound}:a:0`, '-c:a', 'copy']), ...filmOptions(output)];
    case 'poster':
    case 'sprite':
      return [...picture, '-an', '-c:v', 'rawvideo', '-f', 'rawvideo'];
    case 'preview':
      return [...picture, '-an', ...previewOptions(output)];
  }
}

/**
 * A GOP is closed, as x264 has it by itself, and no longer than it says. Without an edit list both tracks begin at 0: the first frames are then said to come
 * earlier than they do, which every decoder of MP4 knows since 2012 (ISO 14496-12, version 1 of `ctts`).
 */
function filmOptions(film: Film): string[] {
  const isIso = film.container !== 'webm';
  const tags = Object.entries(film.tags).sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    ...encoderOptions(film),
    ...TAGS_709,
    ...['-g', String(film.gop), '-threads', String(film.threads), '-flags:v', '+bitexact'],
    ...tags.flatMap(([name, value]) => ['-metadata', `${name}=${value}`]),
    ...(isIso && !film.editList ? ['-movflags', '+faststart+negative_cts_offsets', '-use_editlist', '0'] : []),
    ...(isIso && film.editList ? ['-movflags', '+faststart'] : []),
    ...['-f', film.container],
  ];
}

/** Where it does not look for cuts, and in small pictures, x264 0.164 weighs B-frames by memory that it never wrote. */
const FIXED_PATTERN = ['-b_strategy', '0'];

function encoderOptions({ codec, crf, preset, level, threads, mostRate, steady }: Film): string[] {
  // A buffer of two seconds, as platforms reckon a highest rate.
  const bounded = mostRate === undefined ? [] : ['-maxrate', String(mostRate), '-bufsize', String(2 * mostRate)];
  switch (codec) {
    case 'h264': {
      const said = level === undefined ? [] : ['-level:v', (level / 10).toFixed(1)];
      // Within a bound, frames that are coded at once take from each other's buffer by chance: slices do not.
      const sliced = mostRate === undefined ? [] : ['-x264-params', 'sliced-threads=1'];
      const fixed = steady ? ['-sc_threshold', '0', ...FIXED_PATTERN] : [];
      return [
        ...['-c:v', 'libx264', '-preset', preset, '-crf', String(crf), '-profile:v', 'high', ...said],
        ...['-bf', '2', ...bounded, ...sliced, ...fixed],
      ];
    }
    case 'hevc':
      return [
        ...['-c:v', 'libx265', '-preset', preset, '-crf', String(crf), '-tag:v', 'hvc1', ...bounded],
        ...['-x265-params', `pools=${threads}:frame-threads=${threads}:open-gop=0:info=0:log-level=error`],
      ];
    case 'av1':
      return ['-c:v', 'libsvtav1', '-preset', preset, '-crf', String(crf), '-svtav1-params', `lp=${threads}`, ...bounded];
    case 'vp9':
      return ['-c:v', 'libvpx-vp9', '-crf', String(crf), '-b:v', '0', '-deadline', 'good', '-cpu-used', preset, '-row-mt', '1', ...bounded];
  }
}

/** As light as they may be: nobody looks at them for long. Of 3 s at 480 px AVIF takes 11 kB, MP4 25, WebP 74, GIF 620 (November 2026). */
function previewOptions({ format, threads }: Preview): string[] {
  const limits = ['-threads', String(threads), '-flags:v', '+bitexact'];
  switch (format) {
    case 'mp4':
      return [
        ...['-c:v', 'libx264', '-preset', 'medium', '-crf', '28', '-profile:v', 'high', '-bf', '2'],
        ...[...FIXED_PATTERN, ...TAGS_709, ...limits],
        ...['-movflags', '+faststart+negative_cts_offsets', '-use_editlist', '0', '-f', 'mp4'],
      ];
    case 'avif':
      return [
        '-c:v',
        'libsvtav1',
        '-preset',
        '8',
        '-crf',
        '40',
        '-svtav1-params',
        `lp=${threads}`,
        ...TAGS_709,
        ...limits,
        '-loop',
        '0',
        '-f',
        'avif',
      ];
    case 'webp':
      return ['-c:v', 'libwebp_anim', '-quality', '60', '-compression_level', '4', ...limits, '-loop', '0', '-f', 'webp'];
    case 'gif':
      return [...limits, '-loop', '0', '-f', 'gif'];
  }
}

const ENCODERS = { h264: 'libx264', hevc: 'libx265', av1: 'libsvtav1', vp9: 'libvpx-vp9' } as const;
const PREVIEWS = {
  mp4: ['enc:libx264', 'mux:mp4'],
  avif: ['enc:libsvtav1', 'mux:avif'],
  webp: ['enc:libwebp_anim', 'mux:webp'],
  gif: ['enc:gif', 'mux:gif', 'filter:palettegen', 'filter:paletteuse'],
} as const;

/** What a build of ffmpeg must hold to make it. */
export function needsOf(output: CutOutput, { parts, captions, overlays }: Picture): Capability[] {
  const filters = [
    'fps',
    'tpad',
    'scale',
    ...(parts.some(({ fade }) => fade > 0) ? ['xfade'] : []),
    ...(parts.some(({ deinterlace }) => deinterlace) ? ['bwdif'] : []),
    ...(parts.some(({ hdr, colour }) => hdr || colour.primaries !== 'bt709') ? ['zscale'] : []),
    ...(parts.some(({ hdr }) => hdr) ? ['tonemap'] : []),
    ...(parts.some(({ fit }) => fit === 'blur') ? ['gblur'] : []),
    ...(overlays.length > 0 || parts.some(({ fit }) => fit === 'blur') ? ['overlay'] : []),
    ...(captions ? ['subtitles'] : []),
  ].map((name): Capability => `filter:${name}`);
  if (output.what === 'film') return [...filters, `enc:${ENCODERS[output.codec]}`, `mux:${output.container}`];
  return output.what === 'preview'
    ? [...filters, ...PREVIEWS[output.format]]
    : [...filters, ...(output.what === 'sprite' ? (['filter:tile'] as const) : [])];
}
