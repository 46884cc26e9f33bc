/** Names that work on every disk and ad server, and landing pages that are counted. */
import { describe, expect, test } from 'vitest';
import { fill, nameBy, placeholdersIn, safeName } from '../../pipeline/model/naming.ts';
import { landingOf } from '../../pipeline/setting/landing.ts';

test.each([
  ['Café Été 300x250', 'cafe-ete-300x250'],
  ['Straße / Łódź & Ørsted', 'strasse-lodz-orsted'],
  ['../../etc/passwd', 'etc-passwd'],
  ['  --a--b__ ', 'a-b'],
  ['عربي', ''],
])('%s is called %s', (text, name) => expect(safeName(text)).toBe(name));

describe('a pattern', () => {
  test('is filled with what is known, and says what it asks for', () => {
    expect(placeholdersIn('{size}-{ language }-x')).toEqual(['size', 'language']);
    expect(fill('{size}-{x}', { size: '300x250' })).toBe('300x250-{x}');
    expect(nameBy('{size}-{language}-{market}', { size: '300x250', language: 'nl-BE', market: 'België' })).toBe('300x250-nl-be-belgie');
  });
  test('tells long names and names without a letter of ours apart, in 50 characters', () => {
    const [one, other] = ['a', 'b'].map((end) => nameBy('{size}-{product}', { size: '300x250', product: `${'word '.repeat(20)}${end}` }));
    expect(one).not.toBe(other);
    for (const name of [one, other]) expect(name).toMatch(/^[a-z0-9._-]{1,50}$/);
    expect(nameBy('{product}', { product: 'عربي' })).toMatch(/^[0-9a-f]{8}$/);
    expect(nameBy('{product}', { product: 'عربي' })).not.toBe(nameBy('{product}', { product: 'فارسی' }));
  });
});

describe('a landing page', () => {
  const of = (page: string, utm: Record<string, string>, target = 'google-ads'): string => landingOf({ landing: 'x', page, utm }, target);
  test('keeps its own query, as written, and its fragment', () => {
    expect(of('https://k.be/p?a=1+2&b=%20x#top', { utm_source: '{target}' })).toBe('https://k.be/p?a=1+2&b=%20x&utm_source=google-ads#top');
  });
  test('is counted by what a browser reads back', () => {
    const hostile = 'a&b=c#d?é 100% "q" {x} \ud83d\ude00 \ud83d';
    const url = new URL(of('https://k.be/', { utm_content: hostile }));
    expect(url.searchParams.get('utm_content')).toBe('a&b=c#d?é 100% "q" {x} \ud83d\ude00 \ufffd');
    expect([...url.searchParams.keys()]).toEqual(['utm_content']);
  });
  test('is counted once by each parameter, and not by an empty one', () => {
    expect(of('https://k.be/?utm_source=old&x=1', { utm_source: 'new', utm_term: '' })).toBe('https://k.be/?x=1&utm_source=new');
  });
  test('stands as it is where nothing counts', () => {
    expect(landingOf({ landing: 'https://k.be/?a=%%CLICK%%' }, 'adform')).toBe('https://k.be/?a=%%CLICK%%');
  });
});
