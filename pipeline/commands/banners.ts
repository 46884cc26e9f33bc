/** The banners of `kader preview`: the page that the last build laid, with how each unit was before it last changed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BannerSheetData, SheetUnit } from '../model/banner-sheet.ts';
import type { Digest } from '../model/key.ts';
import { bannerPageHtml } from '../review/banner-page.ts';
import { withBridge } from '../review/banner-sheet.ts';
import type { Language } from '../review/words.ts';
import { blobFile } from '../tools/blobs.ts';
import { contentTypeOf, EVENTS, type TableEntry } from '../tools/server.ts';
import { readRounds, roundsFile, type UnitRounds } from '../tools/studio-preview.ts';
import type { Workspace } from '../tools/workspace.ts';

export const BANNERS = '/banners/';
/** The folder that a build lays, as the preview serves it. */
const ROOT = '/preview/';
const DATA = '/banners/data.json';
const BEFORE = 'before';
const HTML = 'text/html; charset=utf-8';
/** No page but the preview's own may show it in a frame, and it loads nothing from elsewhere. */
const GUARD =
  "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'";

/** What the server gives, by URL path; nothing where no banners were laid. */
export function bannerEntries(workspace: Workspace, production: string, language: Language): Map<string, TableEntry> {
  const table = new Map<string, TableEntry>();
  const laid = join(workspace.output, production, 'preview', 'data.json');
  if (!existsSync(laid)) return table;
  const data = JSON.parse(readFileSync(laid, 'utf8')) as BannerSheetData;
  const rounds = readRounds(roundsFile(workspace, production));
  const units = data.units.map((unit): SheetUnit => {
    const known = rounds?.units[unit.name];
    const before = known && addBefore(table, workspace, unit, known);
    const isChanged = known !== undefined && known.round > 0 && known.round === rounds?.round;
    return { ...unit, ...(before ? { before } : {}), ...(isChanged ? { changed: true } : {}) };
  });
  const sheet: BannerSheetData = { ...data, units };
  const html = bannerPageHtml(sheet, { root: ROOT, report: '/', live: { events: EVENTS, data: DATA } }, language);
  table.set(`${BANNERS}index.html`, { text: html, type: HTML, headers: { 'content-security-policy': GUARD } });
  table.set(DATA, { text: JSON.stringify(sheet), type: contentTypeOf(DATA) });
  return table;
}

/** Served from the store; what was swept from it is not shown. */
function addBefore(
  table: Map<string, TableEntry>,
  workspace: Workspace,
  { name, digest }: SheetUnit,
  { before }: UnitRounds,
): SheetUnit['before'] {
  if (!before) return undefined;
  const fileOf = (one: Digest): string => blobFile(join(workspace.kader, 'store'), one);
  const folder = `${BEFORE}/${name}/${digest}`;
  const isThere = (one: Digest): boolean => existsSync(fileOf(one));
  const [file, image] = before.backup ?? [];
  const backup = file && image && isThere(image) ? `${folder}/${file}` : undefined;
  if (backup && image) table.set(`${ROOT}${backup}`, { path: fileOf(image), type: contentTypeOf(backup) });
  const isWhole = [before.page, ...before.files.map(([, one]) => one)].every(isThere);
  if (!isWhole) return backup ? { backup } : undefined;
  const page = `${folder}/index.html`;
  const html = withBridge(readFileSync(fileOf(before.page), 'utf8'), `${ROOT}bridge.js`);
  table.set(`${ROOT}${page}`, { text: html, type: HTML });
  for (const [path, one] of before.files) table.set(`${ROOT}${folder}/${path}`, { path: fileOf(one), type: contentTypeOf(path) });
  return { page, ...(backup ? { backup } : {}) };
}
