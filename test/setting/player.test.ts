/** The HTML of players, and what search engines are told, without anything being made. */
import { expect, test } from 'vitest';
import type { JobKey } from '../../pipeline/model/key.ts';
import type { PlannedFilm } from '../../pipeline/model/layout.ts';
import { durationOf, mediaDataHtml } from '../../pipeline/setting/media-data.ts';
import { filmHtml, paragraphsOf } from '../../pipeline/setting/player.ts';

const rung = (width: number, codec: string) => ({
  path: `web-${width}-${codec}.mp4`,
  key: '' as JobKey,
  type: `video/mp4; codecs="${codec}"`,
  width,
  height: (width * 9) / 16,
});
const film: PlannedFilm = {
  jobs: [],
  files: [],
  texts: [],
  films: [1920, 1280, 854].flatMap((width) => [rung(width, 'av01'), rung(width, 'avc1')]),
  poster: 'web.jpg',
  tracks: ['en', 'fr', 'nl'].map((language) => ({ language, path: `web-${language}.vtt` })),
  width: 1920,
  height: 1080,
  seconds: 20,
};
const options = { language: 'nl', title: 'Zee "en" kaai', at: (path: string) => `/media/${path}` };

test('a size is offered to windows wider than the next smaller one, AV1 before H.264, and the smallest to all', () => {
  const sources = [...filmHtml(film, options).matchAll(/<source src="([^"]*)" type="([^"]*)"(?: media="([^"]*)")?>/g)];
  expect(sources.map(([, src, , media]) => [src, media])).toEqual([
    ['/media/web-1920-av01.mp4', '(min-width: 1281px)'],
    ['/media/web-1920-avc1.mp4', '(min-width: 1281px)'],
    ['/media/web-1280-av01.mp4', '(min-width: 855px)'],
    ['/media/web-1280-avc1.mp4', '(min-width: 855px)'],
    ['/media/web-854-av01.mp4', undefined],
    ['/media/web-854-avc1.mp4', undefined],
  ]);
  expect(sources[0]?.[2]).toBe('video/mp4; codecs=&quot;av01&quot;');
});

test('captions come in the language of the page first, and are shown only where that is asked', () => {
  const languages = (captions?: 'offered' | 'shown') =>
    [...filmHtml(film, { ...options, captions }).matchAll(/srclang="(\w+)" label="([^"]*)"[^>]*?( default)?>/g)].map(([, ...said]) => said);
  expect(languages()).toEqual([]);
  expect(languages('offered')).toEqual([
    ['nl', 'Nederlands', undefined],
    ['en', 'English', undefined],
    ['fr', 'Français', undefined],
  ]);
  expect(languages('shown')[0]).toEqual(['nl', 'Nederlands', ' default']);
  expect(filmHtml(film, options)).toContain('aria-label="Zee &quot;en&quot; kaai"');
});

test('a transcript breaks where nobody speaks, and begins a line with each who does', () => {
  const cue = (from: number, to: number, ...lines: string[]) => ({ from, to, lines });
  expect(
    paragraphsOf([cue(0, 1, 'The sea,', '<i>at six</i>.'), cue(1.2, 2, '- Cold?', '- No.'), cue(4, 5, '<3 & more'), cue(5, 6, ' ')]),
  ).toEqual([['The sea, at six.', '- Cold?', '- No.'], ['<3 & more']]);
  const html = filmHtml(film, { ...options, transcript: { language: 'en', cues: [cue(0, 1, '<3 & <b>')] } });
  expect(html).toContain('<summary>Uitgeschreven tekst</summary><div lang="en"><p>&lt;3 &amp;</p>');
});

test('durations are ISO 8601, and data can end neither its element nor an attribute', () => {
  expect([0, 20, 60, 65.24, 3600, 3725.96].map(durationOf)).toEqual(['PT0S', 'PT20S', 'PT1M', 'PT1M5.2S', 'PT1H', 'PT1H2M6S']);
  const name = `</script><!-- ' src='/x' \u2028 &amp; "`;
  const html = mediaDataHtml({ what: 'audio', name, contentUrl: 'https://a.example/a.m4a', seconds: 1, encodingFormat: 'audio/mp4' });
  const inside = html.slice('<script type="application/ld+json">'.length, -'</script>'.length);
  expect(inside).not.toMatch(/[<>&'\u2028]/);
  expect(JSON.parse(inside)).toMatchObject({ '@type': 'AudioObject', name, duration: 'PT1S' });
  expect(inside).not.toContain('uploadDate');
});

test('chapters are a track of the film, and clips of it for search engines', () => {
  expect(filmHtml(film, options)).not.toContain('kind="chapters"');
  expect(filmHtml({ ...film, chapters: 'web-chapters.vtt' }, options)).toContain(
    '<track kind="chapters" src="/media/web-chapters.vtt"></video>',
  );
  const told = { what: 'video', name: 'Zee', contentUrl: 'https://x.be/web.mp4', seconds: 20, encodingFormat: 'video/mp4' } as const;
  const data = mediaDataHtml({ ...told, hasPart: [{ name: 'Zout', startOffset: 2.5, endOffset: 20 }] });
  expect(JSON.parse(data.replace(/<.*?>/g, '')).hasPart).toEqual([
    { '@type': 'Clip', name: 'Zout', startOffset: 2.5, endOffset: 20, url: 'https://x.be/web.mp4#t=2.5' },
  ]);
  expect(mediaDataHtml(told)).not.toContain('hasPart');
});
