/** Reads what an ICC profile is from its own bytes: class, colour space, way of converting. */
import { profileName } from './metadata.ts';

export interface IccProfile {
  readonly name: string;
  /** `display`, `input`, `output`, `space`; others are no profiles of pictures. */
  readonly class: 'display' | 'input' | 'output' | 'space' | 'other';
  readonly space: 'rgb' | 'cmyk' | 'grey' | 'lab' | 'other';
  /** How it converts: by curves and a matrix (one way for all intents), or by tables. */
  readonly kind: 'matrix' | 'tables';
}

const CLASSES: Readonly<Record<string, IccProfile['class']>> = { mntr: 'display', scnr: 'input', prtr: 'output', spac: 'space' };
const SPACES: Readonly<Record<string, IccProfile['space']>> = { 'RGB ': 'rgb', CMYK: 'cmyk', GRAY: 'grey', 'Lab ': 'lab' };
const TABLES = ['A2B0', 'A2B1', 'A2B2', 'D2B0', 'D2B1', 'D2B2', 'D2B3'];

/** @returns nothing where the bytes are no ICC profile. */
export function readIcc(bytes: Buffer): IccProfile | undefined {
  if (bytes.length < 132 || bytes.toString('latin1', 36, 40) !== 'acsp') return undefined;
  const count = Math.min(bytes.readUInt32BE(128), 100);
  const tags = Array.from({ length: count }, (_, tag) => bytes.toString('latin1', 132 + tag * 12, 136 + tag * 12));
  return {
    name: profileName(bytes),
    class: CLASSES[bytes.toString('latin1', 12, 16)] ?? 'other',
    space: SPACES[bytes.toString('latin1', 16, 20)] ?? 'other',
    kind: tags.includes('rXYZ') && !TABLES.some((name) => tags.includes(name)) ? 'matrix' : 'tables',
  };
}
