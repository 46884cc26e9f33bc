/** Chapters of film and sound: where each begins and ends, and how ffmpeg's metadata file says it. */

export interface Chapter {
  /** In s of the cut. */
  readonly at: number;
  readonly title: string;
}

/** In the order of time, each up to the next and the last to the end; those behind the end are left out. */
export function chapterSpans(chapters: readonly Chapter[], seconds: number): { from: number; to: number; title: string }[] {
  const sorted = chapters.filter(({ at }) => at < seconds).toSorted((one, other) => one.at - other.at);
  return sorted.map(({ at, title }, place) => ({ from: at, to: sorted[place + 1]?.at ?? seconds, title }));
}

/** https://ffmpeg.org/ffmpeg-formats.html#Metadata-2, in ms. */
export function chapterLines(chapters: readonly Chapter[], seconds: number): string[] {
  return chapterSpans(chapters, seconds).flatMap(({ from, to, title }) => {
    const [start, end] = [from, to].map((one) => Math.round(one * 1000));
    return ['[CHAPTER]', 'TIMEBASE=1/1000', `START=${start}`, `END=${end}`, `title=${escapedTag(title)}`];
  });
}

/** A file that holds nothing else. */
export const chapterFile = (chapters: readonly Chapter[], seconds: number): string =>
  `${[';FFMETADATA1', ...chapterLines(chapters, seconds)].join('\n')}\n`;

/** What would end a value, or begin another. */
export function escapedTag(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\0]/g, '')
    .replace(/[=;#\\\n]/g, (sign) => `\\${sign}`);
}
