/** Sound ordered, made and delivered: a podcast with music under it, and a spot that is too quiet, from a whole build. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loudnessOf, makeClip, probe, SOURCES, samplesOf } from '../support/sounds.ts';
import { HOUSE, makeWorkspace, photo } from '../support/workspace.ts';

const ORDER = `
client: Trial
title: { en: Trial }
house: plain
languages: [en]
supplied:
  - { name: talk, file: audio/talk.wav, rights: { creator: A, credit: A, copyright: © 2026 A, licence: all, until: 2099-01-01 } }
  - { name: bed, file: audio/bed.mp3, rights: { creator: A, credit: A, licence: all, until: 2099-01-01 } }
  - { name: hiss, file: audio/hiss.wav, rights: { creator: A, credit: A, licence: all, until: 2099-01-01 } }
  - { name: phone, file: video/phone.mp4, rights: { creator: A, credit: A, licence: all, until: 2099-01-01 } }
  - { name: sea, file: photos/sea.jpg, rights: { creator: A, credit: A, licence: all, until: 2099-01-01 } }
deliver:
  audio:
    - { name: talk, from: talk, in: 0.5, out: 3.5, fade: [0.2, 0.5], music: { clip: bed, gain: -6, duck: 12 }, channel: podcast, title: Sea & shore, cover: sea, chapters: [{ at: 1, title: One }] }
    - { name: hiss, from: hiss, in: 0, out: 2, channel: podcast }
    - { name: said, from: phone, channel: podcast }
`;

test('what is ordered lies in the output, as loud as its channel wants it, and is made once', { timeout: 180_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kader-sounding-'));
  const bytesOf = (name: string, source: string, ...options: string[]): Buffer =>
    readFileSync(makeClip(source, join(folder, name), ...options));
  const workspace = makeWorkspace({
    'templates/plain/house.yaml': HOUSE,
    'templates/plain/tokens.json': '{ "colour": { "ink": { "$value": "#112233", "$type": "color" } } }',
    'assets/try/order.yaml': ORDER,
    'assets/try/photos/sea.jpg': await photo(1600, 1500),
    'assets/try/video/phone.mp4': bytesOf('phone.mp4', SOURCES.speech, '-f', 'lavfi', '-i', 'testsrc2=s=160x90:r=25:d=2', '-t', '2'),
    'assets/try/audio/talk.wav': bytesOf('talk.wav', SOURCES.speech, '-ac', '2'),
    'assets/try/audio/bed.mp3': bytesOf('bed.mp3', SOURCES.music, '-ac', '2', '-t', '2'),
    'assets/try/audio/hiss.wav': bytesOf('hiss.wav', 'anoisesrc=c=white:r=48000:a=0.006:seed=3:d=2', '-ac', '2', '-c:a', 'pcm_s24le'),
  });
  try {
    const { report } = workspace.build('--no-measure');
    const at = (path: string): string => workspace.path('output/try', path);
    expect(Object.keys(workspace.tree('output/try/audio'))).toEqual([
      'hiss-podcast/feed-entry.xml',
      'hiss-podcast/hiss-podcast.mp3',
      'hiss-podcast/hiss-podcast.sheet.html',
      'hiss-podcast/hiss-podcast.sheet.json',
      'hiss-podcast/hiss-podcast.svg',
      'said-podcast/feed-entry.xml',
      'said-podcast/said-podcast.mp3',
      'said-podcast/said-podcast.sheet.html',
      'said-podcast/said-podcast.sheet.json',
      'said-podcast/said-podcast.svg',
      'talk-podcast/chapters.json',
      'talk-podcast/feed-entry.xml',
      'talk-podcast/talk-podcast.mp3',
      'talk-podcast/talk-podcast.sheet.html',
      'talk-podcast/talk-podcast.sheet.json',
      'talk-podcast/talk-podcast.svg',
    ]);
    const made = at('audio/talk-podcast/talk-podcast.mp3');
    const heard = loudnessOf(made);
    expect(Math.abs(heard.loudness + 16)).toBeLessThanOrEqual(0.3);
    expect(heard.truePeak).toBeLessThanOrEqual(-1);
    expect(samplesOf(made, 2)).toHaveLength(3 * 96_000);
    expect(probe(made).format.tags).toMatchObject({ title: 'Sea & shore', artist: 'Trial', copyright: '© 2026 A' });
    expect(probe(made).streams.map(({ codec_type }) => codec_type)).toEqual(['audio', 'video']);
    expect(readFileSync(at('audio/talk-podcast/feed-entry.xml'), 'utf8')).toContain(`length="${statSync(made).size}"`);
    expect(readFileSync(at('audio/talk-podcast/talk-podcast.svg'), 'utf8')).toContain('stroke="#112233"');
    expect(report.findings.filter(({ code }) => code === 'sound-held-back').map(({ where }) => where)).toMatchObject([
      { deliverable: 'audio/hiss-podcast' },
    ]);
    // A picture too small for any film holds back no sound.
    expect(report.findings.filter(({ code, severity }) => code === 'clip-too-small' && severity === 'error')).toHaveLength(1);
    expect(report.deliverables.find(({ name }) => name === 'audio/said-podcast')).toMatchObject({ sound: true });
    const before = workspace.tree('output/try/audio');
    expect(workspace.build('--no-measure').report.jobs.made).toBe(0);
    expect(workspace.tree('output/try/audio')).toEqual(before);
  } finally {
    workspace.remove();
    rmSync(folder, { recursive: true, force: true });
  }
});
