/** acorn: what a script of a package loads, calls and declares, read from its syntax without running it. */
import { createHash } from 'node:crypto';
import { parse } from 'acorn';
import { chainOf, dataOf, keysOf, nameOfMember, rootOf, standsAlone, startOf, type Tree, textOf, WINDOWS } from './package-syntax.ts';

export interface ScriptLook {
  /** Addresses that are loaded. */
  readonly references: readonly string[];
  /** Texts that may name a file of the package. */
  readonly mentions: readonly string[];
  readonly calls: readonly string[];
  readonly clickTags: readonly { readonly name: string; readonly top: boolean; readonly url: string | null; readonly readable: boolean }[];
  readonly fixedExits: readonly string[];
  /** Ways out in the same tab, such as `location.href =`. */
  readonly leavings: readonly string[];
  /** What `FT.manifest` is given. */
  readonly flashtalking?: Readonly<Record<string, unknown>>;
  /** Why it could not be read. */
  readonly problem?: string;
}

const EMPTY: ScriptLook = { references: [], mentions: [], calls: [], clickTags: [], fixedExits: [], leavings: [] };
/** Whatever is called on these is told, to this many names. */
const ROOTS: Readonly<Record<string, number>> = {
  console: 2,
  Enabler: 2,
  ExitApi: 2,
  mraid: 2,
  EB: 2,
  APPNEXUS: 2,
  SDK: 2,
  dhtml: 2,
  sas: 3,
  FT: 2,
  myFT: 2,
  gwd: 4,
  localStorage: 1,
  sessionStorage: 1,
  indexedDB: 1,
};
const EXACT = new Set([
  'document.cookie',
  'navigator.geolocation',
  'location.assign',
  'location.replace',
  'location.search',
  'document.write',
]);
const BARE = new Set(['alert', 'confirm', 'prompt', 'open', 'print', 'eval']);
/** Names that a chain worth telling begins with. */
const LED_BY = new Set([...WINDOWS, ...Object.keys(ROOTS), 'document', 'navigator', 'location']);
const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);
const BLOCKS = new Set(['BlockStatement', 'StaticBlock', 'ClassBody']);
const CLICK_TAG = /^click_?tag\d*$/i;
const FAR_FILE = /^(https?:)?\/\/[^\s"']+\.(m?js|css|png|jpe?g|gif|svg|webp|avif|woff2?|ttf|otf|eot|json|mp4|webm|mp3)([?#].*)?$/i;
/** No address is longer; a search through a whole picture in base64 would take its time. */
const LONGEST_NAME = 2000;
/** Addresses in HTML that a script writes. */
const WRITTEN = /\s(?:src|href)\s*=\s*["']?((?:https?:)?\/\/[^\s"'<>]+)/gi;
/** Names of windows that are the same tab. */
const SAME_TAB = /^_(self|top|parent)$/i;
const MAY_BE_FILE = /^[^\s<>{}"'|\\]{1,200}$/;

/** Libraries that stand in every page of a campaign are looked at once. */
const remembered = new Map<string, ScriptLook>();
const REMEMBERED = 50;
const WORTH_REMEMBERING = { least: 2000, most: 400_000 };

export function lookAtScript(code: string, isModule = false): ScriptLook {
  if (code.length < WORTH_REMEMBERING.least || code.length > WORTH_REMEMBERING.most) return look(code, isModule);
  const key = `${isModule} ${createHash('sha256').update(code).digest('base64')}`;
  const known = remembered.get(key) ?? look(code, isModule);
  remembered.delete(key);
  remembered.set(key, known);
  if (remembered.size > REMEMBERED) remembered.delete(remembered.keys().next().value as string);
  return known;
}

function look(code: string, isModule: boolean): ScriptLook {
  let tree: Tree;
  const options = { ecmaVersion: 'latest', allowHashBang: true, allowReturnOutsideFunction: true } as const;
  try {
    tree = parse(code, { ...options, sourceType: isModule ? 'module' : 'script' }) as unknown as Tree;
  } catch (error) {
    if (!isModule && error instanceof SyntaxError && /import|export|await/.test(error.message)) return look(code, true);
    return { ...EMPTY, problem: error instanceof Error ? error.message : String(error) };
  }
  try {
    return gather(tree, code);
  } catch (error) {
    // Nested deeper than the stack.
    if (error instanceof RangeError) return { ...EMPTY, problem: 'it is nested too deeply' };
    throw error;
  }
}

function gather(root: Tree, code: string): ScriptLook {
  const references = new Set<string>();
  const mentions = new Set<string>();
  const calls = new Set<string>();
  const exits = new Set<string>();
  const leavings = new Set<string>();
  const declared = new Set<string>();
  const bare = new Set<string>();
  const clickTags: ScriptLook['clickTags'][number][] = [];
  const assigned: ScriptLook['clickTags'][number][] = [];
  let flashtalking: Readonly<Record<string, unknown>> | undefined;

  const load = (node: unknown): void => {
    const text = startOf(node);
    if (text) references.add(text);
  };
  const onCall = (node: Tree): void => {
    const chain = chainOf(node['callee']);
    const args = (node['arguments'] as Tree[]) ?? [];
    const last = chain?.at(-1) ?? nameOfMember(node['callee']);
    const first = startOf(args[0]);
    if (chain?.length === 1 && BARE.has(chain[0] as string)) bare.add(chain[0] as string);
    if (last === 'fetch' || last === 'importScripts' || last === 'sendBeacon') load(args[0]);
    if (last === 'open' && /^(get|post|head|put)$/i.test(first ?? '')) load(args[1]);
    if (last === 'setAttribute' && /^(src|srcset|poster|data|xlink:href)$/i.test(first ?? '')) load(args[1]);
    const isExit = (last === 'open' && !/^(get|post|head|put)$/i.test(first ?? '')) || last === 'assign' || last === 'replace';
    if (isExit && /^(https?:)?\/\//i.test(first ?? '')) exits.add(first as string);
    if (/^location\.(assign|replace)$/.test(chain?.join('.') ?? '')) leavings.add(`${chain?.join('.')}()`);
    const tab = last === 'open' ? textOf(args[1]) : null;
    if (tab && SAME_TAB.test(tab)) leavings.add(`window.open(…, '${tab}')`);
    if (chain?.join('.') === 'FT.manifest') flashtalking = dataOf(args[0]) as Readonly<Record<string, unknown>>;
  };
  const onAssign = (node: Tree, depth: number): void => {
    const chain = chainOf(node['left']);
    const name = chain?.join('.') ?? '';
    const last = chain?.at(-1) ?? nameOfMember(node['left']);
    const value = startOf(node['right']);
    if (/^location(\.href)?$/.test(name) && (chain?.length ?? 0) > 0) {
      calls.add('location.href');
      leavings.add(`${name} =`);
      if (/^(https?:)?\/\//i.test(value ?? '')) exits.add(value as string);
    } else if ((last === 'src' || last === 'srcset' || last === 'poster') && value) references.add(value);
    if (chain?.length === 1 && CLICK_TAG.test(name))
      assigned.push({ name, top: depth === 0, url: textOf(node['right']), readable: standsAlone(node, code) });
  };

  const visit = (node: Tree, depth: number): void => {
    switch (node.type) {
      case 'Literal':
        if (typeof node['value'] === 'string') mention(node['value']);
        break;
      case 'TemplateLiteral': {
        const head = startOf(node);
        if (head) mention(head);
        break;
      }
      case 'CallExpression':
        onCall(node);
        break;
      case 'ImportExpression':
      case 'ImportDeclaration':
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        load(node['source']);
        break;
      case 'NewExpression':
        if (/^(Worker|SharedWorker|EventSource|WebSocket|Audio)$/.test(chainOf(node['callee'])?.at(-1) ?? ''))
          load((node['arguments'] as Tree[])[0]);
        break;
      case 'AssignmentExpression':
        onAssign(node, depth);
        break;
      case 'VariableDeclarator': {
        const id = node['id'] as Tree;
        if (id.type !== 'Identifier') break;
        const name = id['name'] as string;
        declared.add(name);
        if (CLICK_TAG.test(name)) clickTags.push({ name, top: depth === 0, url: textOf(node['init']), readable: standsAlone(node, code) });
        break;
      }
      case 'FunctionDeclaration':
        declared.add(String((node['id'] as Tree | null)?.['name']));
        break;
      case 'MemberExpression':
      case 'Identifier':
        note(node);
        break;
      default:
    }
    const isFunction = FUNCTIONS.has(node.type);
    if (isFunction) for (const parameter of node['params'] as Tree[]) declared.add(String(parameter['name']));
    const isInside = isFunction || BLOCKS.has(node.type);
    for (const key of keysOf(node)) {
      const child = node[key];
      if (typeof child !== 'object' || child === null) continue;
      if (Array.isArray(child)) {
        for (const one of child) if (one && typeof one.type === 'string') visit(one, depth + (isInside ? 1 : 0));
      } else if (typeof (child as Tree).type === 'string') {
        // The name behind the dot is no variable.
        if (key === 'property' && !node['computed']) continue;
        if (key === 'key' && !node['computed']) {
          if ((child as Tree).type === 'Literal') visit(child as Tree, depth);
          continue;
        }
        visit(child as Tree, depth + (isInside ? 1 : 0));
      }
    }
  };
  const mention = (text: string): void => {
    if (text.length > LONGEST_NAME) return;
    for (const [, address] of text.includes('<') ? text.matchAll(WRITTEN) : []) references.add(address as string);
    if (FAR_FILE.test(text)) references.add(text);
    else if (MAY_BE_FILE.test(text)) mentions.add(text);
  };
  const note = (node: Tree): void => {
    if (!LED_BY.has(rootOf(node))) return;
    const chain = chainOf(node);
    if (!chain || chain.length === 0) return;
    const name = chain.join('.');
    if (EXACT.has(name)) calls.add(name);
    const length = ROOTS[chain[0] as string];
    if (length !== undefined && Object.hasOwn(ROOTS, chain[0] as string) && (chain.length >= length || length === 1))
      calls.add(chain.slice(0, length).join('.'));
    if (node.type === 'MemberExpression' && chain.length === 1 && BARE.has(name)) calls.add(name === 'open' ? 'window.open' : name);
  };
  visit(root, 0);
  for (const name of bare) if (!declared.has(name)) calls.add(name === 'open' ? 'window.open' : name);
  // Giving the declared variable another value declares nothing.
  const own = [
    ...clickTags,
    ...assigned.filter(({ name }, at) => !declared.has(name) && assigned.findIndex((one) => one.name === name) === at),
  ];
  return {
    references: [...references],
    mentions: [...mentions],
    calls: [...calls].filter((call) => ROOTS[call] !== 1 || !declared.has(call)).sort(),
    clickTags: own,
    fixedExits: [...exits],
    leavings: [...leavings],
    ...(flashtalking ? { flashtalking } : {}),
  };
}
