/** Eleventy: renders templates in memory; pictures, styles and scripts that they ask for leave a mark. */

import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import type { Ask, AskOptions } from '../model/ask.ts';
import { markOf } from '../model/ask.ts';
import type { RenderedTemplate, Rendering, TemplateFault } from '../model/rendering.ts';
import { prepareUnits, type SetUnit, type UnitsInput } from './eleventy-units.ts';

export interface RenderInput {
  readonly workspace: string;
  /** Absolute folder of pages; an empty one when only units are rendered. */
  readonly input: string;
  /** Absolute folder of layouts and includes. */
  readonly includes: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly languages: readonly string[];
  /** The house's own Eleventy configuration, absolute. */
  readonly houseConfig: string;
  /** Set instead of pages. */
  readonly units?: UnitsInput;
}

const SILENT = new Proxy({}, { get: (_, name) => (name === 'isVerbose' ? false : () => undefined), set: () => true });

/** Takes a third of a second the first time. */
export async function loadEleventy(): Promise<void> {
  await load();
}

async function load() {
  const [{ default: Eleventy }, { default: markdownIt }] = await Promise.all([import('@11ty/eleventy'), import('markdown-it')]);
  return { Eleventy, markdownIt };
}

/** @returns a fault for whatever templates, data or the house's configuration throw. */
export async function render(input: RenderInput): Promise<Rendering> {
  const { Eleventy, markdownIt } = await load();
  const asks: Ask[] = [];
  const sources: string[] = [];
  let setUnits: (() => Promise<SetUnit[]>) | undefined;
  await mkdir(input.input, { recursive: true });
  const configure = async (config: EleventyConfig): Promise<void> => {
    config.setIncludesDirectory(relative(input.input, input.includes));
    config.setLayoutsDirectory(relative(input.input, input.includes));
    config.setDataDirectory('_data');
    config.setUseGitIgnore(false);
    config.setQuietMode(true);
    config.setTemplateFormats('njk,md,html');
    config.addDataExtension('yaml,yml', (text: string) => parse(text) as unknown);
    config.setLibrary('md', markdownIt({ html: false, typographer: false, linkify: false }));
    for (const [name, value] of Object.entries(input.data)) config.addGlobalData(name, value);
    // By its place below the content folder; Eleventy's own stem counts from the working directory. While Eleventy looks
    // for what a computed value rests on, there is no path yet.
    const languageOfPage = ({ page }: { page: { inputPath?: string } }): string =>
      languageOf(relative(input.input, resolve(page.inputPath ?? '')), input.languages);
    config.addGlobalData('eleventyComputed', { lang: languageOfPage });
    if (input.units) setUnits = prepareUnits(config, input.units);
    for (const kind of ['image', 'video', 'audio', 'styles', 'script'] as const) addAsking(config, kind, asks, sources);
    if (existsSync(input.houseConfig)) {
      const house = (await import(pathToFileURL(input.houseConfig).href)) as { default?: (config: EleventyConfig) => unknown };
      await house.default?.(config);
    }
  };
  const eleventy = new Eleventy(input.input, '.kader/never-written', {
    quietMode: true,
    configPath: fileURLToPath(new URL('./eleventy-defaults.js', import.meta.url)),
    config: configure as never as (config: never) => Promise<void>,
  });
  let results: { url: string; inputPath: string; outputPath: string; content: string }[];
  let units: readonly SetUnit[] = [];
  try {
    await eleventy.init();
    eleventy.logger = SILENT;
    results = (await eleventy.toJSON()) as typeof results;
    units = (await setUnits?.()) ?? [];
  } catch (error) {
    return { pages: [], asks, fault: await faultOf(error, input) };
  }
  const named = await nameSources(asks, sources, input);
  if (input.units) return { ...(await unitsOf(units, input)), asks: named };
  const pages = results
    .filter(({ url, content }) => url && typeof content === 'string')
    .map(({ url, inputPath, content }) => ({
      url: url.replace(/index\.html$/, ''),
      path: url.replace(/^\//, '').replace(/(^|\/)$/, '$1index.html'),
      source: workspacePath(inputPath, input.workspace),
      html: content,
    }));
  pages.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { pages, asks: named };
}

async function unitsOf(units: readonly SetUnit[], input: RenderInput): Promise<Omit<Rendering, 'asks'>> {
  const source = input.units?.source ?? '';
  const pages: RenderedTemplate[] = [];
  const faults: Record<string, TemplateFault> = {};
  for (const { name, html, error } of units) {
    if (html === undefined) faults[name] = await faultOf(error, input);
    else pages.push({ url: `/${name}.html`, path: `${name}.html`, source, html });
  }
  return { pages, ...(Object.keys(faults).length > 0 ? { faults } : {}) };
}

/** The parts of Eleventy's configuration that we use; its own types leave most of them out. */
interface EleventyConfig {
  setIncludesDirectory(folder: string): void;
  setLayoutsDirectory(folder: string): void;
  setDataDirectory(folder: string): void;
  setUseGitIgnore(use: boolean): void;
  setQuietMode(quiet: boolean): void;
  setTemplateFormats(formats: string): void;
  setLibrary(name: string, library: unknown): void;
  addDataExtension(extensions: string, read: (text: string) => unknown): void;
  addGlobalData(name: string, value: unknown): void;
  addTemplate(path: string, text: string, data: object): void;
  addFilter(name: string, filter: (...args: never[]) => string): void;
  addNunjucksGlobal(name: string, value: unknown): void;
  addNunjucksTag(name: string, make: (engine: { nodes: unknown }) => object): void;
  on(event: string, listener: (argument: never) => void): void;
}

interface Parser {
  nextToken(): { value: string; lineno: number; colno: number };
  parseSignature(tolerance: null, noParentheses: boolean): { addChild(node: unknown): void };
  advanceAfterBlockEnd(name: string): void;
  readonly tokens: { readonly str: string };
}

/** One wish in three forms: `{% image "x", slot="y" %}`, `{{ "x" | image(slot="y") }}`, `{{ image("x", slot="y") }}`. */
function addAsking(config: EleventyConfig, kind: Ask['kind'], asks: Ask[], sources: string[]): void {
  const ask = (name: unknown, options: AskOptions = {}, at: Pick<Ask, 'file' | 'line'> = {}): string => {
    const given = Object.entries(options).filter(([option]) => option !== '__keywords');
    asks.push({
      kind,
      name: String(name ?? ''),
      options: Object.fromEntries(given.map(([option, value]) => [option, plain(option, value)])),
      ...at,
    });
    return markOf(asks.length - 1);
  };
  config.addFilter(kind, ((name: unknown, options?: AskOptions) => ask(name, options)) as never);
  config.addNunjucksGlobal(kind, (name: unknown, options?: AskOptions) => ask(name, options));
  config.addNunjucksTag(kind, () => ({
    tags: [kind],
    parse(
      parser: Parser,
      nodes: { Literal: new (line: number, column: number, value: unknown) => unknown; CallExtension: new (...args: unknown[]) => unknown },
    ) {
      const token = parser.nextToken();
      const args = parser.parseSignature(null, true);
      parser.advanceAfterBlockEnd(token.value);
      // The parser knows the text of the template but not its name; the file is looked up by the text afterwards.
      let source = sources.indexOf(parser.tokens.str);
      if (source < 0) source = sources.push(parser.tokens.str) - 1;
      for (const value of [source, token.lineno + 1]) args.addChild(new nodes.Literal(token.lineno, token.colno, value));
      return new nodes.CallExtension(this, 'run', args);
    },
    run(_context: unknown, name: unknown, ...rest: unknown[]) {
      const line = rest.at(-1) as number;
      const options = rest.length > 2 ? (rest[0] as AskOptions) : {};
      return ask(name, options, { file: String(rest.at(-2)), line });
    },
  }));
}

/** Nunjucks hands over what went through `escape`, and what a macro gives, as objects that only behave like text. */
function plain(option: string, value: unknown): string | number | boolean | undefined {
  const own: unknown = typeof value === 'object' && value !== null ? value.valueOf() : value;
  if (own === null || own === undefined) return undefined;
  if (typeof own === 'string' || typeof own === 'number' || typeof own === 'boolean') return own;
  throw new Error(`The option ${option} is no text, number or yes and no`);
}

/** What to point at when no template can be named. */
export function blamed(input: Pick<RenderInput, 'houseConfig' | 'includes'>): string {
  return existsSync(input.houseConfig) ? input.houseConfig : input.includes;
}

export function languageOf(path: string, languages: readonly string[]): string {
  const first = path.split(/[\\/]/).find(Boolean) ?? '';
  return languages.includes(first) ? first : (languages[0] ?? 'en');
}

/** Turns the number of a template's text into its path, and lines after the front matter into lines of the file. */
async function nameSources(asks: readonly Ask[], sources: readonly string[], input: RenderInput): Promise<Ask[]> {
  if (sources.length === 0) return [...asks];
  const candidates = new Map<string, string>();
  const { readdir } = await import('node:fs/promises');
  for (const folder of [input.input, input.includes].filter((one) => existsSync(one))) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(njk|md|html)$/.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      candidates.set(path, await readFile(path, 'utf8'));
    }
  }
  const places = sources.map((text) => {
    for (const [path, whole] of candidates) {
      const at = whole.lastIndexOf(text.trim());
      if (at < 0) continue;
      const skipped = text.indexOf(text.trim());
      return {
        file: workspacePath(path, input.workspace),
        offset: whole.slice(0, Math.max(at - skipped, 0)).split('\n').length - 1,
      };
    }
    return undefined;
  });
  return asks.map((ask) => {
    if (ask.file === undefined) return ask;
    const { file: _, line, ...rest } = ask;
    const place = places[Number(ask.file)];
    return place ? { ...rest, file: place.file, line: (line ?? 1) + place.offset } : rest;
  });
}

function workspacePath(path: string, workspace: string): string {
  const absolute = isAbsolute(path) ? path : join(process.cwd(), path);
  return relative(workspace, absolute).replaceAll('\\', '/');
}

/** Eleventy's message lies several causes deep; Nunjucks names template, line and column in its own. */
async function faultOf(error: unknown, input: RenderInput): Promise<TemplateFault> {
  const messages: string[] = [];
  for (
    let at = error as { message?: string; originalError?: unknown; cause?: unknown } | undefined;
    at && messages.length < 8;
    at = (at.originalError ?? at.cause) as typeof at
  ) {
    if (at.message) messages.push(at.message);
  }
  const whole = messages.join('\n');
  const [, path, line, column] = /\(([^()\n]+)\)\s*\[Line (\d+), Column (\d+)\]/.exec(whole) ?? [];
  const named = /["“'`(]?(\.?\/?[^\s"“”'`()]+\.(?:njk|md|html|yaml|js))/.exec(whole)?.[1];
  const raw = path && path !== 'unknown path' ? path : named;
  const file =
    raw === undefined
      ? 'templates'
      : existsSync(join(input.includes, raw))
        ? workspacePath(join(input.includes, raw), input.workspace)
        : workspacePath(raw, input.workspace);
  const detail = (messages.at(-1) ?? 'unknown')
    .replace(/^Template render error:\s*/, '')
    .replace(/\([^()\n]+\)\s*(\[Line \d+, Column \d+\])?\s*/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return {
    file: input.units && raw === input.units.source ? raw : file,
    line: Number(line ?? 0),
    column: Number(column ?? 0),
    detail,
  };
}
