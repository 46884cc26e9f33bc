/** What Adform and Flashtalking read beside a page to know what it is. */

interface Described {
  readonly name: string;
  readonly title: string;
  readonly size: readonly [number, number];
  readonly landing: string;
}

export function manifestOf(
  manifest: 'adform' | 'flashtalking',
  { name, title, size: [width, height], landing }: Described,
): { readonly path: string; readonly text: string } {
  if (manifest === 'adform') {
    // adformhelp.com, "Requirements for HTML5 Banner Files" (read November 2026): width and height are texts there.
    const told = {
      version: '1.0',
      title: name.split('/').slice(1).join(' '),
      description: title,
      width: String(width),
      height: String(height),
      events: { enabled: 0, list: {} },
      clicktags: { clickTAG: landing },
      source: 'index.html',
    };
    return { path: 'manifest.json', text: `${JSON.stringify(told, null, 2)}\n` };
  }
  // As seen in banners on GitHub and in the generators of Monks and Bannertime; Flashtalking's own page is behind a login. `expand` stands only in units that do.
  const told = {
    filename: 'index.html',
    width,
    height,
    clickTagCount: 1,
    hideBrowsers: ['ie8'],
    richLoads: [],
    instantAds: [{ name: 'clickTag1_url', type: 'text', default: landing }],
    videos: [],
  };
  return { path: 'manifest.js', text: `FT.manifest(${JSON.stringify(told, null, 2).replaceAll('<', '\\u003c')});\n` };
}
