/** Stage 1: the text of `order.yaml` becomes an Order; every mistake is told with its line and column. */
import type { Alias, Document } from 'yaml';
import { isMap, isScalar, LineCounter, parseDocument, Scalar, visit } from 'yaml';
import * as z from 'zod';
import { NOT_A_CORRECTION } from './model/correction-schema.ts';
import type { Args, Finding } from './model/finding.ts';
import { keysAt, meantBranch } from './model/issues.ts';
import { nearest } from './model/nearest.ts';
import type { Order } from './model/order.ts';
import { orderSchema } from './model/order.ts';
import { bannerLanguages, bannerPlaces, judgeBanners, variantsIn } from './order/banners.ts';
import { cutPlaces, expectedInCut, judgeCuts } from './order/cuts.ts';
import { targetMistakes } from './order/targets.ts';
import { isGroup, isLanguage, list, locate, offsetOf, type Path, type Source, shown, valueAt, written } from './order/text.ts';
import { duplicateNames } from './order/twice.ts';

/** Orders need few aliases or none; more are the sign of a text made to exhaust memory. */
const MAX_ALIASES = 100;

type Issue = z.core.$ZodIssue;
type Fail = (code: string, offset: number, args: Args) => Finding;

/** @returns no order when any finding is an error; findings stand in the order of the text. */
export function readOrder(text: string, production: string): { order?: Order; findings: Finding[] } {
  const lines = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const fail: Fail = (code, offset, args) => {
    return { code, severity: 'error', where: { file: 'order.yaml', ...at(offset) }, args };
  };
  const repeated: Finding[] = [];
  const uniqueKeys = (known: unknown, key: unknown) => {
    if (!isScalar(known) || !isScalar(key) || String(known.value) !== String(key.value)) return false;
    repeated.push(fail('order-duplicate-key', offsetOf(key), { actual: String(key.value), firstLine: at(offsetOf(known)).line }));
    return false; // It is told here, with both places.
  };
  const syntax: Finding[] = [];
  const told = new Set<number>();
  let root: unknown;
  let content: unknown;
  try {
    // The core schema without further tags keeps 2027-04-01 and 300x250 strings.
    const reading = { schema: 'core', resolveKnownTags: false, prettyErrors: false, logLevel: 'error', keepSourceTokens: true } as const;
    const document = parseDocument(text, { ...reading, uniqueKeys, lineCounter: lines });
    root = document.contents;
    for (const { code, message, pos } of document.errors) {
      if (code === 'RESOURCE_EXHAUSTION') throw new RangeError(message);
      // One slip makes yaml complain again and again in the same line.
      const { line } = at(pos[0]);
      if (!told.has(line)) syntax.push(fail('order-syntax', pos[0], { reason: code, detail: message }));
      told.add(line);
    }
    syntax.push(...unresolved(document, fail));
    content = document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    // yaml throws these for too many aliases and for nesting deeper than the stack.
    if (!(error instanceof ReferenceError || error instanceof RangeError)) throw error;
    return { findings: [fail('order-too-complex', 0, { detail: error.message })] };
  }
  // What a decoder puts in place of bytes that are no UTF-8.
  const foreign = text.indexOf('\uFFFD');
  if (foreign >= 0) return { findings: [fail('order-not-utf8', foreign, {})] };
  const tabs = syntax.filter(({ args }) => args['reason'] === 'TAB_AS_INDENT');
  // A tab makes yaml misread every line after it.
  if (tabs.length > 0) syntax.splice(0, syntax.length, ...tabs);
  if (!isMap(root)) return { findings: syntax.length > 0 ? syntax : [fail('order-empty', 0, { actual: shown(content) })] };
  const tell: Source['tell'] = (code, path, args, point = 'value', severity = 'error') => {
    return { ...fail(code, locate(root, path, point), { path: written(path), nearest: '', ...args }), severity };
  };
  const source: Source = { content, tell };
  const parsed = orderSchema.safeParse(content);
  const findings = [...repeated, ...(parsed.error?.issues ?? []).flatMap((issue) => ofIssue(issue, [], source))];
  if (syntax.length > 0) {
    // What yaml makes of the rest is a guess: only what stands before the first syntax error is judged.
    const sound = Math.min(...syntax.map(({ where }) => where.line ?? 1));
    const isWritten = ({ code, args }: Finding) => code !== 'order-unknown-key' || text.includes(String(args['actual']));
    const before = findings.filter((found) => (found.where.line ?? 1) < sound && found.code !== 'order-missing-key' && isWritten(found));
    return { findings: inOrder([...syntax, ...before]) };
  }
  findings.push(
    ...duplicateNames(source),
    ...languages(source),
    ...promises(source),
    ...judgeBanners(source),
    ...judgeCuts(source),
    ...targetMistakes(content, tell),
  );
  if (!parsed.success || findings.some(({ severity }) => severity === 'error')) return { findings: inOrder(findings) };
  const lineOf = (index: number) => at(locate(root, ['supplied', index], 'value')).line;
  const supplied = parsed.data.supplied.map((entry, index) => ({ ...entry, line: lineOf(index) }));
  const banners = parsed.data.deliver.banners.map((set, index) => {
    const path = ['deliver', 'banners', index];
    return { ...set, places: bannerPlaces(content, path, (one, point) => at(locate(root, one, point))) };
  });
  const placed = <Wish extends object>(kind: 'video' | 'audio', wishes: readonly Wish[]) =>
    wishes.map((wish, index) => {
      const path = ['deliver', kind, index];
      return { ...wish, places: cutPlaces(content, path, (one, point) => at(locate(root, one, point))) };
    });
  const { video, audio, ...others } = parsed.data.deliver;
  const cuts = { ...(video ? { video: placed('video', video) } : {}), ...(audio ? { audio: placed('audio', audio) } : {}) };
  const houseLine = at(locate(root, ['house'], 'value')).line;
  const deliver = { ...others, banners, ...cuts };
  return { order: { ...parsed.data, houseLine, supplied, deliver, production }, findings: inOrder(findings) };
}

/** Aliases without an anchor, such as a file pattern `*.jpg` without quotes, become the text they look like. */
function unresolved(document: Document, fail: Fail): Finding[] {
  const findings: Finding[] = [];
  const Alias = (_: unknown, alias: Alias) => {
    if (alias.resolve(document)) return undefined;
    const text = new Scalar(`*${alias.source}`);
    text.range = alias.range ?? null;
    findings.push(fail('order-syntax', offsetOf(alias), { reason: 'UNRESOLVED_ALIAS', detail: text.value }));
    return text;
  };
  visit(document, { Alias });
  return findings;
}

/** The schema of `order.yaml` for editors. */
export function orderJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(orderSchema, { io: 'input' });
  const description = 'What is supplied, what is wanted, by when and within which budget; written as order.yaml.';
  return { $schema, title: 'Kader production order', description, ...schema };
}

/** What zod found, in the words of the catalogue. */
function ofIssue(issue: Issue, base: Path, source: Source): Finding[] {
  const path = [...base, ...issue.path];
  const actual = valueAt(source.content, path);
  const wrong = (otherwise: string) => {
    const expected = expectedInCut(path) ?? otherwise;
    if (actual === undefined) return [source.tell('order-missing-key', path, { actual: '', expected }, 'key')];
    return [source.tell('order-wrong-value', path, { actual: shown(actual), expected })];
  };
  if (path.includes('corrections') && !['unrecognized_keys', 'invalid_union'].includes(issue.code)) {
    const words = issue.code === 'invalid_value' ? issue.values.map(String) : [];
    const args = { actual: shown(actual), expected: inCorrections(issue), nearest: nearest(String(actual), words) };
    return [source.tell('order-wrong-value', path, args)];
  }
  const among = (expected: string, values: string[]) => {
    const meant = expected === 'one-of' && typeof actual === 'string' ? nearest(actual, values) : '';
    return wrong(expected).map((told) => ({ ...told, args: { ...told.args, values, nearest: meant } }));
  };
  switch (issue.code) {
    case 'unrecognized_keys': {
      const expected = keysAt(orderSchema, path);
      return issue.keys.map((actual) => {
        const args = { actual, expected, nearest: nearest(actual, expected) };
        return source.tell('order-unknown-key', [...path, actual], args, 'key');
      });
    }
    case 'invalid_key': {
      const key = String(path.at(-1));
      const expected = ofFormat(issue.issues[0]);
      const lower = expected === 'language' && /^[A-Za-z]{2}$/.test(key) ? key.toLowerCase() : '';
      return [source.tell('order-wrong-value', path, { actual: key, expected, nearest: lower }, 'key')];
    }
    case 'invalid_union': {
      const meant = meantBranch(issue, actual);
      if (meant) return meant.flatMap((error) => ofIssue(error, path, source));
      return wrong(path.includes('corrections') ? inCorrections(issue) : 'url-per-language');
    }
    case 'invalid_type':
      return wrong(
        (issue.expected === 'tuple' && ofShares(path)) || ofType[issue.expected] || (issue.expected === 'number' ? 'number' : 'group'),
      );
    case 'too_small':
    case 'too_big':
      if (issue.origin === 'array') return wrong(ofShares(path) ?? 'list-not-empty');
      if (issue.origin === 'string') return wrong(path.at(-1) === 'currency' ? 'currency' : 'text-not-empty');
      if (ofShares(path.slice(0, -1))) return wrong('share');
      if (issue.code === 'too_big') return among('at-most', [String(issue.maximum)]);
      return wrong(issue.inclusive === false ? 'number-positive' : 'number-not-negative');
    case 'invalid_value':
      return among('one-of', issue.values.map(String));
    default:
      return wrong(ofShares(path) ?? ofFormat(issue));
  }
}

const ofShares = (path: Path) =>
  new Map<unknown, string>([
    ['focus', 'pair'],
    ['safe', 'box'],
  ]).get(path.at(-1));
/** The schema of corrections writes ranges and examples that need no words; only a step as a whole does. */
function inCorrections({ message }: Issue): string {
  return message === NOT_A_CORRECTION ? 'correction' : /^Invalid/.test(message) ? '[auto, { exposure: 0.3 }]' : message;
}

const ofType: Readonly<Record<string, string>> = { string: 'text', array: 'list', tuple: 'pair', record: 'group' };

/** The sentences of the schema tell its patterns apart. */
function ofFormat(issue: Issue | undefined): string {
  if (issue?.code !== 'invalid_format') return 'value';
  if (issue.format !== 'regex') return issue.format === 'date' ? 'day' : issue.format;
  return ['language', 'size'].find((word) => issue.message.startsWith(`a ${word}`)) ?? 'name';
}

/** Texts in languages that are not ordered, and a title that an ordered language lacks. */
function languages({ content, tell }: Source): Finding[] {
  const ordered = [...new Set(list(content, 'languages').map(String).filter(isLanguage))];
  if (ordered.length === 0) return [];
  const stray = (path: Path, language: unknown, at: 'key' | 'value') => {
    if (typeof language !== 'string' || !isLanguage(language) || ordered.includes(language)) return [];
    const args = { language, languages: ordered, nearest: nearest(language, ordered) };
    return [tell('order-language-not-ordered', path, args, at, 'warning')];
  };
  const keyed = (...path: Path) => Object.keys(valueAt(content, path) ?? {}).flatMap((word) => stray([...path, word], word, 'key'));
  const title = valueAt(content, ['title']);
  const untitled = isGroup(title) ? ordered.filter((word) => !valueAt(title, [word])) : [];
  return [
    ...untitled.map((language) => tell('title-missing', ['title'], { language }, 'key', 'warning')),
    ...keyed('title'),
    ...list(content, 'supplied').flatMap((_, index) => keyed('supplied', index, 'alt')),
    ...list(content, 'deliver', 'banners').flatMap((set, index) => {
      const base = ['deliver', 'banners', index];
      const chosen = list(set, 'languages').flatMap((word, at) => stray([...base, 'languages', at], word, 'value'));
      const variants = variantsIn(set).flatMap((path) => [...keyed(...base, ...path, 'text'), ...keyed(...base, ...path, 'landing')]);
      return [...keyed(...base, 'text'), ...keyed(...base, 'landing'), ...variants, ...chosen];
    }),
  ];
}

/** What is delivered: something at all, at addresses on the web, with a landing page for each language. */
function promises({ content, tell }: Source): Finding[] {
  const banners = list(content, 'deliver', 'banners');
  const landings = banners.flatMap((set, index) => {
    const landing = valueAt(set, ['landing']);
    const path = ['deliver', 'banners', index, 'landing'];
    if (!isGroup(landing)) return [path];
    const words = new Set([...bannerLanguages(content, set).map(String).filter(isLanguage), ...Object.keys(landing)]);
    return [...words].map((word) => [...path, word]);
  });
  const addresses = [['deliver', 'site', 'url'], ...landings].flatMap((path) => {
    const address = valueAt(content, path);
    const args = { actual: shown(address), expected: 'url' };
    if (path.length > 4 && address === undefined) return [tell('order-missing-key', path, args, 'key')];
    // The schema refuses what is no address at all; javascript: and mailto: are addresses, but no pages.
    return /^(?!https?:)[a-z][a-z+.-]*:/i.test(args.actual) ? [tell('order-wrong-value', path, args)] : [];
  });
  const deliver = valueAt(content, ['deliver']);
  const cuts = [...list(content, 'deliver', 'video'), ...list(content, 'deliver', 'audio')];
  if (!isGroup(deliver) || deliver['site'] || banners.length + cuts.length > 0) return addresses;
  return [tell('order-delivers-nothing', ['deliver'], {}, 'key', 'warning'), ...addresses];
}

function inOrder(findings: readonly Finding[]): Finding[] {
  const place = ({ where }: Finding) => (where.line ?? 0) * 100_000 + (where.column ?? 0);
  return findings.toSorted((one, other) => place(one) - place(other));
}
