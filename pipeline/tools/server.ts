/** The preview server: gives exactly what a table names, on this machine only, and tells pages to reload. */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server as HttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { UserError } from '../model/finding.ts';
import { type Posts, takePost } from './server-posts.ts';

export type TableEntry = FileEntry | TextEntry;

export interface FileEntry {
  /** Absolute. */
  readonly path: string;
  readonly type: string;
  /** Put at the end of a page. */
  readonly foot?: string;
  /** A page in a frame: who opened it looks after it, and a hundred of them may not each hold a line to this server. */
  readonly isFramed?: boolean;
}

/** Held in memory, given as it is. */
export interface TextEntry {
  readonly text: string;
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A page that is to reload after every build; others follow the events themselves. */
  readonly reloads?: boolean;
  readonly onGiven?: () => void;
}

export interface Server {
  /** `http://127.0.0.1:4321/` */
  readonly url: string;
  /** URL path, decoded, such as `/site/nl/index.html` → file. */
  publish(table: ReadonlyMap<string, TableEntry>): void;
  reload(): void;
  close(): Promise<void>;
}

/** Server-sent events: a message after every build. */
export const EVENTS = '/__kader/events';
const MESSAGE = 'data: reload\n\n';
const PORTS_TO_TRY = 20;
/** @param seen the builds that there were when the page was given: one that ends before the page listens is not lost on it */
const reloadScript = (seen: number): string => `<script>new EventSource('${EVENTS}?seen=${seen}').onmessage=()=>location.reload()</script>`;

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  svg: 'image/svg+xml',
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  zip: 'application/zip',
  pdf: 'application/pdf',
  mp4: 'video/mp4',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  flac: 'audio/flac',
  m3u8: 'application/vnd.apple.mpegurl',
  vtt: 'text/vtt; charset=utf-8',
  webmanifest: 'application/manifest+json',
};

export function contentTypeOf(path: string): string {
  return TYPES[path.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}

/** @throws UserError when no port is free. */
export async function startServer({ port, posts }: { readonly port: number; readonly posts?: Posts }): Promise<Server> {
  let table: ReadonlyMap<string, TableEntry> = new Map();
  const listeners = new Set<ServerResponse>();
  let bound = 0;
  let builds = 0;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isOurHost(request.headers.host, bound)) return refuse(response, 421);
    const path = pathOf(request.url ?? '');
    if (posts && request.method === 'POST' && path !== undefined && (await takePost(request, response, path, posts))) return;
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
    if (path === undefined) return refuse(response, 400);
    if (path === EVENTS) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      const seen = Number(/\?seen=(\d+)$/.exec(request.url ?? '')?.[1] ?? builds);
      response.write(seen < builds ? MESSAGE : '\n');
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
      return;
    }
    const entry = table.get(path.endsWith('/') ? `${path}index.html` : path);
    if (entry) return 'text' in entry ? giveText(request, response, entry, builds) : give(request, response, entry, builds);
    // A folder asked for without its last slash: relative links would go astray there.
    if (table.has(`${path}/index.html`)) {
      response.writeHead(302, { location: `${encodeURI(path)}/` }).end();
      return;
    }
    refuse(response, 404);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => (response.headersSent ? response.destroy() : refuse(response, 500)));
  });
  bound = await listen(server, port);
  return {
    url: `http://127.0.0.1:${bound}/`,
    publish: (next) => {
      table = next;
    },
    reload: () => {
      builds++;
      for (const listener of listeners) listener.write(MESSAGE);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A page elsewhere that had its own name point at this machine must not get in (DNS rebinding). */
function isOurHost(host: string | undefined, port: number): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].some((name) => host === `${name}:${port}`);
}

/** The decoded path, looked up as it is and never joined to a folder. */
function pathOf(target: string): string | undefined {
  if (!target.startsWith('/') || target.startsWith('//')) return undefined;
  try {
    const path = decodeURIComponent(target.split(/[?#]/)[0] ?? '');
    return /[\0\\]/.test(path) ? undefined : path;
  } catch {
    return undefined;
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(status === 404 ? 'There is nothing here.' : 'This request is not answered.');
}

const withReload = (html: string, builds: number, foot = ''): string =>
  html.replace(/<\/body>/i, (end) => `${foot}${reloadScript(builds)}${end}`);

const headersOf = (type: string) => ({ 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });

function giveText(request: IncomingMessage, response: ServerResponse, entry: TextEntry, builds: number): void {
  const { type, headers, reloads = false, onGiven } = entry;
  const text = reloads ? withReload(entry.text, builds) : entry.text;
  response.writeHead(200, { ...headersOf(type), ...headers, 'content-length': Buffer.byteLength(text) });
  response.end(request.method === 'HEAD' ? undefined : text);
  onGiven?.();
}

async function give(
  request: IncomingMessage,
  response: ServerResponse,
  { path, type, foot = '', isFramed = false }: FileEntry,
  builds: number,
): Promise<void> {
  const headers = headersOf(type);
  if (type.startsWith('text/html') && !isFramed) {
    const html = withReload(await readFile(path, 'utf8'), builds, foot);
    response.writeHead(200, { ...headers, 'content-length': Buffer.byteLength(html) });
    response.end(request.method === 'HEAD' ? undefined : html);
    return;
  }
  const { size } = await stat(path);
  const range = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '');
  const first = range?.[1] ? Number(range[1]) : range?.[2] ? Math.max(0, size - Number(range[2])) : 0;
  const last = range?.[1] && range[2] ? Math.min(size - 1, Number(range[2])) : size - 1;
  if (range && (first > last || first >= size)) {
    response.writeHead(416, { 'content-range': `bytes */${size}` }).end();
    return;
  }
  response.writeHead(range ? 206 : 200, {
    ...headers,
    'accept-ranges': 'bytes',
    'content-length': last - first + 1,
    ...(range ? { 'content-range': `bytes ${first}-${last}/${size}` } : {}),
  });
  if (request.method === 'HEAD' || size === 0) response.end();
  else
    createReadStream(path, { start: first, end: last })
      .on('error', () => response.destroy())
      .pipe(response);
}

async function listen(server: HttpServer, wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + PORTS_TO_TRY; port++) {
    const bound = await new Promise<number | undefined>((resolve, reject) => {
      const failed = (error: NodeJS.ErrnoException): void => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error));
      server.once('error', failed);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', failed);
        const address = server.address();
        resolve(typeof address === 'object' && address ? address.port : port);
      });
    });
    if (bound !== undefined) return bound;
    if (wanted === 0) break;
  }
  throw new UserError(`No port from ${wanted} to ${wanted + PORTS_TO_TRY - 1} is free.`, {
    advice: 'Name another: kader preview --port 8080',
  });
}
