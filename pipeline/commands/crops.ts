/** The crop sheet of `kader preview`: made when it is first asked for, kept up with every build, and what it saves is written. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { Call } from '../cli.ts';
import { resourceOf } from '../jobs/makers.ts';
import { UserError } from '../model/finding.ts';
import { type Digest, digestOf } from '../model/key.ts';
import { writeFraming } from '../order/framing.ts';
import { readOrder } from '../order.ts';
import { lookThrough } from '../pipeline.ts';
import { cropSheetHtml, cropSheetWaiting } from '../review/crop-sheet.ts';
import { cropWords } from '../review/crop-words.ts';
import { writeBeside } from '../tools/disk.ts';
import { EVENTS, type TableEntry } from '../tools/server.ts';
import { newToken, type Posts, type Taker } from '../tools/server-posts.ts';
import type { Workspace } from '../tools/workspace.ts';
import { tellFailure } from './console.ts';
import { openLook } from './look.ts';

export const CROPS = '/crops/';
const POST = '/__kader/framing';
const STATE = '/crops/state.json';
/** Wide enough to judge a crop by on a large screen, small enough to make many at once. */
const WIDTH = 1200;
/** Of Kader's own compiled code: the page runs the very arithmetic of the build. */
const MODULES = ['browser/crop-sheet.js', 'browser/crop-picture.js', 'model/crop.js', 'model/frame.js'];
const HTML = 'text/html; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';
/** No page but the preview's own may show it in a frame, and it loads nothing from elsewhere. */
const GUARD =
  "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

const share = z.number().min(0).max(1);
const wish = z.strictObject({
  version: z.string(),
  changes: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(300),
        place: z.string().min(1).max(300).optional(),
        focus: z.tuple([share, share]).nullable().optional(),
        safe: z.tuple([share, share, share, share]).nullable().optional(),
      }),
    )
    .min(1)
    .max(500),
});

export interface CropSheetHandle {
  readonly posts: Posts;
  /** What the server gives now, by URL path. */
  readonly entries: () => Map<string, TableEntry>;
  /** After a build: made anew if anybody looked at it. */
  readonly follow: () => Promise<void>;
  /** Work on the production, one at a time: two at once would wait for each other's lock. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

function openQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}

/** A picture, or one in a place that takes it. */
const known = (name: string, place = ''): string => JSON.stringify([name, place]);

/** @param show gives what `entries` has now to the server; and has pages reload, or not */
export function openCropSheet(
  call: Call,
  workspace: Workspace,
  production: string,
  jobs: number,
  show: (reload: boolean) => void,
): CropSheetHandle {
  const { language } = call.console;
  const words = cropWords[language];
  const orderFile = join(workspace.assets, production, 'order.yaml');
  const token = newToken();
  let isWanted = false;
  let sheet: { html: string; version: Digest; pictures: ReadonlyMap<string, string>; known: ReadonlySet<string> } | undefined;
  let isBroken = false;
  /** Saved since it was made: whoever comes now must not begin from what was. */
  let isBehind = false;
  const inTurn = openQueue();
  // A save need not wait for a build: it touches the order alone, and the next build reads it.
  const saveInTurn = openQueue();

  const make = async (): Promise<void> => {
    const text = readFileSync(orderFile, 'utf8');
    const studio = await openLook(call, workspace, production, { jobs });
    try {
      const effects = { ...studio.effects, resourceOf, tell: () => undefined, stopAtFirst: false };
      const { order, assets, layout, thumbnails, framed } = await lookThrough(production, language, effects, WIDTH);
      const pictures = new Map([...thumbnails].map(([name, { digest }]) => [name, { url: `${CROPS}${digest}.webp`, digest }]));
      const turned = new Map([...framed].map(([name, { digest }]) => [name, { url: `${CROPS}${digest}.webp`, digest }]));
      const version = digestOf(text);
      const html = cropSheetHtml(
        {
          order,
          assets,
          layout,
          pictures: new Map([...pictures].map(([name, { url }]) => [name, url])),
          framed: new Map([...turned].map(([name, { url }]) => [name, url])),
          urls: { events: EVENTS, post: POST, state: STATE, script: `${CROPS}app/${MODULES[0]}` },
          version,
          token,
        },
        language,
      );
      const files = new Map([...pictures.values(), ...turned.values()].map(({ url, digest }) => [url, studio.store.blobPath(digest)]));
      const uses = [...layout.pages, ...layout.units].flatMap((one) => one.uses);
      const taken = uses.flatMap(({ asset, places = [] }) => places.map((place) => known(asset, place)));
      sheet = { html, version, pictures: files, known: new Set([...assets.map(({ name }) => known(name)), ...taken]) };
      [isBroken, isBehind] = [false, digestOf(readFileSync(orderFile, 'utf8')) !== version];
    } finally {
      await studio.close();
    }
  };
  const makeAndShow = async (): Promise<void> => {
    try {
      await inTurn(make);
    } catch (error) {
      if (call.signal.aborted) return;
      // A mistake in the order was told by the build; what was there stays on view.
      if (!(error instanceof UserError)) tellFailure(process, error, false, '', false);
      [isBroken, isBehind] = [true, false];
    }
    show(true);
  };

  const refuse = (status: number, message: string) => ({ status, told: { message } });
  const take: Taker = (body) =>
    saveInTurn(async () => {
      const asked = wish.safeParse(body);
      if (!asked.success) return refuse(422, words.refused.invalid);
      const { version, changes } = asked.data;
      if (changes.some(({ name, place }) => !sheet?.known.has(known(name, place)))) return refuse(422, words.refused.unknown);
      const place = realpathSync(orderFile);
      const text = readFileSync(place, 'utf8');
      if (digestOf(text) !== version) return refuse(409, words.stale);
      const written = writeFraming(text, changes);
      if ('refused' in written) return refuse(422, `${written.name}: ${words.refused[written.refused]}`);
      if (!readOrder(written.text, production).order) return refuse(422, words.refused.invalid);
      await writeBeside(place, written.text, statSync(place).mode & 0o777);
      isBehind = true;
      show(false);
      return { status: 200, told: { version: digestOf(written.text) } };
    }).catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error;
      return refuse(500, `${error.message} ${error.advice ?? ''}`.trim());
    });

  const entries = (): Map<string, TableEntry> => {
    const table = new Map<string, TableEntry>();
    const onGiven = (): void => {
      if (isWanted) return;
      isWanted = true;
      void makeAndShow();
    };
    const waiting = cropSheetWaiting(production, isBroken ? 'broken' : 'waiting', language);
    const html = isBehind ? undefined : sheet?.html;
    const headers = { 'content-security-policy': `${GUARD}; script-src 'self'${html ? '' : " 'unsafe-inline'"}` };
    table.set(`${CROPS}index.html`, { text: html ?? waiting, type: HTML, headers, reloads: !html, onGiven });
    // While it is behind no version is told: the page that saved has what comes, and must not go back to what was.
    table.set(STATE, { text: JSON.stringify(isBehind ? {} : { version: sheet?.version }), type: 'application/json; charset=utf-8' });
    for (const path of MODULES)
      table.set(`${CROPS}app/${path}`, { path: fileURLToPath(new URL(`../${path}`, import.meta.url)), type: SCRIPT });
    for (const [url, path] of sheet?.pictures ?? []) table.set(url, { path, type: 'image/webp' });
    return table;
  };
  return { posts: { token, takers: { [POST]: take } }, entries, follow: () => (isWanted ? makeAndShow() : Promise.resolve()), inTurn };
}
