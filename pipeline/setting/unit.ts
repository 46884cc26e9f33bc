/** The document of a banner unit, and the page that stands at the root of a site with several languages. */
import { escapeHtml } from '../model/html.ts';
import type { Click } from './click.ts';

export interface UnitDocument {
  readonly title: string;
  readonly language: string;
  readonly size: readonly [number, number];
  readonly family: string;
  /** Inside of the body, from the template. */
  readonly body: string;
  readonly hasScript: boolean;
  readonly click: Click;
  /** Stylesheets of a font server, such as Google's; absent: fonts stand in the unit's own. */
  readonly fontSheets?: readonly string[];
}

export const STYLE_TAG = '<link rel="stylesheet" href="style.css">';
export const SCRIPT_TAG = '<script src="motion.js"></script>';

export function unitHtml(unit: UnitDocument): string {
  const [width, height] = unit.size;
  const sheets = (unit.fontSheets ?? []).map((url) => `<link rel="stylesheet" href="${escapeHtml(url)}">\n`).join('');
  return `<!doctype html>
<html lang="${escapeHtml(unit.language)}">
<head>
<meta charset="utf-8">
<meta name="ad.size" content="width=${width},height=${height}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(unit.title)}</title>
${sheets}${STYLE_TAG}
${unit.click.head}</head>
<body class="unit ${escapeHtml(unit.family)} s${width}x${height}" style="--unit-width:${width}px;--unit-height:${height}px" data-width="${width}" data-height="${height}" data-family="${escapeHtml(unit.family)}">
${unit.body.trim()}
${unit.click.cover}${unit.hasScript ? `${SCRIPT_TAG}\n` : ''}</body>
</html>
`;
}

/** Offers the languages of a site and goes to the first of its own accord. */
export function languagePage(title: string, languages: readonly string[]): string {
  const links = languages.map(
    (language) => `<li><a href="/${language}/" lang="${language}" hreflang="${language}">${nameOf(language)}</a></li>`,
  );
  return `<!doctype html>
<html lang="${languages[0] ?? 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="0; url=${languages[0]}/">
<title>${escapeHtml(title)}</title>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<ul>${links.join('')}</ul>
</main>
</body>
</html>
`;
}

function nameOf(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
