/** What a podcast's feed says of an episode: its entry for RSS, and its chapters as players fetch them. */
import { escapeHtml } from '../model/html.ts';
import type { Job } from '../model/job.ts';
import { type Input, jobKeyOf, shortKey } from '../model/key.ts';

export type EpisodeRecipe =
  | {
      readonly what: 'entry';
      readonly title: string;
      /** It stays when the file is made anew. */
      readonly guid: string;
      readonly language?: string;
      /** MIME type of the file, and where it and its chapters will stand: whole URLs, or names where nobody said. */
      readonly type: string;
      readonly url: string;
      readonly chapters?: string;
      readonly seconds: number;
    }
  | { readonly what: 'chapters'; readonly chapters: readonly { readonly at: number; readonly title: string }[] };

/** Raise it when the same recipe is written differently. */
const WRITTEN = 'episode 1';

/** @param sound whose bytes the entry tells; chapters need none */
export function planEpisode(recipe: EpisodeRecipe, name: string, sound?: Input): Job<EpisodeRecipe> {
  const inputs = sound ? [sound] : [];
  const key = jobKeyOf({ kind: 'episode', tool: WRITTEN, recipe, inputs });
  const [kind, ending] = recipe.what === 'entry' ? ['feed entry', 'xml'] : ['chapters', 'json'];
  return {
    key,
    kind: 'episode',
    tool: WRITTEN,
    recipe,
    inputs,
    file: `${name}-${shortKey(key)}.${ending}`,
    label: `${name} ${kind}`,
    batch: `episode ${key}`,
  };
}

/**
 * An `<item>` of RSS 2.0 with what Apple (itunes) and Podcasting 2.0 (podcast) add. The day of publishing is for who publishes.
 * @param bytes of the file, as `<enclosure>` must state them
 */
export function writeEpisode(recipe: EpisodeRecipe, bytes: number): string {
  if (recipe.what === 'chapters') {
    const chapters = recipe.chapters.map(({ at, title }) => ({ startTime: Math.round(at * 1000) / 1000, title }));
    // https://github.com/Podcastindex-org/podcast-namespace/blob/main/chapters/jsonChapters.md, read November 2026.
    return `${JSON.stringify({ version: '1.2.0', chapters }, null, 2)}\n`;
  }
  const { title, guid, language, type, url, chapters, seconds } = recipe;
  const said = (text: string): string => escapeHtml(text.replace(/[\p{Cc}]+/gu, ' '));
  const lines = [
    '<item xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `  <title>${said(title)}</title>`,
    `  <guid isPermaLink="false">${said(guid)}</guid>`,
    `  <enclosure url="${said(url)}" length="${bytes}" type="${type}"/>`,
    `  <itunes:duration>${Math.max(1, Math.round(seconds))}</itunes:duration>`,
    ...(language === undefined ? [] : [`  <dc:language>${said(language)}</dc:language>`]),
    ...(chapters === undefined ? [] : [`  <podcast:chapters url="${said(chapters)}" type="application/json+chapters"/>`]),
    '</item>',
  ];
  return `${lines.join('\n')}\n`;
}
