/** The page of the preview of banners: its frame and its data; the cards are made in the page, hundreds would make it slow to come. */
import type { BannerPageData, BannerSheetData } from '../model/banner-sheet.ts';
import { escapeHtml } from '../model/html.ts';
import { bannerWords } from './banner-words.ts';
import { bytesIn, type Language } from './words.ts';

export interface BannerPageWish {
  /** In front of every path: empty beside the files, else ending with `/`. */
  readonly root: string;
  /** Address of the report; absent where the page stands by itself. */
  readonly report?: string;
  readonly live?: BannerPageData['live'];
}

export function bannerPageHtml(sheet: BannerSheetData, wish: BannerPageWish, language: Language): string {
  const w = bannerWords[language];
  const { root, report, live } = wish;
  const data: BannerPageData = { ...sheet, root, ...(live ? { live } : {}), words: w };
  const link = (path: string): string => escapeHtml(root + path.split('/').map(encodeURIComponent).join('/'));
  const choice = (name: string, value: string, label: string): string =>
    `<button type="button" data-set="${name}=${value}" aria-pressed="false">${label}</button>`;
  const group = (id: string, label: string, inside: string): string =>
    `<div class="tool" id="${id}" role="group" aria-label="${label}"><span class="label" aria-hidden="true">${label}</span>${inside}</div>`;
  const shows = (['banner', 'backup', 'gif', 'mp4', 'storyboard', 'before', 'difference'] as const).map((one) =>
    choice('show', one, w[one]),
  );
  const pages = (['white', 'grey', 'dark'] as const).map((one) => choice('page', one, w[one]));
  const deliveries = sheet.deliveries.map(
    ({ path, bytes }) =>
      `<a href="${link(path)}" download>${escapeHtml(path.split('/').at(-1) ?? path)}</a> <span class="quiet">${bytesIn(bytes, language)}</span>`,
  );
  const key = (keys: readonly string[], what: string): string =>
    `<div><dt>${keys.map((one) => `<kbd>${one}</kbd>`).join(' ')}</dt><dd>${what}</dd></div>`;
  const back = report ? ` · <a href="${escapeHtml(report)}">${w.report}</a>` : '';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${w.banners}: ${escapeHtml(sheet.title)}</title>
<link rel="stylesheet" href="${link('sheet.css')}">
</head>
<body data-page="grey">
<a class="skip" href="#main">${w.skip}</a>
<header class="top">
<div><p class="quiet">${escapeHtml(sheet.client)} · ${escapeHtml(sheet.production)}${back}</p><h1>${escapeHtml(sheet.title)}</h1></div>
<p class="get">${deliveries.join(' ')} <button type="button" id="give" hidden></button></p>
</header>
<div class="desk">
<nav class="rail" aria-label="${w.filters}"><details><summary>${w.filters}</summary>
<label class="find"><span class="label">${w.search}</span><input type="search" id="search" autocomplete="off" spellcheck="false"></label>
<label class="find"><span class="label">${w.group}</span><select id="group"></select></label>
<p><button type="button" id="reset" hidden>${w.reset}</button></p>
<div id="facets"></div></details></nav>
<main id="main">
<div class="bench">
<p class="tally"><strong>${w.banners}</strong> <span id="count" role="status">${sheet.units.length}</span></p>
${group('shows', w.shows, shows.join(''))}
${group('pages', w.page, pages.join(''))}
${group('zooms', w.zoom, choice('zoom', '1', '1×') + choice('zoom', '2', '2×'))}
${group('overlays', w.overlays, choice('text', 'true', w.text) + choice('safe', 'true', w.safe))}
<div class="tool">${choice('isReduced', 'true', w.reduced)}<button type="button" data-set="isClicking=true" aria-pressed="false" title="${escapeHtml(w.clickHint)}">${w.click}</button></div>
</div>
<div class="table">
<noscript><p>${w.noScript}</p></noscript>
<div id="wall"></div>
<section id="alone" aria-label="${w.about}" hidden></section>
<p id="nothing" hidden>${w.nothingLeft}</p>
</div>
</main>
</div>
<p id="said" role="status"></p>
<footer class="deck">
<button type="button" id="play" class="round" aria-label="${w.play}" data-state="play"><span class="shape"></span></button>
<button type="button" id="restart" class="round" aria-label="${w.restart}" title="${w.restart} (r)"><span class="shape again"></span></button>
<div class="track"><div id="ticks"></div><input type="range" id="scrub" min="0" max="1" step="0.001" value="0" aria-label="${w.scrub}"></div>
<p class="clock"><span id="time">0 / 0 s</span><span id="loop" class="quiet"></span></p>
<button type="button" id="help" class="round" data-act="keys" aria-label="${w.keys}" title="${w.keys} (?)">?</button>
</footer>
<dialog id="keys" aria-labelledby="keys-title"><h2 id="keys-title">${w.keys}</h2><dl class="keys">
${key(['space'], w.keyToggle)}${key(['r'], w.keyRestart)}${key(['←', '→'], w.keyFrame)}${key(['⇧ ←', '⇧ →'], w.keyLeap)}${key(['Home', 'End'], w.keyEnds)}${key(['[', ']'], w.keyLabels)}${key(['f', 'Esc'], w.keyAlone)}${key(['j', 'k'], w.keyStep)}${key(['/'], w.keySearch)}${key(['b', 'z'], w.keyLook)}${key(['t', 's'], w.keyMarks)}${key(['m', 'c', 'd'], w.keyMore)}
</dl><form method="dialog"><button>${w.close}</button></form></dialog>
<script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script src="${link('sheet.js')}"></script>
</body>
</html>
`;
}
