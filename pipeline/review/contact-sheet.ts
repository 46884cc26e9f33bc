/** The contact sheet: every supplied picture with what is known and thought of it, worst first. */
import { severityRank, wordsOf } from '../checks/catalogue.ts';
import type { PrintSize } from '../checks/picture-print.ts';
import type { Asset } from '../model/asset.ts';
import type { Finding } from '../model/finding.ts';
import { escapeHtml } from '../model/html.ts';
import type { Repair } from '../model/repair.ts';
import { cropWords } from './crop-words.ts';
import { factsText } from './parts.ts';
import { reportCss } from './style.ts';
import { bytesIn, type Language, repairText, words } from './words.ts';

export interface ContactSheet {
  readonly production: string;
  readonly client: string;
  /** In the order in which they are shown. */
  readonly pictures: readonly { readonly asset: Asset; readonly told: readonly Finding[] }[];
  /** How many there are, of anything. */
  readonly findings: number;
  readonly repair: Repair;
  /** Name of the asset → what it comes to in print. */
  readonly prints: ReadonlyMap<string, PrintSize>;
  /** Name of the asset → path of its thumbnail beside the page. */
  readonly thumbnails: ReadonlyMap<string, string>;
}

/** Those that trouble come first; within a rank the order's own sequence stays. */
export function worstFirst(assets: readonly Asset[], findings: readonly Finding[]): { asset: Asset; told: Finding[] }[] {
  return assets
    .map((asset) => ({ asset, told: findings.filter(({ where }) => where.asset === asset.name) }))
    .map((one, at) => ({ ...one, at, rank: Math.max(0, ...one.told.map(({ severity }) => severityRank(severity))) }))
    .sort((one, other) => other.rank - one.rank || one.at - other.at)
    .map(({ asset, told }) => ({ asset, told }));
}

export function contactSheetHtml(sheet: ContactSheet, language: Language): string {
  const w = words[language];
  const { production, client, pictures, findings, repair, thumbnails, prints } = sheet;
  const cards = pictures.map(({ asset, told }) => card(asset, told, thumbnails.get(asset.name), prints.get(asset.name), language));
  const usable = pictures.filter(({ asset }) => asset.facts).length;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${w.pictures}: ${escapeHtml(production)}</title>
<style>${reportCss}</style>
</head>
<body>
<a class="skip" href="#main">${w.skip}</a>
<header>
<div><p class="quiet">${escapeHtml(client)} · ${escapeHtml(production)}</p><h1>${w.pictures}</h1></div>
<dl class="figures"><div><dt>${w.pictures}</dt><dd>${pictures.length}</dd></div><div><dt>${w.usable}</dt><dd>${usable}</dd></div><div><dt>${w.findings}</dt><dd>${findings}</dd></div>${repair.minutes > 0 ? `<div><dt>${w.repair}</dt><dd>${repairText(repair, language)}</dd></div>` : ''}</dl>
</header>
<main id="main">
<section><h2>${w.material}</h2><ul class="assets">${cards.join('')}</ul></section>
</main>
</body>
</html>
`;
}

function card(
  asset: Asset,
  told: readonly Finding[],
  thumbnail: string | undefined,
  print: PrintSize | undefined,
  language: Language,
): string {
  const picture = thumbnail
    ? `<a href="${escapeHtml(encodeURI(thumbnail))}"><img src="${escapeHtml(encodeURI(thumbnail))}" alt="${escapeHtml(asset.name)}" loading="lazy">${framingMarks(asset)}</a>`
    : '<span class="blank"></span>';
  const items = told.map((found) => {
    const { message, advice } = wordsOf(found, language);
    return `<li><span class="mark ${found.severity}">${words[language][found.severity]}</span> ${escapeHtml(message)} ${escapeHtml(advice)}</li>`;
  });
  const notes = items.length > 0 ? `<ul class="notes">${items.join('')}</ul>` : '';
  return `<li>${picture}<h3>${escapeHtml(asset.name)}</h3><p>${escapeHtml(asset.file)} · ${bytesIn(asset.bytes, language)}</p><p>${factsText(asset, language)}</p><p>${measuresText(asset, language)}</p>${captureLine(asset)}<p>${printText(print, language)}</p>${notes}</li>`;
}

/** The resolution where a size is planned, else how large it may become. */
function printText(print: PrintSize | undefined, language: Language): string {
  if (!print) return '';
  const w = words[language];
  const [wide, high] = print.largest;
  return `${w.inPrint} (${print.class})${print.ppi === undefined ? '' : `: ${print.ppi} ppi`}, ${w.upTo} ${wide} × ${high} mm`;
}

function captureLine({ facts }: Asset): string {
  const { camera, lens, taken, seconds, aperture, iso, focal } = facts?.capture ?? {};
  const exposure = seconds === undefined ? '' : seconds >= 0.3 ? `${seconds} s` : `1/${Math.round(1 / seconds)} s`;
  const parts = [
    camera,
    lens,
    taken?.replace('T', ' '),
    exposure,
    aperture && `f/${aperture}`,
    iso && `ISO ${iso}`,
    focal && `${focal} mm`,
  ];
  const line = parts.filter(Boolean).join(' · ');
  return line === '' ? '' : `<p>${escapeHtml(line)}</p>`;
}

/** Focus point and safe box over a picture that is fitted into its cell: drawn in px of the picture, fitted alike. */
function framingMarks({ facts, focus, safe }: Asset): string {
  if (!facts) return '';
  const { width, height } = facts;
  const point = `cx="${Math.round(focus[0] * width)}" cy="${Math.round(focus[1] * height)}" r="${Math.round(Math.max(width, height) / 50)}"`;
  const [left, top, wide, high] = safe ?? [0, 0, 0, 0];
  const at = `x="${Math.round(left * width)}" y="${Math.round(top * height)}" width="${Math.round(wide * width)}" height="${Math.round(high * height)}"`;
  const mark = (shape: string): string => `<${shape} class="under"/><${shape}/>`;
  return `<svg class="framing" viewBox="0 0 ${width} ${height}" aria-hidden="true">${safe ? mark(`rect ${at}`) : ''}${mark(`circle ${point}`)}</svg>`;
}

function measuresText({ facts, focus, safe }: Asset, language: Language): string {
  const measured = facts?.measured;
  if (!facts || !measured) return '';
  const w = words[language];
  const { detail, noise, quality, earlierQuality, clipped } = measured;
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  return [
    detail === undefined ? '' : `${w.detail} ${Math.round(detail * facts.width)} px`,
    quality === undefined ? '' : `JPEG ${quality}`,
    earlierQuality === undefined ? '' : `${w.earlier} ${earlierQuality}`,
    `${w.noise} ${noise.toFixed(1)}`,
    clipped.light >= 0.005 ? `${w.burnt} ${percent(clipped.light)}` : '',
    clipped.dark >= 0.005 ? `${w.sunk} ${percent(clipped.dark)}` : '',
    `${cropWords[language].point} ${focus.map(percent).join(', ')}`,
    safe ? `${cropWords[language].safe} ${safe.map(percent).join(', ')}` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
