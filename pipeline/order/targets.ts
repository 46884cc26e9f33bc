/** Targets and rules of banner sets: names that stand for no platform, publisher or rule would silently ask nothing. */
import { type UnknownName, unknownNames } from '../channels/profile.ts';
import type { Args, Finding } from '../model/finding.ts';
import { nearest } from '../model/nearest.ts';
import { isRuleId, orderRuleIds } from '../model/rule-table.ts';
import { isGroup, list, type Path, valueAt } from './text.ts';

/** @param tell of a mistake at a path of the order's text */
export function targetMistakes(content: unknown, tell: (code: string, path: Path, args: Args, at?: 'key' | 'value') => Finding): Finding[] {
  return list(content, 'deliver', 'banners').flatMap((set, index) => {
    const base = ['deliver', 'banners', index];
    const targets = list(set, 'targets').flatMap((target, at) => {
      const path = [...base, 'targets', at];
      return unknownOf(target).map(({ part, name, nearest }) =>
        tell('order-target-unknown', isGroup(target) ? [...path, part] : path, { actual: name, part, nearest }),
      );
    });
    const rules = valueAt(set, ['rules']);
    const unknown = (isGroup(rules) ? Object.keys(rules) : []).filter((name) => !isRuleId(name) || !orderRuleIds.includes(name));
    return [
      ...targets,
      ...unknown.map((actual) =>
        tell('order-rule-unknown', [...base, 'rules', actual], { actual, nearest: nearest(actual, orderRuleIds) }, 'key'),
      ),
    ];
  });
}

/** What is no target at all the schema has told. */
function unknownOf(target: unknown): UnknownName[] {
  if (typeof target === 'string') return unknownNames(target);
  if (!isGroup(target) || typeof target['platform'] !== 'string') return [];
  const { platform, publisher } = target;
  return unknownNames({ platform, ...(typeof publisher === 'string' ? { publisher } : {}) });
}
