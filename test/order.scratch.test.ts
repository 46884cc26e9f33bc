import { test } from 'vitest';
import { readOrder, orderJsonSchema } from '../pipeline/order.ts';
const show = (t: string) => { const r = readOrder(t, 'p'); console.log(JSON.stringify(t).slice(0,80), !!r.order, '\n' + r.findings.map(f => `  ${f.severity} ${f.code} ${f.where.line}:${f.where.column} ${JSON.stringify(f.args)}`).join('\n')); return r; };
test('x', () => {
  const good = `client: K
title: { nl: A, fr: B }
house: k
languages: [nl, fr]
deadline: 2027-04-01
supplied:
  - name: kade
    file: photos/k.jpg
  - { name: acts, file: "photos/*.jpg" }
deliver:
  site: { url: https://k.example }
  banners:
    - template: h
      sizes: [300x250]
      landing: https://k.example
      text: { nl: { h: x } }
`;
  console.log(JSON.stringify(show(good).order));
  show('');
  show('hello');
  show('a: 1\n\tb: 2');
  show('a: *x\nsupplied:\n  - name: A b\n    file: *.jpg\n');
  show(`titel: x
title: { NL: a, de: 3 }
house: K X
languages: [nl, nl, Fr]
deadline: 2027-02-30
client:
supplied:
  - { name: a, file: x, focus: [2, 0.5], altt: {} }
  - { name: a, file: y, focus: [0.5], rights: { untill: 1 } }
budget: { hours: 1_000, rate: -1, currency: EURO }
deliver:
  banners:
    - template: h
      sizes: [300x250, 300 x 250, 300x250]
      landing: { nl: 'javascript:alert(1)' , fr: nope}
      languages: [nl, de]
      text: { nl: { h: 2027 } }
client: twice
`);
  show('client: A\nclien: B\nhouse: [a\ndeliver: 3');
  show(`client: A\ntitle: {nl: a}\nhouse: k\nlanguages: [nl]\ndeliver: {}\n`);
  show(Array.from({length: 9}, (_, i) => i === 0 ? 'a0: &a0 [x,x,x,x,x,x,x,x,x]' : `a${i}: &a${i} [${Array(9).fill(`*a${i-1}`).join(',')}]`).join('\n'));
  show('a: ' + '['.repeat(100000));
  show('client: A\r\ntitle: {nl: a}\r\nhouse: k\r\nlanguages: [nl]\r\ndeliver: {sitee: 1}\r\n');
});
