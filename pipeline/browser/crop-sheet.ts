/** The crop sheet at work: opens its pictures, counts what changed, and saves it into the order. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { SheetChange, SheetData } from '../model/crop-sheet.ts';
import { openPicture } from './crop-picture.ts';

const data = JSON.parse(document.querySelector('#data')?.textContent ?? '{}') as SheetData;
let { version } = data;
const state = document.querySelector('#state') as HTMLElement;
const save = document.querySelector('#save') as HTMLButtonElement;
const word = (name: string): string => data.words[name] ?? '';

const open = data.pictures.flatMap((picture) => {
  const section = document.querySelector<HTMLElement>(`.picture[data-name="${CSS.escape(picture.name)}"]`);
  return section ? [openPicture(picture, section, word, tellState)] : [];
});
const changed = (): SheetChange[] => open.flatMap((one) => one.changes());

let isBusy = false;
function tellState(): void {
  const count = new Set(changed().map(({ name }) => name)).size;
  save.disabled = isBusy || count === 0;
  if (!isBusy) state.textContent = count > 0 ? word('changed').replace('{count}', String(count)) : word('unchanged');
}

async function saveAll(): Promise<void> {
  const changes = changed();
  if (isBusy || changes.length === 0) return;
  isBusy = true;
  save.disabled = true;
  state.textContent = word('saving');
  let message = word('failed');
  try {
    const response = await fetch(data.post, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-kader-token': data.token },
      body: JSON.stringify({ version, changes }),
    });
    const answer = (await response.json()) as { version?: string; message?: string };
    if (response.ok && answer.version) {
      version = answer.version;
      for (const one of open) one.settle(changes);
      message = word('saved');
    } else message = answer.message ?? message;
  } catch {
    // The preview has ended; the words for it are set.
  }
  isBusy = false;
  tellState();
  state.textContent = message;
}

save.addEventListener('click', () => void saveAll());
addEventListener('keydown', (event) => {
  if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  void saveAll();
});
addEventListener('beforeunload', (event) => {
  if (changed().length > 0) event.preventDefault();
});
// After a build: our own save is on this page already; what others changed is shown, unless something here would be lost.
async function follow(): Promise<void> {
  const now = (await (await fetch(data.state)).json()) as { version?: string };
  if (isBusy || now.version === undefined || now.version === version) return;
  if (changed().length === 0) location.reload();
  else state.textContent = word('stale');
}
const builds = new EventSource(data.events);
builds.onmessage = () => void follow();
// What ended before this page listened, or while the machine slept.
builds.onopen = () => void follow();
for (const one of open) one.draw();
