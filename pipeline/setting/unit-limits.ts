/** What a unit and its backup image may weigh and be, where they go. */
import { limitOf, rulesFor } from '../channels/profile.ts';
import type { UnitWeight } from '../jobs/share.ts';
import type { StillLimits } from '../model/capture.ts';
import type { Basis, Profile } from '../model/rules.ts';

type Size = readonly [number, number];

/** Of a page by its bytes, and of the head that a zip has for each file: to the next kB, so that a changed word asks nothing anew. */
export function reserveFor(page: number, files: number): number {
  return Math.ceil((page + files * 200) / 1000) * 1000;
}

/** What a unit may weigh where it goes: the strictest of all its targets. */
export function weightLimits(profiles: readonly Profile[]): (size: Size) => Pick<UnitWeight, 'zipBytes' | 'unzippedBytes'> {
  return (size) => {
    const name = size.join('x');
    const asked = profiles
      .flatMap((profile) => rulesFor(profile, name))
      .filter(({ id, severity }) => id === 'weight' && severity === 'error');
    const least = (...bases: readonly (Basis | undefined)[]): number =>
      Math.min(...asked.flatMap(({ basis, value }) => (bases.includes(basis) && typeof value === 'number' ? [value] : [])));
    const zipBytes = least('zip', 'larger', 'gzip', 'gzip-initial');
    const unzippedBytes = least('unzipped', 'larger');
    return {
      ...(Number.isFinite(zipBytes) ? { zipBytes } : {}),
      ...(Number.isFinite(unzippedBytes) ? { unzippedBytes } : {}),
    };
  };
}

/** What a backup image may be: as its target asks for the size, else as heavy as the house says. */
export function stillLimits(
  profileFor: (target: string | undefined) => Profile,
  houseBytes: number,
): (target: string | undefined, size: Size) => StillLimits {
  const known = new Map<string, StillLimits>();
  return (target, size) => {
    const id = `${target} ${size.join('x')}`;
    const same = known.get(id);
    if (same) return same;
    const profile = profileFor(target);
    const types = rulesFor(profile, size.join('x')).find((rule) => rule.id === 'backup-types')?.value;
    const taken = STILL_ENDINGS.filter(([ending]) => !Array.isArray(types) || types.includes(ending)).map(([, format]) => format);
    const still: StillLimits = {
      // Where none of them is taken the target's own check tells it.
      formats: taken.length > 0 ? taken : STILL_ENDINGS.map(([, format]) => format),
      maxBytes: limitOf(profile, 'backup-bytes', size.join('x')) ?? houseBytes,
      ...((limitOf(profile, 'backup-density', size.join('x')) ?? 1) > 1 ? { twice: true } : {}),
    };
    known.set(id, still);
    return still;
  };
}

const STILL_ENDINGS = [
  ['jpg', 'jpeg'],
  ['png', 'png'],
  ['gif', 'gif'],
] as const;

/** Whether a target takes no writing to the console at all: GSAP warns there, though never in a sound banner. */
export function isSilent({ rules }: Profile): boolean {
  return rules.some(({ id, value }) => id === 'not-calls' && Array.isArray(value) && value.includes('console.warn'));
}
