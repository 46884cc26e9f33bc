/** Pages that ask for a film or sound that they cannot have, and the code that whoever builds them must get. */
import { type Files, ORDER } from '../support/workspace.ts';

const page = (body: string): Files => ({ 'assets/try/content/en/index.md': `---\nlayout: page.njk\ntitle: Sea\n---\n${body}\n` });

export const playerBuilds: readonly (readonly [title: string, code: string, exit: 0 | 1, change: () => Files])[] = [
  ['a film that nobody ordered', 'player-missing', 1, () => page('{% video "web" %}')],
  [
    'a sound that goes elsewhere',
    'player-missing',
    1,
    () => ({
      ...page('{% audio "spot" %}'),
      'assets/try/order.yaml': `${ORDER.trimEnd()}\n  audio: [{ name: spot, from: sea, channel: podcast }]\n`,
    }),
  ],
];
