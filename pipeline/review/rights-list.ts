/** The rights lists: what the delivered banners show, and what films and sounds are made of, whose it is, and until when it may be used. */
import type { Asset } from '../model/asset.ts';
import { escapeHtml } from '../model/html.ts';
import { paperWords } from './paper-words.ts';
import type { Language } from './words.ts';

export interface RightsList {
  readonly client: string;
  readonly production: string;
  readonly title: string;
  /** Absent: banners. */
  readonly of?: 'media';
  readonly pictures: readonly {
    readonly asset: Asset;
    /** Units that show it, such as `headline/300x250-nl`, or films and sounds that hold it, each once. */
    readonly units: readonly string[];
  }[];
}

/** A paper: it is mailed, filed and printed. */
const css = `
:root{--ink:#161616;--quiet:#595959;--rule:#bdbdbd;--missing:#a3180c}
*{box-sizing:border-box}body{margin:0 auto;max-width:1080px;padding:48px clamp(16px,4vw,56px);color:var(--ink);background:#fff;font:14px/1.45 Archivo,system-ui,sans-serif;font-variant-numeric:tabular-nums}
h1{margin:4px 0 8px;font-size:28px;line-height:1.15;font-weight:650;letter-spacing:-.01em}p{margin:0;max-width:62ch}.quiet,dt{color:var(--quiet)}
.figures{margin:16px 0 32px;font-weight:600}
ul{margin:0;padding:0;list-style:none}li.picture{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,5fr);gap:8px 32px;padding:16px 0;border-top:1px solid var(--rule);break-inside:avoid}
h2{margin:0;font-size:16px;font-weight:650;overflow-wrap:anywhere}h2+p{font-size:12px;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:9em minmax(0,1fr);gap:3px 16px;margin:0;align-content:start}dd{margin:0;overflow-wrap:anywhere}.missing{color:var(--missing);font-weight:600}
a{color:inherit;text-underline-offset:.2em}details{margin-top:-2px}summary{cursor:pointer;min-height:24px;line-height:24px}.units{margin-top:4px}.units{columns:16em;font-size:12px}
@media (max-width:40rem){li.picture{grid-template-columns:minmax(0,1fr)}}
@media print{body{padding:0;max-width:none;font-size:10pt}details>summary{list-style:none}details::details-content{content-visibility:visible;block-size:auto}}
`;

export function rightsHtml({ client, production, title, of, pictures }: RightsList, language: Language): string {
  const banners = paperWords[language];
  const w = of === 'media' ? { ...banners, ...banners.media } : banners;
  const told = pictures.map(({ asset, units }) => ({ asset, units, rights: rightsOf(asset) }));
  const ends = told.flatMap(({ rights }) => rights.until ?? []).sort();
  const entry = ({ asset, units, rights }: (typeof told)[number]): string => {
    const { page } = rights;
    // A file may call anything a page.
    const link = page && /^https?:\/\//i.test(page) ? `<a href="${escapeHtml(page)}">${escapeHtml(page)}</a>` : page && escapeHtml(page);
    const licence = [rights.licence && escapeHtml(rights.licence), link].filter(Boolean).join('<br>');
    const missing = `<span class="missing">${w.notStated}</span>`;
    const until = rights.until
      ? `<time datetime="${escapeHtml(rights.until)}">${escapeHtml(dayIn(rights.until, language))}</time>`
      : w.noEnd;
    const rows: [string, string | undefined][] = [
      [w.creator, rights.creator && escapeHtml(rights.creator)],
      [w.credit, rights.credit ? escapeHtml(rights.credit) : missing],
      [w.copyright, rights.copyright && escapeHtml(rights.copyright)],
      [w.licence, licence || missing],
      [w.until, until],
      [w.releases, rights.releases?.map(escapeHtml).join('<br>')],
      [w.usedIn, usedIn(units, w.units)],
    ];
    return `<li class="picture"><div><h2>${escapeHtml(asset.name)}</h2><p class="quiet">${escapeHtml(asset.file)}</p></div><dl>${rows
      .filter(([, value]) => value)
      .map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`)
      .join('')}</dl></li>`;
  };
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${w.rights}: ${escapeHtml(title)}</title>
<style>${css}</style>
</head>
<body>
<header>
<p class="quiet">${escapeHtml(client)} · ${escapeHtml(production)}</p>
<h1>${w.rights}</h1>
<p>${w.rightsIntro}</p>
<p class="figures">${w.pictures} ${told.length}${ends[0] ? ` · ${w.first} ${escapeHtml(dayIn(ends[0], language))}` : ''}</p>
</header>
<main>
<ul>${told.map(entry).join('\n')}</ul>
</main>
</body>
</html>
`;
}

/** A few are named, many are counted and folded. */
function usedIn(units: readonly string[], word: string): string {
  if (units.length <= 3) return units.map(escapeHtml).join('<br>');
  return `<details><summary>${units.length} ${word}</summary><ul class="units">${units.map((unit) => `<li>${escapeHtml(unit)}</li>`).join('')}</ul></details>`;
}

/** What was agreed in the order goes before what the file says of itself. */
function rightsOf({ rights, facts, clip }: Asset) {
  const own = clip?.rights ?? facts?.rights;
  return {
    creator: rights.creator ?? own?.creator,
    credit: rights.credit ?? own?.credit,
    copyright: rights.copyright ?? own?.copyright,
    licence: rights.licence ?? own?.terms,
    page: rights.page ?? own?.page,
    until: (rights.until ?? own?.until)?.slice(0, 10),
    releases: rights.releases,
  };
}

const MONTHS: Readonly<Record<Language, string>> = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december',
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  en: 'January February March April May June July August September October November December',
};

/** `2027-07-01` → `1 juli 2027`; what is no such day stays as it is. Our own: that of Intl changes with the Node at hand. */
function dayIn(day: string, language: Language): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  const name = MONTHS[language].split(' ')[Number(month) - 1];
  if (!name) return day;
  return `${language === 'fr' && Number(date) === 1 ? '1er' : Number(date)} ${name} ${year}`;
}
