/** The technical sheet of a film or sound that is delivered: its shape for machines, and the page that people read. */
import { numeral } from '../checks/words/say.ts';
import type { PictureTrack, SoundTrack } from '../model/clip.ts';
import type { Loudness } from '../model/cut-recipe.ts';
import { escapeHtml } from '../model/html.ts';
import type { MediaStatus, MediaValue } from '../model/media-rules.ts';
import { rounded } from './cut-done.ts';
import { sheetWords } from './sheet-words.ts';
import type { Language } from './words.ts';

/** `<name>.sheet.json`; members are only ever added. Nothing in it tells the day: the same input gives the same bytes. */
export interface FilmSheet {
  readonly production: string;
  readonly client: string;
  readonly delivery: string;
  readonly channel: { readonly id: string; readonly name: string };
  readonly language?: string;
  readonly seconds: number;
  /** `00:00:15:00`; absent of sound alone. */
  readonly duration?: string;
  /** Frames per second as a fraction, such as `30000/1001`. */
  readonly rate?: string;
  /** Master playlist beside the sheet, where the film is delivered as an adaptive stream (HLS) too. */
  readonly stream?: string;
  readonly files: readonly SheetFile[];
  readonly parts: readonly SheetPart[];
  readonly loudness?: { readonly target?: number; readonly before?: Loudness; readonly after?: Loudness };
  /** What was done to the clips, in the language of the sheet. */
  readonly done: readonly string[];
  readonly limits: readonly LimitSaid[];
  readonly rights: readonly SheetRights[];
  readonly tools: readonly string[];
}

export interface SheetFile {
  /** Beside the sheet. */
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Of film and sound, as read back from the file; absent where nobody measured it. */
  readonly container?: string;
  readonly seconds?: number;
  /** RFC 6381, such as `video/mp4; codecs="avc1.640028, mp4a.40.2"`. */
  readonly type?: string;
  readonly level?: string;
  readonly scan?: 'progressive' | 'interlaced';
  readonly picture?: Pick<
    PictureTrack,
    'codec' | 'profile' | 'width' | 'height' | 'pixels' | 'depth' | 'colour' | 'bitRate' | 'longestGop' | 'frames'
  > & {
    readonly rate: string;
    readonly pixelShape: string;
  };
  readonly sound?: Omit<SoundTrack, 'startsAt'>;
  readonly loudness?: Loudness;
}

export interface SheetPart {
  readonly clip: string;
  readonly file: string;
  readonly sha256: string;
  /** In s of the clip, and of the cut. */
  readonly source: readonly [from: number, to: number];
  readonly record: readonly [from: number, to: number];
  /** The same as timecode, that of the clip where it has one; absent of sound alone. */
  readonly sourceTimecode?: readonly [from: string, to: string];
  readonly recordTimecode?: readonly [from: string, to: string];
  /** Seconds shared with the part before it. */
  readonly fade: number;
}

export interface LimitSaid {
  readonly id: string;
  readonly asked: MediaValue | null;
  readonly unit?: string;
  /** Of all the files: one that breaks it breaks it. */
  readonly verdict: 'kept' | 'broken' | 'unmeasured' | 'unknown';
  readonly severity: string;
  readonly source: string;
  readonly checked: string;
  readonly status: MediaStatus;
}

export interface SheetRights {
  readonly asset: string;
  readonly file: string;
  readonly creator?: string | undefined;
  readonly credit?: string | undefined;
  readonly copyright?: string | undefined;
  readonly licence?: string | undefined;
  readonly until?: string | undefined;
}

const css = `
:root{--ink:#161616;--quiet:#595959;--rule:#bdbdbd;--missing:#a3180c}
*{box-sizing:border-box}body{margin:0 auto;max-width:1080px;padding:48px clamp(16px,4vw,56px);color:var(--ink);background:#fff;font:14px/1.45 Archivo,system-ui,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
h1{margin:4px 0 8px;font-size:28px;line-height:1.15;font-weight:650;letter-spacing:-.01em}h2{margin:32px 0 8px;font-size:16px;font-weight:650}p,ul{margin:0}ul{padding:0;list-style:none}.quiet,dt{color:var(--quiet)}code{font-size:12px}code,td.quiet{overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:9em minmax(0,1fr);gap:3px 16px;margin:8px 0 0}dd{margin:0}.broken{color:var(--missing);font-weight:600}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;min-width:40em}td,th{padding:5px 12px 5px 0;border-top:1px solid var(--rule);text-align:left;vertical-align:top;font-weight:inherit}thead th,thead td{font-weight:650;border:0}
@media print{body{padding:0;max-width:none;font-size:9pt}}
`;

export function filmSheetHtml(sheet: FilmSheet, language: Language): string {
  const w = sheetWords[language];
  const { production, client, delivery, channel, rate, stream, duration, seconds, done, tools } = sheet;
  const length = `${duration === undefined ? '' : `${duration} (`}${rounded(seconds, 3, language)} s${duration === undefined ? '' : ')'}`;
  const head: [string, string][] = [
    [w.channel, channel.name],
    [w.duration, length],
    ...(rate === undefined ? [] : [[w.rate, rate] as [string, string]]),
    ...(stream === undefined ? [] : [[w.stream, stream] as [string, string]]),
  ];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${w.title}: ${escapeHtml(delivery)}</title>
<style>${css}</style>
</head>
<body>
<main>
<p class="quiet">${escapeHtml(client)} · ${escapeHtml(production)} · ${w.title}</p>
<h1>${escapeHtml(delivery)}</h1>
<dl>${head.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>
<h2>${w.files}</h2>
${table(
  w.files,
  [w.file, `${w.picture} · ${w.sound}`, 'sha256'],
  sheet.files.map((file) => fileRow(file, language)),
)}
<h2>${w.cutList}</h2>
${table(
  w.cutList,
  [w.clip, w.source, w.record],
  sheet.parts.map((part) => partRow(part, language)),
)}
${done.length > 0 ? `<h2>${w.done}</h2>\n<ul>${done.map((one) => `<li>${escapeHtml(one)}</li>`).join('')}</ul>` : ''}
${
  sheet.limits.length > 0
    ? `<h2>${w.limits}</h2>\n${table(
        w.limits,
        ['', w.asked, w.verdict, w.from],
        sheet.limits.map((limit) => limitRow(limit, language)),
      )}`
    : ''
}
<h2>${w.rights}</h2>
${table(
  w.rights,
  [w.clip, w.rights],
  sheet.rights.map((one) => rightsRow(one, language)),
)}
<h2>${w.tools}</h2>
<ul class="quiet">${tools.map((one) => `<li>${escapeHtml(one)}</li>`).join('')}</ul>
</main>
</body>
</html>
`;
}

function table(name: string, heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((one) => (one === '' ? '<td></td>' : `<th scope="col">${escapeHtml(one)}</th>`)).join('');
  return `<section class="wide" aria-label="${escapeHtml(name)}" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table></section>`;
}

const joined = (parts: readonly (string | false | undefined)[]): string =>
  parts
    .filter(Boolean)
    .map((one) => escapeHtml(String(one)))
    .join(' · ');

function fileRow({ name, sha256, bytes, picture, sound, loudness, level, scan }: SheetFile, language: Language): string {
  const n = (value: number, decimals = 1): string => rounded(value, decimals, language);
  const { matrix, primaries, transfer, range } = picture?.colour ?? {};
  const lines = [
    picture &&
      joined([
        `${picture.codec} ${picture.profile ?? ''}${level === undefined ? '' : ` @ ${level}`}`,
        `${picture.width} × ${picture.height}`,
        `${picture.rate} ${scan ?? ''}`,
        picture.pixels,
        [...new Set([matrix, primaries, transfer])].join('/'),
        range,
        `${n(picture.bitRate / 1000, 0)} kb/s`,
      ]),
    sound && joined([sound.codec, sound.layout, `${n(sound.sampleRate / 1000)} kHz`, `${n(sound.bitRate / 1000, 0)} kb/s`]),
    loudness &&
      loudness.loudness !== null &&
      joined([`${n(loudness.loudness)} LUFS`, `LRA ${n(loudness.range)} LU`, loudness.truePeak !== null && `${n(loudness.truePeak)} dBTP`]),
  ];
  return `<tr><th scope="row">${escapeHtml(name)}<br><span class="quiet">${numeral(bytes, language)} bytes</span></th><td>${lines.filter(Boolean).join('<br>')}</td><td><code>${sha256}</code></td></tr>`;
}

function partRow({ clip, file, source, record, sourceTimecode, recordTimecode }: SheetPart, language: Language): string {
  const span = ([from, to]: readonly [number, number], code?: readonly [string, string]): string => {
    const seconds = `${rounded(from, 3, language)} – ${rounded(to, 3, language)} s`;
    return code ? `${code.join(' – ')}<br><span class="quiet">${seconds}</span>` : seconds;
  };
  return `<tr><th scope="row">${escapeHtml(clip)}<br><span class="quiet">${escapeHtml(file)}</span></th><td>${span(source, sourceTimecode)}</td><td>${span(record, recordTimecode)}</td></tr>`;
}

function limitRow({ id, asked, unit = '', verdict, source, checked, status }: LimitSaid, language: Language): string {
  const w = sheetWords[language];
  const value =
    asked === null
      ? '–'
      : typeof asked === 'number'
        ? numeral(asked, language)
        : typeof asked === 'boolean'
          ? asked
            ? '✓'
            : '–'
          : asked.join(', ');
  return `<tr><th scope="row">${escapeHtml(id)}</th><td>${escapeHtml(`${value} ${unit}`.trim())}</td><td class="${verdict}">${w.verdicts[verdict]}</td><td class="quiet">${escapeHtml(source)} · ${checked} · ${w.officially[status]}</td></tr>`;
}

function rightsRow({ asset, file, creator, credit, copyright, licence, until }: SheetRights, language: Language): string {
  const w = sheetWords[language];
  const said = joined([...new Set([credit, creator, copyright, licence]), until && `${w.until} ${until}`]);
  return `<tr><th scope="row">${escapeHtml(asset)}<br><span class="quiet">${escapeHtml(file)}</span></th><td>${said || `<span class="broken">${w.notStated}</span>`}</td></tr>`;
}
