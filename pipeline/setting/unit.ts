/** The document of a banner unit, and the page that stands at the root of a site with several languages. */
import type { BannerTemplate } from '../model/house.ts';
import { escapeHtml } from '../model/html.ts';
import { canonicalJson, type Json } from '../model/key.ts';
import { directionOf } from '../model/language.ts';
import type { Click } from './click.ts';

export interface UnitDocument {
  readonly title: string;
  readonly language: string;
  readonly size: readonly [number, number];
  readonly family: string;
  /** CSS custom properties without their dashes: value. */
  readonly variables?: Readonly<Record<string, string>>;
  /** What the motion is given as `stage.options`. */
  readonly options?: Readonly<Record<string, Json>>;
  /** Slots that are left out at this size. */
  readonly hidden?: readonly string[];
  /** Inside of the body, from the template. */
  readonly body: string;
  readonly hasScript: boolean;
  readonly click: Click;
  /** Stylesheets of a font server, such as Google's; absent: fonts stand in the unit's own. */
  readonly fontSheets?: readonly string[];
  /** What the motion is given as `stage.title`. */
  readonly titled?: { readonly seconds: number; readonly isLast: boolean };
}

export const STYLE_TAG = '<link rel="stylesheet" href="style.css">';
export const SCRIPT_TAG = '<script src="motion.js"></script>';

export function unitHtml(unit: UnitDocument): string {
  const { variables = {}, options = {}, hidden = [] } = unit;
  const [width, height] = unit.size;
  const classes = ['unit', unit.family, `s${width}x${height}`, ...hidden.map((slot) => `without-${slot}`)];
  const properties = { 'unit-width': `${width}px`, 'unit-height': `${height}px`, ...variables };
  const style = Object.entries(properties).map(([name, value]) => `--${name}:${value}`);
  const given = Object.keys(options).length > 0 ? ` data-options="${escapeHtml(canonicalJson(options))}"` : '';
  const titled = unit.titled ? ` data-title="${escapeHtml(JSON.stringify(unit.titled))}"` : '';
  const direction = directionOf(unit.language) === 'rtl' ? ' dir="rtl"' : '';
  const sheets = (unit.fontSheets ?? []).map((url) => `<link rel="stylesheet" href="${escapeHtml(url)}">\n`).join('');
  return `<!doctype html>
<html lang="${escapeHtml(unit.language)}"${direction}>
<head>
<meta charset="utf-8">
<meta name="ad.size" content="width=${width},height=${height}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(unit.title)}</title>
${sheets}${STYLE_TAG}
${unit.click.head}</head>
<body class="${classes.map(escapeHtml).join(' ')}" style="${escapeHtml(style.join(';'))}" data-width="${width}" data-height="${height}" data-family="${escapeHtml(unit.family)}"${given}${titled}>
${unit.body.trim()}
${unit.click.cover}${unit.hasScript ? `${SCRIPT_TAG}\n` : ''}</body>
</html>
`;
}

/** Rules that leave hidden slots out, for the front of the stylesheet; empty when a template hides none. */
export function hidingCss({ overrides = {} }: Pick<BannerTemplate, 'overrides'>): string {
  const hidden = new Set(Object.values(overrides).flatMap(({ hide }) => hide));
  return [...hidden].map((slot) => `.without-${slot} :is([data-slot="${slot}"],[data-copy="${slot}"]){display:none}`).join('');
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
