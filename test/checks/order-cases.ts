/** Orders with one mistake each: what is changed in a good order, and what must be told, as `code line:column`. */
import { cutOrderCases } from './cut-order-cases.ts';

export const goodOrder = `client: Kaaifestival
title: { nl: De stad, fr: La ville }
house: kaaifestival
languages: [nl, fr]
deadline: 2027-04-01
budget: { hours: 40, rate: 62 }
supplied:
  - name: kade
    file: photos/kade.jpg
    alt: { nl: Kade, fr: Quai }
    focus: [0.5, 0.25]
    rights: { creator: Iris, until: 2028-12-31 }
  - { name: acts, file: photos/acts/*.jpg }
deliver:
  site: { url: https://kaaifestival.example }
  banners:
    - template: headline
      sizes: [300x250, 728x90]
      images: { background: kade }
      landing: { nl: https://kaaifestival.example/nl/, fr: https://kaaifestival.example/fr/ }
      text:
        nl: { headline: De stad kijkt }
        fr: { headline: La ville regarde }
`;

interface OrderCase {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly told: readonly string[];
}

const change = (name: string, from: string, to: string, ...told: string[]): OrderCase => ({ name, from, to, told });

export const orderCases: readonly OrderCase[] = [
  ...cutOrderCases.map(([name, deliver, ...told]) => change(name, '  site: {', `${deliver}  site: {`, ...told)),
  // Targets
  change(
    'a platform that does not exist',
    'sizes: [300x250, 728x90]',
    'sizes: [300x250, 728x90]\n      targets: [gogle-ads, cm360]',
    'order-target-unknown 19:17',
  ),
  change(
    'a publisher that does not exist',
    'sizes: [300x250, 728x90]',
    'sizes: [300x250, 728x90]\n      targets: [{ platform: ad-manager, publisher: ads-en-data }]',
    'order-target-unknown 19:52',
  ),
  change(
    'a rule that does not exist',
    'sizes: [300x250, 728x90]',
    'sizes: [300x250, 728x90]\n      rules: { wieght: 100000 }',
    'order-rule-unknown 19:16',
  ),
  // YAML
  change('a tab as indentation', '        fr: { headline', '\tfr: { headline', 'order-syntax 23:1'),
  change('a tab before a list, which spoils all that follows', '  - { name: acts', '\t- { name: acts', 'order-syntax 13:1'),
  change('letters that are no UTF-8', 'Iris', 'Ir\uFFFDs', 'order-not-utf8 12:26'),
  change('a bracket that is never closed', '[nl, fr]', '[nl, fr', 'order-syntax 5:1'),
  change('a file pattern that YAML takes for an alias', 'photos/acts/*.jpg', '*.jpg', 'order-syntax 13:25'),
  change('a key written twice', 'house: kaaifestival\n', 'house: kaaifestival\nhouse: haven\n', 'order-duplicate-key 4:1'),
  change('an empty order', goodOrder, '', 'order-empty 1:1'),
  change('a list instead of keys', goodOrder, '- nl\n- fr\n', 'order-empty 1:1'),
  change('an alias bomb', goodOrder, bomb(), 'order-too-complex 1:1'),
  change('nesting deeper than the stack', goodOrder, `client: ${'['.repeat(100_000)}`, 'order-too-complex 1:1'),
  // Keys
  change('a misspelt key', 'deadline:', 'dead-line:', 'order-unknown-key 5:1'),
  change('a misspelt key of supplied material', 'focus:', 'fokus:', 'order-unknown-key 11:5'),
  change(
    'an unknown key in a list of one line',
    'file: photos/acts',
    'path: photos/acts',
    'order-missing-key 13:5',
    'order-unknown-key 13:19',
  ),
  change(
    'a merge key, which the core schema does not have',
    'client: Kaaifestival',
    'client: Kaaifestival\n<<: { a: 1 }',
    'order-unknown-key 2:1',
  ),
  change('a missing house', 'house: kaaifestival\n', '', 'order-missing-key 1:1'),
  change('a missing landing page', '      landing: {', '      # landing: {', 'order-missing-key 17:7'),
  change('a landing page that one language lacks', ', fr: https://kaaifestival.example/fr/ }', ' }', 'order-missing-key 20:7'),
  // Versions of banners
  change(
    'a name with a placeholder that nothing fills',
    '      images:',
    '      name: "{size}-{langauge}"\n      images:',
    'banner-placeholder-unknown 19:13',
  ),
  change(
    'a parameter that counts by an axis there is not',
    '      images:',
    '      axes: { audience: { night: {} } }\n      utm: { utm_content: "{audiense}-{target}" }\n      images:',
    'banner-placeholder-unknown 20:27',
  ),
  change(
    'an axis with a name that is taken',
    '      images:',
    '      axes: { size: { big: {} } }\n      images:',
    'order-wrong-value 19:15',
  ),
  change('an axis without values', '      images:', '      axes: { market: {} }\n      images:', 'order-wrong-value 19:23'),
  change(
    'a variant that leads to no page',
    '      images:',
    '      axes: { market: { be: { landing: "javascript:alert(1)" } } }\n      images:',
    'order-wrong-value 19:40',
  ),
  change(
    'a variant in a language that is not ordered',
    '      images:',
    '      axes: { market: { be: { text: { de: { headline: Stadt } } } } }\n      images:',
    'order-language-not-ordered 19:39',
  ),
  // Values
  change('a key without value', 'client: Kaaifestival', 'client:', 'order-wrong-value 1:8'),
  change('an empty text', 'client: Kaaifestival', "client: ''", 'order-wrong-value 1:9'),
  change('a number for a text', 'headline: De stad kijkt', 'headline: 2027', 'order-wrong-value 22:25'),
  change('a text for a number', 'hours: 40', 'hours: 1_000', 'order-wrong-value 6:18'),
  change('no hours at all', 'hours: 40', 'hours: 0', 'order-wrong-value 6:18'),
  change('a rate below zero', 'rate: 62', 'rate: -62', 'order-wrong-value 6:28'),
  change('a currency in words', 'rate: 62', 'rate: 62, currency: euro', 'order-wrong-value 6:42'),
  change('a day that is not in the calendar', '2027-04-01', '2027-02-30', 'order-wrong-value 5:11'),
  change('a tagged day', '2027-04-01', '!!timestamp 1 april', 'order-wrong-value 5:23'),
  change('a name with capitals', 'house: kaaifestival', 'house: Kaaifestival', 'order-wrong-value 3:8'),
  change('a language with a capital', 'languages: [nl, fr]', 'languages: [nl, fr, Fr]', 'order-wrong-value 4:21'),
  change('a language key with capitals', 'fr: La ville }', 'fr: La ville, NL: De stad }', 'order-wrong-value 2:37'),
  change('no languages', 'languages: [nl, fr]', 'languages: []', 'order-wrong-value 4:12'),
  change('a size with spaces', '300x250', '300 x 250', 'order-wrong-value 18:15'),
  change('a focus outside the picture', '[0.5, 0.25]', '[0.5, 25]', 'order-wrong-value 11:18'),
  change('a safe box of three numbers', 'focus: [0.5, 0.25]', 'safe: [0.5, 0.25, 0.1]', 'order-wrong-value 11:11'),
  change('a safe box that ends outside the picture', 'focus: [0.5, 0.25]', 'safe: [0.5, 0.25, 0.6, 0.1]', 'order-wrong-value 11:11'),
  change('a safe box with nothing in it', 'focus: [0.5, 0.25]', 'safe: [0.5, 0.25, 0, 0.1]', 'order-wrong-value 11:11'),
  change('a safe box in px', 'focus: [0.5, 0.25]', 'safe: [0, 0, 640, 0.1]', 'order-wrong-value 11:18'),
  change('a crop with a ratio', 'focus: [0.5, 0.25]', 'crops: { hero: { ratio: [1, 1] } }', 'order-unknown-key 11:22'),
  change('half a focus', '[0.5, 0.25]', '[0.5]', 'order-wrong-value 11:12'),
  change('a text for a list', 'sizes: [300x250, 728x90]', 'sizes: 300x250', 'order-wrong-value 18:14'),
  change(
    'a text for a group',
    'site: { url: https://kaaifestival.example }',
    'site: https://kaaifestival.example',
    'order-wrong-value 15:9',
  ),
  change('no address', 'site: { url: https://kaaifestival.example }', 'site: { url: kaaifestival }', 'order-wrong-value 15:16'),
  change('a landing page that is a script', 'https://kaaifestival.example/fr/', "'javascript:alert(1)'", 'order-wrong-value 20:60'),
  change(
    'a landing page of no known shape',
    '{ nl: https://kaaifestival.example/nl/, fr: https://kaaifestival.example/fr/ }',
    '4',
    'order-wrong-value 20:16',
  ),
  // Corrections
  ...[
    ['an exposure beyond all cameras', '[{ exposure: 20 }]', 'order-wrong-value 11:31'],
    ['an exposure in words', '[{ exposure: more }]', 'order-wrong-value 11:31'],
    ['a correction that does not exist', '[autp]', 'order-wrong-value 11:19'],
    ['a correction that is misspelt', '[{ exposuer: 1 }]', 'order-unknown-key 11:21'],
    ['two corrections in one step', '[{ exposure: 1, contrast: 10 }]', 'order-wrong-value 11:19'],
    ['a step without anything', '[{}]', 'order-wrong-value 11:19'],
    ['corrections that are no list', 'auto', 'order-wrong-value 11:18'],
    ['a turn by a little', '[{ rotate: 12 }]', 'order-wrong-value 11:29'],
    ['a curve that turns back', '[{ curve: [[0, 0], [0.6, 0.5], [0.5, 1]] }]', 'order-wrong-value 11:28'],
    ['half a point of a curve', '[{ curve: [[0, 0], [1]] }]', 'order-wrong-value 11:37'],
    ['a crop of nothing', '[{ crop: [0.5, 0, 0.5, 1] }]', 'order-wrong-value 11:27'],
    ['a colour by name', '[{ tint: orange }]', 'order-wrong-value 11:27'],
    ['a colour table outside the production', '[{ lut: ../film.cube }]', 'order-wrong-value 11:26'],
    ['a part of auto that does not exist', '[{ auto: [level] }]', 'order-wrong-value 11:28'],
    ['a tint of white balance that is misspelt', '[{ whiteBalance: { tnt: 4 } }]', 'order-unknown-key 11:37'],
  ].map(([name = '', corrections = '', ...told]) => change(name, 'focus: [0.5, 0.25]', `corrections: ${corrections}`, ...told)),
  change('a kind of print that is none', 'focus: [0.5, 0.25]', 'print: { width: 100, class: magasine }', 'order-wrong-value 11:33'),
  change('a limit beyond memory', 'house: kaaifestival', 'limits: { megapixels: 5000 }\nhouse: kaaifestival', 'order-wrong-value 3:23'),
  change('something else to forbid', 'house: kaaifestival', 'forbid: [art]\nhouse: kaaifestival', 'order-wrong-value 3:10'),
  // What belongs together
  change('two supplied with the same name', 'name: acts', 'name: kade', 'order-duplicate-name 13:13'),
  change('a language ordered twice', '[nl, fr]', '[nl, fr, nl]', 'order-duplicate-name 4:21'),
  change('a size ordered twice', '728x90]', '300x250]', 'order-duplicate-name 18:24', 'order-duplicate-name 18:24'),
  change('a text in a language that is not ordered', 'fr: Quai }', 'fr: Quai, de: Kai }', 'order-language-not-ordered 10:32'),
  change(
    'banners in a language that is not ordered',
    'images:',
    'languages: [nl, de]\n      images:',
    'order-language-not-ordered 19:23',
    'order-missing-key 21:7',
  ),
  change('a title that a language lacks', 'title: { nl: De stad, fr: La ville }', 'title: { nl: De stad }', 'title-missing 2:1'),
  change('nothing to deliver', goodOrder.slice(goodOrder.indexOf('deliver:')), 'deliver: {}\n', 'order-delivers-nothing 14:1'),
];

/** Nine levels of nine references: two kilobytes that stand for hundreds of millions of values. */
function bomb(): string {
  const levels = Array.from(
    { length: 9 },
    (_, level) =>
      `a${level}: &a${level} [${Array(9)
        .fill(level === 0 ? 'x' : `*a${level - 1}`)
        .join(', ')}]`,
  );
  return `${levels.join('\n')}\n`;
}
