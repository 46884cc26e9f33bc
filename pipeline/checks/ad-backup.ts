/** Judges the backup image of a banner, beside its zip or in it. */
import { asList, asNumber, type Judge, type Specimen, told } from './ad-rule.ts';

interface Backup {
  readonly place: 'beside' | 'inside';
  readonly name: string;
  readonly bytes?: number;
  readonly width?: number;
  readonly height?: number;
}

/** Both, when there are both. */
function backups({ backup, facts }: Specimen): Backup[] {
  const inside = facts.files.find(({ path }) => path === facts.backup);
  return [
    ...(backup ? [{ ...backup, place: 'beside' as const }] : []),
    ...(inside
      ? [{ place: 'inside' as const, name: inside.path.split('/').at(-1) ?? inside.path, bytes: inside.bytes, ...sizeOf(inside.picture) }]
      : []),
  ];
}

function sizeOf(picture: { readonly width?: number; readonly height?: number } | undefined): Pick<Backup, 'width' | 'height'> {
  return {
    ...(picture?.width === undefined ? {} : { width: picture.width }),
    ...(picture?.height === undefined ? {} : { height: picture.height }),
  };
}

const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
const baseOf = (name: string): string => name.replace(/\.[^.]+$/, '');

export const backup: Judge = (rule, specimen) => (backups(specimen).length > 0 ? [] : [told('banner-missing-backup', rule, specimen)]);

export const backupBytes: Judge = (rule, specimen) => {
  const heaviest = Math.max(0, ...backups(specimen).map(({ bytes = 0 }) => bytes));
  const expected = asNumber(rule);
  return heaviest > expected ? [told('banner-backup-too-heavy', rule, specimen, { actual: heaviest, expected })] : [];
};

const wrong = (
  problem: string,
  isRight: (backup: Backup, rule: Parameters<Judge>[0], specimen: Specimen) => boolean,
  expected: (rule: Parameters<Judge>[0], specimen: Specimen) => string | readonly string[],
): Judge => {
  return (rule, specimen) => {
    const off = backups(specimen).find((one) => !isRight(one, rule, specimen));
    if (!off) return [];
    const size = off.width === undefined ? '' : `${off.width} × ${off.height}`;
    return [told('ad-backup-wrong', rule, specimen, { problem, entry: off.name, actual: size, expected: expected(rule, specimen) })];
  };
};

export const backupTypes = wrong('type', ({ name }, rule) => asList(rule).includes(endingOf(name)), asList);
/** One inside has no need of the zip's name. */
export const backupSameName = wrong(
  'name',
  ({ place, name }, _, { zip }) => place === 'inside' || baseOf(name) === baseOf(zip),
  (_, { zip }) => baseOf(zip),
);
/** Once or twice as many pixels. */
export const backupSameSize = wrong(
  'size',
  ({ width, height }, _, { size }) =>
    !size || width === undefined || [1, 2].some((scale) => width === size[0] * scale && height === size[1] * scale),
  (_, { size }) => (size ? `${size[0]} × ${size[1]}` : ''),
);

/** Of those beside the zip: pictures that are delivered as such. Sides that nobody read say nothing. */
export const backupDensity: Judge = (rule, specimen) => {
  const { size, backup: one, denser } = specimen;
  const known = [one, denser].flatMap((image) => (image?.width === undefined ? [] : [image.width]));
  if (!size || known.length === 0) return one && size ? 'unmeasured' : [];
  const actual = Math.max(...known) / size[0];
  const expected = asNumber(rule);
  return actual < expected ? [told('ad-backup-coarse', rule, specimen, { entry: one?.name ?? '', actual, expected })] : [];
};

export const backupPlace: Judge = (rule, specimen) => {
  const found = backups(specimen);
  if (found.length === 0 || found.some(({ place }) => place === rule.value)) return [];
  return [told('ad-backup-wrong', rule, specimen, { problem: String(rule.value), entry: found[0]?.name ?? '', actual: '', expected: '' })];
};
