/** The crop sheet: every picture whole, with its focus point and safe box, beside every crop that is taken of it. */
import type { Asset, ImageFacts } from '../model/asset.ts';
import { cropAt, cutOf, type Framing, framingAt } from '../model/crop.ts';
import { framedName, type SheetCrop, type SheetData, type SheetPicture } from '../model/crop-sheet.ts';
import { cutByFrame, framedIn, frameOf } from '../model/frame.ts';
import { escapeHtml } from '../model/html.ts';
import type { Layout, Use } from '../model/layout.ts';
import type { Order } from '../model/order.ts';
import { cropCss } from './crop-style.ts';
import { type CropWords, cropWords } from './crop-words.ts';
import { reportCss } from './style.ts';
import type { Language } from './words.ts';

export interface CropSheet {
  readonly order: Order;
  readonly assets: readonly Asset[];
  readonly layout: Layout;
  /** Name of the asset → URL of the whole picture, small. */
  readonly pictures: ReadonlyMap<string, string>;
  /** The same of pictures as their turns and cuts leave them, by `framedName`. */
  readonly framed: ReadonlyMap<string, string>;
  readonly urls: Pick<SheetData, 'events' | 'post' | 'state'> & { readonly script: string };
  readonly version: string;
  readonly token: string;
}

type Shown = Asset & { readonly facts: ImageFacts };

/** A crop and who shows it. */
interface TakenCrop extends SheetCrop {
  readonly media?: string;
  /** Pages by URL, units by name. */
  readonly by: Set<string>;
  readonly kind: 'page' | 'unit';
}

export function cropSheetHtml(sheet: CropSheet, language: Language): string {
  const w = cropWords[language];
  const { order, urls, version, token } = sheet;
  const taken = takenCrops(sheet.layout);
  const shown = sheet.assets.filter((asset): asset is Shown => asset.facts !== undefined && sheet.pictures.has(asset.name));
  const dataOf = (asset: Shown): SheetPicture => ({
    name: asset.name,
    width: asset.facts.width,
    height: asset.facts.height,
    ...saidOf(asset, order),
    ...(asset.facts.measured?.salient ? { salient: asset.facts.measured.salient } : {}),
    crops: (taken.get(asset.name) ?? []).map(({ places, ratio, geometry }) => ({
      places,
      ...(ratio ? { ratio } : {}),
      ...(geometry ? { geometry } : {}),
    })),
  });
  const { refused: _, ...plain } = w;
  const { script, ...links } = urls;
  const data: SheetData = { version, token, ...links, pictures: shown.map(dataOf), words: plain };
  const count = shown.reduce((sum, { name }) => sum + (taken.get(name)?.length ?? 0), 0);
  const main = `<header>
<div><p class="quiet">${escapeHtml(order.client)} · ${escapeHtml(order.production)} · <a href="/">${w.report}</a></p><h1>${w.crops}</h1></div>
<dl class="figures"><div><dt>${w.crops}</dt><dd>${count}</dd></div></dl>
<p class="intro">${w.intro} <span class="quiet" id="keys">${w.keys}</span></p>
</header>
<main id="main">
${shown.map((asset) => pictureSection(asset, taken.get(asset.name) ?? [], sheet, w)).join('\n')}
</main>
<div class="bar"><p id="state" role="status">${w.unchanged}</p><button type="button" id="save" disabled>${w.save}</button></div>
<script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script type="module" src="${script}"></script>`;
  return documentOf(w, language, order.production, main);
}

/** Stands in for the sheet while there is none. */
export function cropSheetWaiting(production: string, state: 'waiting' | 'broken', language: Language): string {
  const w = cropWords[language];
  const main = `<header><div><p class="quiet">${escapeHtml(production)} · <a href="/">${w.report}</a></p><h1>${w.crops}</h1></div></header>
<main id="main"><section><p role="status">${w[state]}</p></section></main>`;
  return documentOf(w, language, production, main);
}

function documentOf(w: CropWords, language: Language, production: string, main: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${w.crops}: ${escapeHtml(production)}</title>
<style>${reportCss}${cropCss}</style>
</head>
<body>
<a class="skip" href="#main">${w.skip}</a>
${main}
</body>
</html>
`;
}

/** Each crop once, in the order in which pages and units ask for it. */
function takenCrops(layout: Layout): Map<string, TakenCrop[]> {
  const found = new Map<string, Map<string, TakenCrop>>();
  const note = (use: Use, by: string, kind: TakenCrop['kind']): void => {
    const { asset, slot, places = [slot], ratio, media, geometry } = use;
    const own = found.get(asset) ?? new Map<string, TakenCrop>();
    found.set(asset, own);
    const id = JSON.stringify([places.at(-1), ratio]);
    const known = own.get(id) ?? {
      places,
      ...(ratio ? { ratio } : {}),
      ...(media ? { media } : {}),
      ...(geometry ? { geometry } : {}),
      by: new Set<string>(),
      kind,
    };
    known.by.add(by);
    own.set(id, known);
  };
  for (const page of layout.pages) for (const use of page.uses) note(use, page.url, 'page');
  for (const unit of layout.units) for (const use of unit.uses) note(use, unit.name, 'unit');
  return new Map([...found].map(([asset, own]) => [asset, [...own.values()]]));
}

/** What the order says of this very file, and of all that its pattern names. */
function saidOf({ name }: Asset, order: Order): Pick<SheetPicture, 'said' | 'inherited' | 'apart' | 'apartInherited'> {
  const framing = (one: Framing | undefined): Framing => ({
    ...(one?.focus ? { focus: one.focus } : {}),
    ...(one?.safe ? { safe: one.safe } : {}),
  });
  const own = order.supplied.find((one) => one.name === name);
  if (own) return { said: framing(own), apart: own.crops ?? {}, apartInherited: {} };
  const group = order.supplied.find((one) => name.startsWith(`${one.name}/`));
  const file = name.slice((group?.name.length ?? 0) + 1);
  const each = group?.each && Object.hasOwn(group.each, file) ? group.each[file] : undefined;
  return { said: framing(each), inherited: framing(group), apart: each?.crops ?? {}, apartInherited: group?.crops ?? {} };
}

const percent = (share: number): string => `${Number((share * 100).toFixed(3))}%`;

function pictureSection(asset: Shown, crops: readonly TakenCrop[], sheet: CropSheet, w: CropWords): string {
  const { name, facts } = asset;
  const id = escapeHtml(name);
  const source = escapeHtml(sheet.pictures.get(name) ?? '');
  const framed = ({ geometry }: TakenCrop): string => (geometry ? escapeHtml(sheet.framed.get(framedName(name, geometry)) ?? '') : source);
  const button = (part: string, label: string): string =>
    `<button type="button" class="${part}" data-part="${part}" aria-label="${label}" aria-describedby="keys"></button>`;
  const figures =
    crops.length === 0
      ? `<p class="quiet">${w.unused}</p>`
      : `<ul class="crops">${crops.map((crop) => cropFigure(asset, crop, framed(crop), w)).join('')}</ul>`;
  return `<section class="picture" data-name="${id}" aria-label="${id}" style="--shape:${facts.width / facts.height}">
<div class="whole">
<h2>${id} <span class="quiet">${facts.width} × ${facts.height}</span></h2>
<div class="stage" style="aspect-ratio:${facts.width}/${facts.height}"><img src="${source}" alt="${id}" loading="lazy" draggable="false">
<div class="outline" hidden></div>
<div class="box" hidden><span class="edge top"></span><span class="edge right"></span><span class="edge bottom"></span><span class="edge left"></span>
${button('move', w.safe)}${button('nw', w.upperLeft)}${button('se', w.lowerRight)}</div>
${button('point', w.point)}</div>
<p class="told"><span class="only"></span><span class="focus-told"></span><span class="safe-told"></span></p>
<p class="tools"><button type="button" data-do="safe">${w.addSafe}</button> <button type="button" data-do="point">${w.dropPoint}</button> <button type="button" data-do="undo" hidden>${w.undo}</button></p>
</div>
${figures}
</section>`;
}

/** Drawn here with the build's own arithmetic; the page moves it with the same. */
function cropFigure(asset: Shown, crop: TakenCrop, source: string, w: CropWords): string {
  const { facts } = asset;
  const { places, ratio, media, by, kind, geometry = [] } = crop;
  const frame = frameOf(facts, geometry);
  const there = geometry.length > 0 ? framedIn(frame.place, asset) : asset;
  const box = cropAt(frame, ratio, there, places);
  const cut = cutByFrame(frame.place, framingAt(asset, places).safe) ?? cutOf(frame, ratio, framingAt(there, places).safe);
  const style = `width:${percent(frame.width / box.width)};left:${percent(-box.left / box.width)};top:${percent(-box.top / box.height)}`;
  const [one, more] = { page: [w.page, w.pages], unit: [w.unit, w.units] }[kind];
  const count = `${by.size} ${by.size === 1 ? one : more}`;
  const about = [ratio ? ratio.join(':') : w.whole, media, count].filter((part) => part !== undefined);
  const name = escapeHtml(places.at(-1) ?? '');
  return `<li data-place="${name}" style="--ratio:${box.width / box.height}"><button type="button" class="crop" aria-pressed="false" aria-label="${w.apart}: ${name}"><img src="${source}" alt="" loading="lazy" style="${style}"></button>
<p><strong>${name.replaceAll('/', '/<wbr>')}</strong></p><p class="quiet" title="${escapeHtml([...by].join('\n'))}">${about.map(escapeHtml).join(' · ')}</p><p class="apart quiet"></p><p class="cut error">${cut ? w.cuts.replace('{share}', String(Math.max(1, Math.round(cut.share * 100)))) : ''}</p></li>`;
}
