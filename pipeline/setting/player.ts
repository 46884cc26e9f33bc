/** The HTML of what plays: a film or a sound in the browser's own player, with all that goes along, before any of it is made. */
import { ownName } from '../jobs/language-codes.ts';
import type { Cue } from '../model/clip.ts';
import { escapeHtml } from '../model/html.ts';
import type { PlannedFilm, PlannedSound } from '../model/layout.ts';

export interface PlayerOptions {
  /** Of the page. */
  readonly language: string;
  /** What the player is called for who cannot see it. */
  readonly title: string;
  readonly class?: string | undefined;
  /** Text below it. */
  readonly caption?: string | undefined;
  /** Files as the page writes them, such as `/media/web-720-av1-0123456789.mp4`. */
  readonly at: (path: string) => string;
  readonly transcript?: Transcript | undefined;
  /** Data for search engines, as an element. */
  readonly data?: string | undefined;
}

export interface Transcript {
  readonly language: string;
  readonly cues: readonly Cue[];
  /** Word that it is opened by; absent: that of the page's language. */
  readonly summary?: string | undefined;
}

export interface FilmOptions extends PlayerOptions {
  /** As the page writes it; absent: that of the film. */
  readonly poster?: string | undefined;
  /** Absent: none are offered; `shown`: those of the page's language are on from the start. */
  readonly captions?: 'offered' | 'shown' | undefined;
}

/** Nothing plays of its own accord, so who asked for less motion is asked for nothing more. */
export function filmHtml(film: PlannedFilm, options: FilmOptions): string {
  const { width, height, sprite } = film;
  const { at, title, captions } = options;
  const tracks = captions ? tracksHtml(film, options, captions) : '';
  // By the ratio that is held, no rendition whose size was rounded to even pixels moves what stands below it.
  const video =
    `<video controls playsinline preload="metadata" width="${width}" height="${height}" style="aspect-ratio:${width}/${height}"` +
    ` poster="${escapeHtml(options.poster ?? at(film.poster))}" aria-label="${escapeHtml(title)}"` +
    `${sprite ? ` data-sprite="${escapeHtml(at(sprite.map))}"` : ''}>${sourcesHtml(film, at)}${tracks}${chaptersHtml(film, at)}</video>`;
  return playerHtml('kader-video', video, options);
}

export function soundHtml(
  { type, light, waveform, width, height }: PlannedSound,
  sound: string,
  chapters: string | undefined,
  options: PlayerOptions,
): string {
  const { at, title } = options;
  // It says nothing that is not heard.
  const drawing = `<img src="${escapeHtml(at(waveform.file))}" width="${width}" height="${height}" alt="" loading="lazy" decoding="async">`;
  const track = chapters === undefined ? '' : `<track kind="chapters" src="${escapeHtml(at(chapters))}">`;
  const audio =
    `<audio controls preload="metadata" aria-label="${escapeHtml(title)}">` +
    `${light ? sourceHtml(at(light.sound.file), light.type) : ''}${sourceHtml(at(sound), type)}${track}</audio>`;
  return playerHtml('kader-audio', drawing + audio, options);
}

function sourceHtml(src: string, type: string): string {
  return `<source src="${escapeHtml(src)}" type="${escapeHtml(type)}">`;
}

/**
 * Browsers take the first source that they play and whose condition holds, once, when the page loads. A size is offered to
 * windows wider than the next smaller one: so none is enlarged by more than the screen's own density, and a phone loads the
 * smallest. In each size AV1 stands before the heavier H.264. (`media` on sources of films: all browsers since December 2023.)
 */
function sourcesHtml({ films }: PlannedFilm, at: PlayerOptions['at']): string {
  const widths = [...new Set(films.map(({ width }) => width))].sort((one, other) => other - one);
  return films
    .map(({ path, type, width }) => {
      const smaller = widths.find((one) => one < width);
      const media = smaller === undefined ? '' : ` media="(min-width: ${smaller + 1}px)"`;
      return `<source src="${escapeHtml(at(path))}" type="${escapeHtml(type)}"${media}>`;
    })
    .join('');
}

function chaptersHtml({ chapters }: PlannedFilm, at: PlayerOptions['at']): string {
  return chapters === undefined ? '' : `<track kind="chapters" src="${escapeHtml(at(chapters))}">`;
}

/** The page's own language first: it is the one that a reader who wants captions wants. */
function tracksHtml({ tracks }: PlannedFilm, { language: own, at }: PlayerOptions, captions: 'offered' | 'shown'): string {
  const sorted = [...tracks].sort((one, other) => Number(other.language === own) - Number(one.language === own));
  return sorted
    .map(({ language, path }, place) => {
      const isOn = captions === 'shown' && place === 0 ? ' default' : '';
      return `<track kind="captions" srclang="${escapeHtml(language)}" label="${escapeHtml(ownName(language))}" src="${escapeHtml(at(path))}"${isOn}>`;
    })
    .join('');
}

function playerHtml(name: string, player: string, { class: own, caption, transcript, language, data = '' }: PlayerOptions): string {
  const below = caption === undefined || caption === '' ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>`;
  const classes = [name, own].filter(Boolean).join(' ');
  return `<div class="${escapeHtml(classes)}"><figure>${player}${below}</figure>${transcript ? transcriptHtml(transcript, language) : ''}${data}</div>`;
}

const SUMMARIES: Readonly<Record<string, string>> = { nl: 'Uitgeschreven tekst', fr: 'Transcription', en: 'Transcript' };

function transcriptHtml({ language, cues, summary }: Transcript, page: string): string {
  const lang = language === page ? '' : ` lang="${escapeHtml(language)}"`;
  const word = summary ?? SUMMARIES[page.split('-')[0] ?? ''] ?? SUMMARIES['en'] ?? '';
  const paragraphs = paragraphsOf(cues).map((lines) => `<p>${lines.map(escapeHtml).join('<br>')}</p>`);
  return `<details><summary>${escapeHtml(word)}</summary><div${lang}>${paragraphs.join('')}</div></details>`;
}

/** Where nobody speaks for so long, in s, something else begins. */
const PAUSE = 2;
const SPEAKER = /^\s*[-–—]/;

/** Captions as text to be read: one paragraph to the next pause, and a line for each who speaks. */
export function paragraphsOf(cues: readonly Cue[]): string[][] {
  const paragraphs: string[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const { from, to, lines } of cues) {
    if (from - end >= PAUSE || paragraphs.length === 0) paragraphs.push([]);
    end = Math.max(end, to);
    const paragraph = paragraphs.at(-1) as string[];
    for (const line of lines.map((one) => one.replace(/<\/?[ib]>/g, '').trim()).filter(Boolean)) {
      const last = paragraph.at(-1);
      if (last === undefined || SPEAKER.test(line)) paragraph.push(line);
      else paragraph[paragraph.length - 1] = `${last} ${line}`;
    }
  }
  return paragraphs.filter((lines) => lines.length > 0);
}
