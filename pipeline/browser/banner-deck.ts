/** The deck of the preview of banners: play, scrub, labels as ticks, time and loop. */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Label } from '../model/banner-sheet.ts';
import { type Clock, labelsOf } from './banner-clock.ts';
import { find, make, secondsText } from './banner-dom.ts';
import type { Ready } from './banner-frame.ts';

export interface Deck {
  /** After anything that may have changed what is played. */
  draw(): void;
  /** Moments of labels, in order. */
  labels(): readonly Label[];
}

export interface DeckEffects {
  readonly clock: Clock;
  readonly word: (name: string) => string;
  /** Banners that are looked at and have said how long they are. */
  readonly playing: () => readonly Ready[];
  readonly isStill: () => boolean;
  readonly onToggle: () => void;
  readonly onRestart: () => void;
  readonly onSeek: (seconds: number) => void;
  /** Where it stopped of its own accord. */
  readonly onEnd: () => void;
}

export function openDeck(root: HTMLElement, effects: DeckEffects): Deck {
  const { clock, word } = effects;
  const play = find<HTMLButtonElement>('#play', root);
  const scrub = find<HTMLInputElement>('#scrub', root);
  const ticks = find('#ticks', root);
  const time = find('#time', root);
  const loop = find('#loop', root);
  let labels: readonly Label[] = [];
  let drawn = '';
  let frame = 0;

  play.addEventListener('click', effects.onToggle);
  find('#restart', root).addEventListener('click', effects.onRestart);
  scrub.addEventListener('input', () => effects.onSeek(Number(scrub.value)));

  const read = (): void => {
    const now = clock.time();
    const length = clock.length();
    scrub.value = String(now);
    scrub.style.setProperty('--at', length > 0 ? `${(100 * now) / length}%` : '0%');
    time.textContent = `${secondsText(now)} / ${secondsText(length)} s`;
    scrub.setAttribute('aria-valuetext', `${secondsText(now)} s`);
    const most = effects.playing().reduce<Ready | undefined>((one, other) => (one && one.loops >= other.loops ? one : other), undefined);
    const pass = most && most.pass > 0 ? Math.min(most.loops, Math.floor(now / most.pass + 1e-6) + 1) : 1;
    loop.textContent = most?.isEndless ? word('endless') : most ? `${word('loop')} ${pass}/${most.loops}` : '';
  };
  const run = (): void => {
    cancelAnimationFrame(frame);
    if (clock.settle()) effects.onEnd();
    read();
    if (clock.isPlaying()) frame = requestAnimationFrame(run);
  };
  return {
    labels: () => labels,
    draw() {
      const length = clock.length();
      const isStill = effects.isStill();
      labels = labelsOf(effects.playing(), length);
      scrub.max = String(length);
      scrub.disabled = isStill;
      play.disabled = isStill;
      find<HTMLButtonElement>('#restart', root).disabled = isStill;
      play.dataset['state'] = clock.isPlaying() ? 'pause' : 'play';
      play.setAttribute('aria-label', word(clock.isPlaying() ? 'pause' : 'play'));
      const next = JSON.stringify([labels, length]);
      if (next !== drawn) {
        drawn = next;
        ticks.replaceChildren(
          ...labels.map(({ name, at }) => {
            const button = make('button', { type: 'button', title: `${name} · ${secondsText(at)} s` }, make('span', {}, name));
            button.style.left = `${(100 * at) / (length || 1)}%`;
            button.addEventListener('click', () => effects.onSeek(at));
            return button;
          }),
        );
      }
      run();
    },
  };
}
