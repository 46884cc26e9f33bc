/** The stylesheet of Google's font server for a face and the characters that a unit shows. */
import type { FontFace } from '../model/house.ts';

const SERVER = 'https://fonts.googleapis.com/css2';
/** Longer addresses are cut by proxies; then the server gives the whole font in its own parts. */
const LONGEST_TEXT = 1500;

/**
 * Undefined where the server does not have the family, or not as wide as the house uses it.
 * @param characters each once; see developers.google.com/fonts/docs/css2
 */
export function googleSheet({ family, style, axes, google }: FontFace, characters: string): string | undefined {
  if (!google) return undefined;
  const wanted = Object.entries(axes).map(([tag, value]) => ({
    tag,
    low: typeof value === 'number' ? value : value[0],
    high: typeof value === 'number' ? value : value[1],
  }));
  const isThere = wanted.every(({ tag, low, high }) => {
    const [least, most] = google.axes[tag] ?? (tag === 'wght' && low === high ? [low, high] : [1, 0]);
    return low >= least && high <= most;
  });
  if (!isThere) return undefined;
  const tuple = [...wanted, ...(style === 'italic' ? [{ tag: 'ital', low: 1, high: 1 }] : [])].sort(byTag);
  const range = ({ low, high }: { low: number; high: number }): string => (low === high ? String(low) : `${low}..${high}`);
  const axesText = tuple.length > 0 ? `:${tuple.map(({ tag }) => tag).join(',')}@${tuple.map(range).join(',')}` : '';
  const text = encodeURIComponent(characters);
  return `${SERVER}?family=${encodeURIComponent(family).replaceAll('%20', '+')}${axesText}${text.length <= LONGEST_TEXT ? `&text=${text}` : ''}&display=swap`;
}

/** The server wants them alphabetically, small letters first. */
function byTag({ tag: one }: { tag: string }, { tag: other }: { tag: string }): number {
  const isSmall = (tag: string): boolean => tag === tag.toLowerCase();
  if (isSmall(one) !== isSmall(other)) return isSmall(one) ? -1 : 1;
  return one < other ? -1 : 1;
}
