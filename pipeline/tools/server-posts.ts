/** What the preview server takes in: JSON from its own pages, with its token, of a bounded size; all else is refused. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** @returns the status and what is told to the page. */
export type Taker = (body: unknown) => Promise<{ readonly status: number; readonly told: object }>;

export interface Posts {
  /** Stands in the pages that may post; a page from elsewhere cannot read it. */
  readonly token: string;
  /** By URL path. */
  readonly takers: Readonly<Record<string, Taker>>;
}

const MOST_BYTES = 64 * 1024;

export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/** @returns false when nothing takes posts at this path. The host was looked at before. */
export async function takePost(request: IncomingMessage, response: ServerResponse, path: string, posts: Posts): Promise<boolean> {
  if (!Object.hasOwn(posts.takers, path)) return false;
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const isOwn = origin === `http://${host}` && (site === undefined || site === 'same-origin');
  if (!isOwn || !isToken(request.headers['x-kader-token'], posts.token)) return tell(request, response, 403, 'This page may not write.');
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return tell(request, response, 415, 'JSON is expected.');
  const text = await bodyOf(request);
  if (text === undefined) return tell(request, response, 413, 'That is too much at once.');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return tell(request, response, 400, 'That is no JSON.');
  }
  const { status, told } = await (posts.takers[path] as Taker)(body);
  return answer(response, status, told);
}

function isToken(given: string | string[] | undefined, token: string): boolean {
  const [one, other] = [Buffer.from(String(given ?? '')), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += (part as Buffer).length;
    if (bytes > MOST_BYTES) return undefined;
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** What was not read to its end must not be taken for the next request. */
function tell(request: IncomingMessage, response: ServerResponse, status: number, message: string): true {
  if (!request.complete) response.setHeader('connection', 'close');
  return answer(response, status, { message });
}

function answer(response: ServerResponse, status: number, told: object): true {
  const text = JSON.stringify(told);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
  return true;
}
