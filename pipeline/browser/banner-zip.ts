/** Gives the zips of the units that are shown as one zip, made in the page; a page opened from disk may not read its neighbours. */
/// <reference lib="dom" />
import { zipSync } from 'fflate';
import type { BannerPageData, SheetUnit } from '../model/banner-sheet.ts';
import { addressOf, make } from './banner-dom.ts';
import { packagesOf, type View } from './banner-view.ts';

/** The day that stands in it: the same zips give the same bytes. */
const DAY = '1980-01-01T00:00:00';

/** What may be handed over: backup images go beside their zip. */
export function filesToGive(units: readonly SheetUnit[], view: View): string[] {
  return units.flatMap((unit) =>
    packagesOf(unit, view).flatMap(({ zip, shots }) => (zip?.path ? [zip.path, ...(shots.backup ? [shots.backup.path] : [])] : [])),
  );
}

export async function giveZip(units: readonly SheetUnit[], data: BannerPageData, view: View): Promise<void> {
  const files: Record<string, Uint8Array> = {};
  for (const path of filesToGive(units, view)) {
    const response = await fetch(addressOf(data.root, path));
    if (!response.ok) throw new Error(path);
    files[path.replace(/^(zips|captures)\//, '')] = new Uint8Array(await response.arrayBuffer());
  }
  // They are packed already.
  const zip = zipSync(files, { level: 0, mtime: DAY });
  const href = URL.createObjectURL(new Blob([zip.slice()], { type: 'application/zip' }));
  const link = make('a', { href, download: `${data.production}-banners.zip` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
