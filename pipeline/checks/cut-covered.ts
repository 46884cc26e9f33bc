/** Checks whether what is to be read over a film stands clear of what the channel's interface lays over it. */
import type { Finding } from '../model/finding.ts';
import { asNumber, faulty, type LimitJudge, type MadeCut, refused } from './cut-made.ts';

/** How far a text stands from a side of the frame, as a share of it. */
const SIDES = {
  'covered-top': ([, top]: Box) => top,
  'covered-right': ([, , right]: Box) => 1 - right,
  'covered-bottom': ([, , , bottom]: Box) => 1 - bottom,
  'covered-left': ([left]: Box) => left,
};
type Box = readonly [number, number, number, number];
type Side = keyof typeof SIDES;
/** A text that begins a hair inside is not hidden. */
const HAIR = 0.002;

/** Captions are laid clear of it; of titles their texts were seen. */
export const covered: LimitJudge = (limit, made) => {
  const { cut, titles = [] } = made;
  if (cut.what !== 'video') return [];
  const hidden = hiddenBy(made, limit.id as Side, asNumber(limit));
  if (hidden.length > 0) return [refused('delivery-covered', limit, made, said(hidden, asNumber(limit)))];
  return titles.length < cut.titles.length ? 'unmeasured' : [];
};

/** By what Kader leaves free for a channel that tells no limit of its own. */
export function checkCutCovered(made: MadeCut): Finding[] {
  const { channel, cut } = made;
  const safe = channel.make?.safe;
  if (!safe || cut.what !== 'video') return [];
  const told = new Set(channel.limits.filter(({ value }) => value !== null).map(({ id }) => id as string));
  const shares = [
    ['covered-top', safe.top],
    ['covered-right', safe.right],
    ['covered-bottom', safe.bottom],
    ['covered-left', safe.left],
  ] as const;
  return shares.flatMap(([side, share]) => {
    const hidden = told.has(side) ? [] : hiddenBy(made, side, share);
    return hidden.length > 0 ? [faulty('delivery-covered', made, { by: channel.name, ...said(hidden, share) })] : [];
  });
}

const said = (slots: string[], share: number) => ({ slots, expected: Math.round(share * 1000) / 10 });

function hiddenBy({ titles = [] }: MadeCut, side: Side, share: number): string[] {
  const hidden = titles.flatMap(({ template, facts }) =>
    facts.texts.filter(({ box }) => SIDES[side](box) < share - HAIR).map(({ slot }) => `${template}/${slot}`),
  );
  return [...new Set(hidden)];
}
