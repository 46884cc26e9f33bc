/** The preview server gives what its table names and nothing else, whatever the request looks like. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentTypeOf, type Server, startServer } from '../../pipeline/tools/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'kader-server-'));
let server: Server;
let port = 0;
beforeAll(async () => {
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<html><body>page</body></html>');
  writeFileSync(join(folder, 'film.mp4'), '0123456789');
  server = await startServer({ port: 0 });
  port = Number(new URL(server.url).port);
  server.publish(
    new Map([
      ['/index.html', { path: join(folder, 'index.html'), type: contentTypeOf('index.html') }],
      ['/site/index.html', { path: join(folder, 'index.html'), type: contentTypeOf('index.html') }],
      ['/film.mp4', { path: join(folder, 'film.mp4'), type: contentTypeOf('film.mp4') }],
    ]),
  );
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A request as it is on the wire: no library tidies the path. */
function raw(target: string, headers: Record<string, string> = {}, method = 'GET'): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    const all = { host: `127.0.0.1:${port}`, connection: 'close', ...headers };
    socket.on('data', (data) => {
      text += data;
    });
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
    socket.setTimeout(3000, () => reject(new Error('it hangs')));
    socket.write(
      `${method} ${target} HTTP/1.1\r\n${Object.entries(all)
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join('')}\r\n`,
    );
  });
}
const status = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

test('a page is given with the script that reloads it', async () => {
  const answer = await raw('/');
  expect(status(answer)).toBe(200);
  expect(answer).toContain('page');
  expect(answer).toContain('EventSource');
  expect(answer).not.toMatch(/access-control/i);
});

test.each([
  '/secret.txt',
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/site/../../secret.txt',
  '/site//index.html',
  '/film.mp4/',
  '/film.mp4%00',
  '/%zz',
  '//secret.txt',
  '/..\\secret.txt',
  '/index.html.',
  'http://127.0.0.1/index.html',
  '/@fs/etc/passwd',
  '/.//..//etc/passwd',
  '*',
])('%s is not answered with a file', async (target) => {
  const answer = await raw(target);
  expect([302, 400, 404]).toContain(status(answer));
  expect(answer).not.toContain('secret\n');
});

test.each(['evil.example', 'evil.example:80', '127.0.0.1', 'localhost:1'])('a request for the host %s is refused', async (host) => {
  expect(status(await raw('/', { host }))).toBe(421);
});

test('nothing is written', async () => {
  expect(status(await raw('/', {}, 'POST'))).toBe(405);
  expect(status(await raw('/film.mp4', {}, 'DELETE'))).toBe(405);
});

test('a part of a film is given as asked', async () => {
  const answer = await raw('/film.mp4', { range: 'bytes=2-4' });
  expect(status(answer)).toBe(206);
  expect(answer).toContain('content-range: bytes 2-4/10');
  expect(answer.endsWith('234')).toBe(true);
  expect(status(await raw('/film.mp4', { range: 'bytes=50-60' }))).toBe(416);
});

test('a folder without its last slash leads to it', async () => {
  const answer = await raw('/site');
  expect(status(answer)).toBe(302);
  expect(answer).toContain('location: /site/');
});

test('a taken port is stepped over', async () => {
  const second = await startServer({ port });
  expect(Number(new URL(second.url).port)).not.toBe(port);
  await second.close();
});

describe('what a page may post', () => {
  let own: Server;
  const taken: unknown[] = [];
  beforeAll(async () => {
    const take = async (body: unknown) => {
      taken.push(body);
      return { status: 200, told: { done: true } };
    };
    own = await startServer({ port: 0, posts: { token: 'secret-token', takers: { '/__kader/framing': take } } });
    own.publish(new Map([['/sheet.html', { text: '<body>sheet</body>', type: 'text/html', headers: { 'x-guard': 'on' } }]]));
  });
  afterAll(() => own.close());

  const post = (change: { path?: string; headers?: Record<string, string | undefined>; body?: string } = {}): Promise<Response> => {
    const headers = {
      origin: own.url.slice(0, -1),
      'content-type': 'application/json',
      'x-kader-token': 'secret-token',
      ...change.headers,
    };
    const given = Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== undefined);
    return fetch(new URL(change.path ?? '/__kader/framing', own.url), {
      method: 'POST',
      headers: Object.fromEntries(given),
      body: change.body ?? '{"a":1}',
    });
  };

  test('is taken with the token of the page', async () => {
    const answer = await post();
    expect([answer.status, await answer.json()]).toEqual([200, { done: true }]);
    expect(taken).toEqual([{ a: 1 }]);
  });

  test.each([
    ['another origin', { headers: { origin: 'https://evil.example' } }, 403],
    ['no origin', { headers: { origin: undefined } }, 403],
    ['an origin of another port', { headers: { origin: 'http://127.0.0.1:1' } }, 403],
    ['another site by the browser’s own word', { headers: { 'sec-fetch-site': 'cross-site' } }, 403],
    ['no token', { headers: { 'x-kader-token': undefined } }, 403],
    ['another token', { headers: { 'x-kader-token': 'secret-tokem' } }, 403],
    ['a form, which needs no leave to cross sites', { headers: { 'content-type': 'text/plain' } }, 415],
    ['more than anybody drags', { body: JSON.stringify('x'.repeat(70_000)) }, 413],
    ['what is no JSON', { body: '{' }, 400],
    ['a path that takes nothing', { path: '/sheet.html' }, 405],
    ['a path by another name of an object', { path: '/constructor' }, 405],
  ])('but not from %s', async (_, change, status) => {
    expect((await post(change)).status).toBe(status);
    expect(taken).toHaveLength(1);
  });

  test('and a page held in memory is given as it is', async () => {
    const answer = await fetch(new URL('/sheet.html', own.url));
    expect(answer.headers.get('x-guard')).toBe('on');
    expect(await answer.text()).toBe('<body>sheet</body>');
  });
});

test('a build that ends between a page and its listening is told as soon as it listens', async () => {
  const heard = async (seen: string): Promise<string> => {
    const end = new AbortController();
    const response = await fetch(`${server.url}__kader/events${seen}`, { signal: end.signal });
    const first = await response.body?.getReader().read();
    end.abort();
    return new TextDecoder().decode(first?.value);
  };
  const [, address = ''] = /EventSource\('([^']+)'\)/.exec(await raw('/')) ?? [];
  const seen = new URL(address, server.url).search;
  expect(await heard(seen)).toBe('\n');
  server.reload();
  expect(await heard(seen)).toContain('data:');
  expect(await heard('')).toBe('\n');
});
