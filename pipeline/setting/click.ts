/** How a click leaves a unit: what each ad server asks in the head and over the unit, short enough to be read by its owner. */
import { CLICK_SCRIPTS } from '../channels/delivery.ts';
import { unreachable } from '../model/finding.ts';
import { escapeHtml } from '../model/html.ts';
import type { ClickMechanism } from '../model/rules.ts';

/** Lines of HTML; empty where a mechanism asks for nothing. */
export interface Click {
  readonly head: string;
  /** Lies over the whole unit. */
  readonly cover: string;
}

const NOTHING: Click = { head: '', cover: '' };

/** @param landing page to open; most ad servers overwrite it, or know it themselves. */
export function clickOf(mechanism: ClickMechanism, { landing, title }: { readonly landing: string; readonly title: string }): Click {
  const url = scriptText(landing);
  const library = CLICK_SCRIPTS[mechanism];
  const loaded = library === undefined ? '' : `<script src="${library}"></script>\n`;
  const leaves: Click = { head: '', cover: coverOf('leaveAd()', title) };
  switch (mechanism) {
    // The ad server lays its own link over the unit: a handler of ours would open a page twice, or get the unit refused.
    case 'none':
    case 'flashtalking':
      return NOTHING;
    // Un-minified in the head of the primary HTML and once, as Ad Manager, CM360 and most Belgian houses ask (read November 2026).
    case 'click-tag':
      return { head: script(`var clickTag = ${url};`), cover: coverOf('window.open(window.clickTag)', title) };
    case 'click-tag-query':
      return {
        head: script(`// The ad server gives the page behind the question mark; anything but http(s) is refused.
var clickTag = (function () {
  var given = new URLSearchParams(location.search);
  var page = given.get('clickTag') || given.get('clickTAG') || given.get('clicktag') || '';
  return /^https?:\\/\\//i.test(page) ? page : ${url};
})();`),
        cover: coverOf('window.open(window.clickTag)', title),
      };
    case 'adform':
      return {
        ...leaves,
        head: `${script(`document.write('<script src="' + (window.API_URL || '${library}') + '"><\\/script>');`)}${script(`function leaveAd() {
  if (!window.dhtml) return;
  window.open(dhtml.getVar('clickTAG', ${url}), dhtml.getVar('landingPageTarget', '_blank'));
}`)}`,
      };
    case 'appnexus':
      return {
        ...leaves,
        head: `${loaded}${script(`function leaveAd() {
  if (window.APPNEXUS) window.open(APPNEXUS.getClickTag(), '_blank');
}`)}`,
      };
    case 'sizmek':
      return {
        ...leaves,
        head: `${loaded}${script(
          whenReady(
            'EB',
            'if (EB.isInitialized()) ready();\n  else EB.addEventListener(EBG.EventName.EB_INITIALIZED, ready);',
            'EB.clickthrough()',
          ),
        )}`,
      };
    case 'studio':
      return {
        ...leaves,
        head: `${loaded}${script(
          whenReady(
            'Enabler',
            'if (Enabler.isInitialized()) ready();\n  else Enabler.addEventListener(studio.events.StudioEvent.INIT, ready);',
            `Enabler.exit('Exit', ${url})`,
          ),
        )}`,
      };
    case 'equativ':
      return {
        ...leaves,
        head: `${loaded}${script(`var clickTag = ${url};\n${whenReady('sas', 'sas.clicktag.register(ready);', 'window.open(window.clickTag)')}`)}`,
      };
    case 'amazon':
      return {
        ...leaves,
        head: `${loaded}${script(`function leaveAd() {
  if (window.SDK) SDK.clickThrough();
}`)}`,
      };
    default:
      return unreachable(mechanism);
  }
}

/** A click before the ad server is ready would be counted nowhere. */
function whenReady(library: string, wait: string, leave: string): string {
  return `var adIsReady = false;
window.addEventListener('load', function () {
  function ready() { adIsReady = true; }
  if (!window.${library}) return;
  ${wait}
});
function leaveAd() {
  if (adIsReady) ${leave};
}`;
}

function script(code: string): string {
  return `<script>\n${code}\n</script>\n`;
}

function coverOf(code: string, title: string): string {
  return `<a id="click" href="javascript:void(0)" aria-label="${escapeHtml(title)}" onclick="${code};return false" style="position:absolute;inset:0;z-index:1000"></a>\n`;
}

/** As a script may carry it inside HTML. */
function scriptText(text: string): string {
  return JSON.stringify(text).replaceAll('<', '\\u003c');
}
