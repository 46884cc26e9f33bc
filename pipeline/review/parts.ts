/** The parts of the report: findings by deliverable, the contact sheet of banners, the material, the pages. */

import { wordsOf } from '../checks/catalogue.ts';
import { numeral } from '../checks/words/say.ts';
import type { Asset } from '../model/asset.ts';
import type { BannerFacts } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import { escapeHtml } from '../model/html.ts';
import type { Job, Outcome } from '../model/job.ts';
import type { JobKey } from '../model/key.ts';
import type { BuildRecord, Judged, ReleaseFile } from '../model/record.ts';
import { proofsHtml } from './corrections.ts';
import { bytesIn, type Language, words } from './words.ts';

/** Above this many assets the renditions of each are counted, not shown: a page of 24 000 pictures helps nobody. */
const MANY_ASSETS = 300;

export interface View {
  readonly record: BuildRecord;
  readonly language: Language;
  readonly outcomes: ReadonlyMap<JobKey, Outcome>;
  /** Path as asked by a deliverable → where it lies now. */
  readonly lies: ReadonlyMap<string, ReleaseFile>;
}

export function viewOf(record: BuildRecord, language: Language): View {
  const lies = new Map<string, ReleaseFile>();
  for (const file of record.release.review) lies.set(file.path.replace(/^review\//, ''), file);
  for (const file of record.release.files) lies.set(file.path, file);
  return { record, language, outcomes: new Map(record.outcomes.map((outcome) => [outcome.key, outcome])), lies };
}

export const link = (path: string): string => escapeHtml(path.split('/').map(encodeURIComponent).join('/'));

export function findingsPart({ record, language }: View): string {
  const w = words[language];
  const groups = new Map<string, Finding[]>();
  for (const found of record.findings) {
    const name =
      found.where.deliverable ??
      (found.where.page ? 'site' : found.where.asset && found.where.file !== 'order.yaml' ? w.material : w.general);
    groups.set(name, [...(groups.get(name) ?? []), found]);
  }
  if (groups.size === 0) return `<p class="quiet">${w.none}</p>`;
  const parts = [...groups].map(
    ([name, found]) =>
      `<div class="group"><h3>${escapeHtml(name)}</h3><ul class="findings">${found.map((one) => findingItem(one, language)).join('')}</ul></div>`,
  );
  return `<p><label for="search">${w.filter}</label> <input id="search" type="search"></p>${parts.join('')}`;
}

function findingItem(found: Finding, language: Language): string {
  const { message, advice } = wordsOf(found, language);
  const { file, line, column, page } = found.where;
  const place = [file && `${file}${line ? `:${line}${column ? `:${column}` : ''}` : ''}`, page].filter(Boolean).join(' · ');
  return `<li><span class="mark ${found.severity}">${words[language][found.severity]}</span><div><p>${escapeHtml(message)}</p><p>${escapeHtml(advice)}</p><p class="place">${escapeHtml([place, found.code].filter(Boolean).join(' · '))}</p></div></li>`;
}

export function requestsPart({ record, language }: View): string {
  const missing = record.findings.filter(({ code }) => code === 'material-missing');
  if (missing.length === 0) return '';
  const items = missing.map((found) => `<li>${escapeHtml(wordsOf(found, language).advice)}</li>`);
  return `<section><h2>${words[language].requests}</h2><ul>${items.join('')}</ul></section>`;
}

export function bannersPart(view: View): string {
  const { record, language, outcomes, lies } = view;
  const w = words[language];
  const banners = record.judged.filter(({ deliverable }) => deliverable.kind === 'banner');
  if (banners.length === 0) return '';
  const cell = ({ deliverable, sound }: Judged): string => {
    const [width, height] = deliverable.size ?? [0, 0];
    const backup = ['jpg', 'png', 'gif'].flatMap((ending) => lies.get(`${deliverable.name}.${ending}`) ?? [])[0];
    const zip = lies.get(`${deliverable.name}.zip`);
    const page = lies.get(`${deliverable.name}/index.html`);
    const outcome = deliverable.measures[0] && outcomes.get(deliverable.measures[0].key);
    const facts = outcome && 'made' in outcome ? (outcome.made.facts as unknown as BannerFacts | undefined) : undefined;
    const name = (deliverable.unit ?? deliverable.name).split('/').slice(1).join('/');
    const picture = backup
      ? `<img src="${link(backup.path)}" width="${width}" height="${height}" alt="${escapeHtml(name)}" loading="lazy">`
      : `<span class="blank" style="width:${width}px"></span>`;
    const about = [
      zip && bytesIn(zip.bytes, language),
      facts?.seconds != null && `${facts.seconds.toFixed(1)} ${w.seconds}`,
      sound ? '' : `<span class="error">${w.held}</span>`,
    ].filter(Boolean);
    return `<li>${page ? `<a href="${link(page.path)}"${sound ? '' : ' class="held"'}>${picture}</a>` : picture}<p><strong>${escapeHtml(name)}</strong><br>${about.join(' · ')}</p></li>`;
  };
  // One of each unit: what a single target says of it stands among the findings and in the preview.
  const units = new Map<string, Judged>();
  for (const one of banners) {
    const unit = one.deliverable.unit ?? one.deliverable.name;
    const known = units.get(unit);
    if (!known || (known.sound && !one.sound)) units.set(unit, one);
  }
  const inSizes = [...units.values()].sort((a, b) => (a.deliverable.size?.[0] ?? 0) - (b.deliverable.size?.[0] ?? 0));
  return `<section><h2>${w.banners}</h2><ul class="units">${inSizes.map(cell).join('')}</ul></section>`;
}

export function correctionsPart({ record, language, lies }: View): string {
  const placeOf = (path: string): string | undefined => {
    const file = lies.get(path);
    return file && link(file.path);
  };
  return proofsHtml(record.proofs, placeOf, language);
}

export function materialPart(view: View): string {
  const { record, language, lies, outcomes } = view;
  const w = words[language];
  const byAsset = new Map<string, Job[]>();
  for (const job of record.jobs) {
    if (job.kind !== 'image' || !job.asset) continue;
    const known = byAsset.get(job.asset);
    if (known) known.push(job);
    else byAsset.set(job.asset, [job]);
  }
  const many = record.assets.length > MANY_ASSETS;
  const placeOf = (job: Job): ReleaseFile | undefined => lies.get(`site/img/${job.file}`);
  const bytesOf = (job: Job): string => {
    const outcome = outcomes.get(job.key);
    return outcome && 'made' in outcome && outcome.made.blob ? bytesIn(outcome.made.blob.bytes, language) : '';
  };
  const rendition = (job: Job): string => {
    const file = placeOf(job);
    const label = job.label.replace(`${job.asset} `, '');
    return file
      ? `<li><a href="${link(file.path)}"><img src="${link(file.path)}" alt="" loading="lazy"> ${escapeHtml(label)}<br>${bytesOf(job)}</a></li>`
      : `<li>${escapeHtml(label)}<br>${bytesOf(job)}</li>`;
  };
  const cell = (asset: Asset): string => {
    const jobs = byAsset.get(asset.name) ?? [];
    const shown = jobs.filter((job) => placeOf(job)).find((job) => /jpe?g|png|webp/.test(job.file));
    const path = shown && placeOf(shown)?.path;
    const picture = path
      ? `<a href="${link(path)}"><img src="${link(path)}" alt="${escapeHtml(asset.name)}" loading="lazy"></a>`
      : '<span class="blank"></span>';
    const strip =
      many || jobs.length === 0
        ? `<p>${jobs.length} ${w.renditions}</p>`
        : `<details><summary>${jobs.length} ${w.renditions}</summary><ul class="strip">${jobs.map(rendition).join('')}</ul></details>`;
    return `<li>${picture}<h3>${escapeHtml(asset.name)}</h3><p>${escapeHtml(asset.file)} · ${bytesIn(asset.bytes, language)}</p><p>${factsText(asset, language)}</p>${strip}</li>`;
  };
  if (!many) return `<section><h2>${w.material}</h2><ul class="assets">${record.assets.map(cell).join('')}</ul></section>`;
  const row = (asset: Asset): string =>
    `<tr><td>${escapeHtml(asset.name)}</td><td>${factsText(asset, language)}</td><td class="number">${byAsset.get(asset.name)?.length ?? 0}</td><td class="number">${bytesIn(asset.bytes, language)}</td></tr>`;
  return `<section><h2>${w.material}</h2><table>${record.assets.map(row).join('')}</table></section>`;
}

/** Size, format, colour and rights of a supplied picture on a line. */
export function factsText({ facts, type, rights }: Asset, language: Language): string {
  const w = words[language];
  if (!facts) return `<span class="error">${escapeHtml(type)}, ${w.unreadable}</span>`;
  const credit = rights.credit ?? rights.creator ?? facts.rights.credit ?? facts.rights.creator ?? facts.rights.copyright;
  const parts = [
    `${facts.width} × ${facts.height} px`,
    `${facts.format} ${facts.depth} bit ${facts.space}`,
    facts.profile ? escapeHtml(facts.profile) : facts.colour?.gamut === 'lab' ? '' : w.untagged,
    facts.colour && facts.colour.beyond >= 0.001
      ? `${numeral(Number((facts.colour.beyond * 100).toFixed(1)), language)} % ${w.beyond}`
      : '',
    facts.gainMap === 'usable' ? 'UltraHDR' : '',
    facts.density ? `${Math.round(facts.density)} ppi` : '',
    credit ? escapeHtml(credit) : `<span class="warning">${w.noRights}</span>`,
    facts.hasGps ? `<span class="warning">${w.location}</span>` : '',
  ];
  return parts.filter(Boolean).join(' · ');
}

export function pagesPart({ record, language, lies }: View): string {
  const w = words[language];
  const pages = [...lies].filter(([path]) => path.startsWith('site/') && path.endsWith('.html'));
  if (pages.length === 0) return '';
  const rows = pages.map(
    ([path, file]) =>
      `<tr><td><a href="${link(file.path)}">${escapeHtml(path.slice(4).replace(/index\.html$/, ''))}</a></td><td class="number">${bytesIn(file.bytes, language)}</td></tr>`,
  );
  const site = record.judged.find(({ deliverable }) => deliverable.kind === 'site');
  const weight = site ? `, ${site.files} · ${bytesIn(site.bytes, language)}` : '';
  return `<section><h2>${w.site}${weight}</h2><details${pages.length <= 12 ? ' open' : ''}><summary>${pages.length} ${w.pages.toLowerCase()}</summary><table>${rows.join('')}</table></details></section>`;
}
