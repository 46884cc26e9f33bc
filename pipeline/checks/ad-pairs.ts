/** Checks whether sizes that a house wants together are delivered together. */
import type { Finding } from '../model/finding.ts';
import type { Profile } from '../model/rules.ts';
import { finding } from './catalogue.ts';

/**
 * @param sizes that are delivered of one version, such as `970x250`
 * @returns one finding per size without a partner; where several partners would do, all are named
 */
export function checkPairs({ pairs }: Pick<Profile, 'pairs'>, sizes: readonly string[], deliverable: string): Finding[] {
  const asked = new Map<string, Profile['pairs'][number][]>();
  for (const pair of pairs)
    if (sizes.includes(pair.size)) asked.set(`${pair.from} ${pair.size}`, [...(asked.get(`${pair.from} ${pair.size}`) ?? []), pair]);
  return [...asked.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.some((pair) => sizes.includes(pair.with))) return [];
    const found = finding(
      'ad-pair-missing',
      { file: 'order.yaml', deliverable },
      {
        size: shown(first.size),
        with: group.map((pair) => shown(pair.with)),
        by: first.by,
        source: first.source,
        status: first.status,
        read: '',
      },
    );
    return [group.some(({ must }) => must) ? found : { ...found, severity: 'info' }];
  });
}

const shown = (size: string): string => size.replace('x', ' × ');
