/** Drawings of many kinds as SVG: charts, marks, a map, a plan, text, a code. */

const svg = (width: number, height: number, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif">${body}</svg>`;
const ground = (colour: string): string => `<rect width="100%" height="100%" fill="${colour}"/>`;
const many = (count: number, one: (at: number) => string): string => Array.from({ length: count }, (_, at) => one(at)).join('');

export const MARK =
  '<circle cx="200" cy="200" r="130" fill="#0b3d5c"/><path d="M130 220q70-90 140 0t140 0" stroke="#ffb000" stroke-width="22" fill="none"/><text x="400" y="240" font-size="120" font-weight="bold" fill="#0b3d5c">Kaai</text>';

export const drawings: Readonly<Record<string, string>> = {
  bars: svg(
    1000,
    700,
    ground('#fff') +
      many(12, (at) => {
        const high = ((at * 53) % 400) + 80;
        return `<rect x="${60 + at * 75}" y="${600 - high}" width="50" height="${high}" fill="${['#2a6', '#26a', '#a62'][at % 3]}"/><text x="${70 + at * 75}" y="640" font-size="18">${at}</text>`;
      }),
  ),
  pie: svg(
    800,
    800,
    `${ground('#f7f3ea')}<circle cx="400" cy="400" r="300" fill="#c33"/><path d="M400 400L400 100A300 300 0 0 1 660 550Z" fill="#36c"/><path d="M400 400L660 550A300 300 0 0 1 180 600Z" fill="#3a5"/>`,
  ),
  lines: svg(
    1200,
    700,
    ground('#fff') +
      many(15, (at) => `<path d="M0 ${at * 50}H1200M${at * 85} 0V700" stroke="#ddd"/>`) +
      many(3, (line) => {
        const points = many(60, (at) => `${at * 20},${350 + Math.sin(at / 5 + line) * 200 + ((at * 7919) % 40)} `);
        return `<polyline fill="none" stroke="${['#c00', '#06c', '#090'][line]}" stroke-width="3" points="${points}"/>`;
      }),
  ),
  logo: svg(900, 400, ground('#fff') + MARK),
  badge: svg(
    600,
    600,
    `${ground('#222')}<g fill="none" stroke="#fc0" stroke-width="16"><circle cx="300" cy="300" r="250"/><circle cx="300" cy="300" r="200"/><path d="M300 130L350 260H480L375 340 415 470 300 390 185 470 225 340 120 260H250Z" fill="#fc0"/></g>`,
  ),
  map: svg(
    1100,
    800,
    `${ground('#cfe3ee')}<path d="M0 300Q200 200 420 330T900 260 1100 320V800H0Z" fill="#f1ecdc"/><path d="M100 500L900 420M300 300L500 780M700 300L620 780" stroke="#fff" stroke-width="14"/>${many(40, (at) => `<rect x="${(at * 131) % 1000}" y="${400 + ((at * 71) % 350)}" width="34" height="26" fill="#ddd2bd"/>`)}<text x="520" y="570" font-size="22">Park</text>`,
  ),
  plan: svg(
    1000,
    1000,
    ground('#fff') +
      many(
        30,
        (at) =>
          `<rect x="${(at * 83) % 900}" y="${(at * 57) % 900}" width="${40 + at * 5}" height="${60 + at * 3}" fill="none" stroke="#000" stroke-width="2"/>`,
      ),
  ),
  code: svg(
    420,
    420,
    ground('#fff') +
      many(33 * 33, (at) =>
        (Math.imul(at, 2654435761) >>> 13) & 1
          ? `<rect x="${12 + (at % 33) * 12}" y="${12 + Math.floor(at / 33) * 12}" width="12" height="12"/>`
          : '',
      ),
  ),
  page: svg(
    900,
    1200,
    ground('#fff') +
      many(
        34,
        (at) =>
          `<text x="60" y="${80 + at * 32}" font-size="20" fill="#222">The quay at blue hour, cranes on the far bank, lamps in the water.</text>`,
      ),
  ),
  screen: svg(
    1200,
    800,
    ground('#f4f5f7') +
      '<rect width="1200" height="60" fill="#112233"/><text x="30" y="40" fill="#fff" font-size="24">Studio</text>' +
      many(
        9,
        (at) =>
          `<rect x="${30 + (at % 3) * 390}" y="${90 + Math.floor(at / 3) * 230}" width="360" height="200" rx="8" fill="#fff" stroke="#ccd"/><text x="${50 + (at % 3) * 390}" y="${140 + Math.floor(at / 3) * 230}" font-size="18">Some words about card ${at}</text>`,
      ),
  ),
};

/** A mark on nothing, all in one colour. */
export const cutOut = (colour: string): string => svg(900, 400, MARK.replace(/#0b3d5c|#ffb000/g, colour));
