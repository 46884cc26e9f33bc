/** Film and sound in the report: each cut with its frames, waveform, loudness and what was done, the supplied clips, and all loudness in a table. */
import { wordsOf } from '../checks/catalogue.ts';
import { verdictBy } from '../checks/clip-verdict.ts';
import type { Asset } from '../model/asset.ts';
import { isClipType } from '../model/clip.ts';
import type { Loudness } from '../model/cut-recipe.ts';
import type { MadeClipFacts } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import { escapeHtml } from '../model/html.ts';
import type { Job, Outcome } from '../model/job.ts';
import type { JobKey } from '../model/key.ts';
import type { LaidCut } from '../model/layout.ts';
import { clockOf } from '../model/time.ts';
import { type CutMade, cutMade, doneText, fpsText, rounded } from './cut-done.ts';
import { cutWords } from './cut-words.ts';
import { link, type View } from './parts.ts';
import { bytesIn, type Language, words } from './words.ts';

/** Film and sound, or what somebody calls so. */
export function isMoving({ clip, type }: Asset): boolean {
  return clip !== undefined || isClipType(type);
}

/** @returns nothing where an order has neither */
export function cutsPart(view: View): string {
  const { record, language } = view;
  const w = cutWords[language];
  const clips = record.assets.filter(isMoving);
  if (clips.length === 0 && record.cuts.length === 0) return '';
  const jobs = new Map(record.jobs.map((job) => [job.key, job]));
  const assets = new Map(record.assets.map((asset) => [asset.name, asset]));
  const made = record.cuts.map((laid) => ({ laid, made: cutMade(laid, assets, jobs, view.outcomes) }));
  const items = made.map((one) => cutItem(one.laid, one.made, jobs, view));
  return [
    `<section><h2>${w.heading}</h2>${items.length > 0 ? `<ul class="cuts">${items.join('')}</ul>` : ''}`,
    clips.length > 0 ? clipsTable(clips, view) : '',
    loudnessTable(made, clips, language),
    '</section>',
  ].join('\n');
}

function cutItem({ name, cut, media, proofs, film }: LaidCut, made: CutMade, jobs: ReadonlyMap<JobKey, Job>, view: View): string {
  const { record, language, lies, outcomes } = view;
  const w = cutWords[language];
  const judged = record.judged.find(({ deliverable }) => deliverable.name === name);
  const strip = proofs?.strip && lies.get(proofs.strip.path);
  const drawn = lies.get(proofs?.waveform?.path ?? `${name}/${name.split('/').at(-1)}.svg`);
  const frames = proofs?.strip;
  const picture =
    strip && frames
      ? `<img src="${link(`review/${frames.path}`)}" width="${frames.frames * frames.width}" height="${frames.height}" alt="${escapeHtml(`${name}: ${w.strip}`)}" loading="lazy">`
      : '';
  const wave = drawn
    ? `<img class="wave" src="${link(drawn.path)}" width="960" height="120" alt="${escapeHtml(`${name}: ${w.waveform}`)}" loading="lazy">`
    : '';
  const rows = media.map(({ path, from }) => {
    const file = lies.get(path);
    const key = from.from === 'job' ? from.key : undefined;
    const outcome = key && outcomes.get(key);
    const label = path.split('/').at(-1) ?? path;
    const bytes = file?.bytes ?? (outcome && 'made' in outcome ? outcome.made.blob?.bytes : undefined);
    const measure = judged?.deliverable.measures.find(({ of }) => of === path);
    const facts = measure && madeFacts(outcomes.get(measure.key));
    const about = [
      fileFacts(facts, key === undefined ? undefined : jobs.get(key), language),
      bytes === undefined ? '' : bytesIn(bytes, language),
    ];
    return `<li>${file ? `<a href="${link(file.path)}">${escapeHtml(label)}</a>` : escapeHtml(label)} <span class="quiet">${about.filter(Boolean).map(escapeHtml).join(' · ')}</span></li>`;
  });
  for (const ending of ['html', 'json']) {
    const sheet = lies.get(`${name}/${name.split('/').at(-1)}.sheet.${ending}`);
    if (sheet) rows.push(`<li><a href="${link(sheet.path)}">${w.sheet} (${ending.toUpperCase()})</a></li>`);
  }
  const verdict = judged?.sound
    ? `<span class="mark sound">${words[language].sound}</span>${judged.unmeasured ? ` <span class="warning">${w.unmeasured}</span>` : ''}`
    : `<span class="mark error">${words[language].held}</span>`;
  const told = record.findings.filter(({ where }) => where.deliverable === name);
  const notes = told.map((found) => {
    const { message, advice } = wordsOf(found, language);
    return `<li><span class="mark ${found.severity}">${words[language][found.severity]}</span> ${escapeHtml(message)} ${escapeHtml(advice)}</li>`;
  });
  const done = doneText(made, language);
  const seconds = film?.seconds ?? cut.seconds;
  const size = film ? `${film.width} × ${film.height} px · ` : '';
  return `<li><h3 id="${escapeHtml(name)}">${escapeHtml(name)} ${verdict}</h3><p>${size}${clockOf(seconds)} · ${loudnessText(made, language)}</p>${picture}${wave}<div class="about"><div><h4>${w.files}</h4><ul>${rows.join('')}</ul></div>${done.length > 0 ? `<div><h4>${w.done}</h4><ul>${done.map((one) => `<li>${escapeHtml(one)}</li>`).join('')}</ul></div>` : ''}</div>${notes.length > 0 ? `<ul class="notes">${notes.join('')}</ul>` : ''}</li>`;
}

function madeFacts(outcome: Outcome | undefined): MadeClipFacts['facts'] | undefined {
  const facts = outcome && 'made' in outcome ? (outcome.made.facts as unknown as MadeClipFacts | undefined) : undefined;
  return facts?.what === 'clip' ? facts.facts : undefined;
}

/** As it was read back; of what nobody measured, as it was asked for. */
function fileFacts(facts: MadeClipFacts['facts'] | undefined, job: Job | undefined, language: Language): string {
  if (!facts) return job?.label ?? '';
  const { picture, sound, seconds } = facts;
  return [
    picture && `${picture.codec}${picture.profile ? ` ${picture.profile}` : ''} ${picture.width} × ${picture.height}`,
    picture && `${fpsText(picture.averageRate, language)} ${cutWords[language].fps}`,
    sound && `${sound.codec} ${sound.layout} ${rounded(sound.sampleRate / 1000, 1, language)} kHz`,
    clockOf(seconds),
  ]
    .filter(Boolean)
    .join(' · ');
}

function loudnessText({ sound }: CutMade, language: Language): string {
  const w = cutWords[language];
  if (!sound) return w.silent;
  const level = (one: Loudness | undefined): string => `${lufs(one?.loudness, language)}, ${peak(one?.truePeak, language)}`;
  return `${level(sound.before)} → <strong>${level(sound.after)}</strong>`;
}

function lufs(level: number | null | undefined, language: Language): string {
  return level == null ? cutWords[language].quiet : `${rounded(level, 1, language)} LUFS`;
}

function peak(level: number | null | undefined, language: Language): string {
  return level == null ? '–' : `${rounded(level, 1, language)} dBTP`;
}

function clipsTable(clips: readonly Asset[], { record, language }: View): string {
  const w = cutWords[language];
  const rows = clips.map((asset) => {
    const told = record.findings.filter(({ where }) => where.asset === asset.name && where.deliverable === undefined);
    const { verdict } = asset.clip ? verdictBy(told) : { verdict: 'unusable' as const };
    const look = { standard: 'sound', convert: 'warning', unusable: 'error' }[verdict];
    return `<tr><td>${escapeHtml(asset.name)}<br><span class="quiet">${escapeHtml(asset.file)}</span></td><td><span class="mark ${look}">${words[language][verdict]}</span></td><td>${escapeHtml(clipText(asset, told, language))}</td><td class="number">${asset.clip?.measured?.sound ? lufs(asset.clip.measured.sound.loudness, language) : '–'}</td></tr>`;
  });
  return `<h3>${w.supplied}</h3>${table([w.clip, w.verdict, w.facts], [w.loudness], rows, w.supplied)}`;
}

/** Format, size, rate and length of a supplied clip on a line, and what of them asks for work. */
function clipText({ clip, type, bytes }: Asset, told: readonly Finding[], language: Language): string {
  const w = cutWords[language];
  if (!clip) return `${type}, ${words[language].unreadable}`;
  const { picture, sound } = clip;
  return [
    type,
    picture && `${picture.codec} ${picture.width} × ${picture.height}`,
    picture && (picture.isVariable ? w.variable : `${fpsText(picture.averageRate, language)} ${w.fps}`),
    picture?.hdr && `HDR ${picture.hdr.toUpperCase()}`,
    picture && picture.rotation !== 0 && `${w.turned} ${picture.rotation}°`,
    told.some(({ code }) => code === 'clip-interlaced') && w.interlaced,
    sound ? `${sound.codec} ${sound.layout} ${rounded(sound.sampleRate / 1000, 1, language)} kHz` : w.noSound,
    clockOf(clip.seconds),
    clip.timecode,
    bytesIn(bytes, language),
  ]
    .filter(Boolean)
    .join(' · ');
}

function loudnessTable(
  made: readonly { readonly laid: LaidCut; readonly made: CutMade }[],
  clips: readonly Asset[],
  language: Language,
): string {
  const w = cutWords[language];
  const number = (text: string): string => `<td class="number">${text}</td>`;
  const cuts = made.flatMap(({ laid: { name }, made: { sound } }) => {
    if (!sound) return [];
    const { target, reached } = sound.done;
    const aim = typeof target === 'number' ? `${rounded(target, 1, language)} LUFS` : '–';
    const after = lufs(sound.after?.loudness, language);
    return [
      `<tr><td>${escapeHtml(name)}</td>${number(aim)}${number(lufs(sound.before?.loudness, language))}${number(reached === false ? `<span class="warning">${after}</span>` : after)}${number(peak(sound.after?.truePeak, language))}</tr>`,
    ];
  });
  const supplied = clips.flatMap(({ name, clip }) => {
    const sound = clip?.measured?.sound;
    return sound
      ? [
          `<tr><td>${escapeHtml(name)}</td>${number('–')}${number(lufs(sound.loudness, language))}${number('–')}${number(peak(sound.truePeak, language))}</tr>`,
        ]
      : [];
  });
  if (cuts.length + supplied.length === 0) return '';
  return `<h3>${w.loudness}</h3>${table([w.deliverable], [w.target, w.before, w.after, w.peak], [...cuts, ...supplied], w.loudness)}`;
}

/** Scrolls by itself where a screen is narrow, by keyboard too. */
function table(heads: readonly string[], numbers: readonly string[], rows: readonly string[], name: string): string {
  const head = [
    ...heads.map((one) => `<th scope="col">${one}</th>`),
    ...numbers.map((one) => `<th scope="col" class="number">${one}</th>`),
  ].join('');
  return `<section class="wide" aria-label="${escapeHtml(name)}" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}
