/** Of rules about the same thing, those that count: the strictest, and a laxer one only where it weighs more. */
import type { Severity } from './finding.ts';
import { kindOf, type Sense } from './rule-table.ts';
import type { AskedRule, RuleValue } from './rules.ts';

const RANK: Readonly<Record<Severity, number>> = { info: 1, warning: 2, error: 3 };

/**
 * Joins rules of the same id, basis and sizes. Lists that both must hold are made one, as long as they weigh the same. A rule is
 * overridden by one that asks at least as much and weighs at least as much; an advice of 200 kB beside a limit of 300 kB leaves
 * both. Unknown values stay, once, unless somebody knows it: what one house does not tell, another's value does not answer for.
 */
export function strictest(rules: readonly AskedRule[]): AskedRule[] {
  const groups = new Map<string, AskedRule[]>();
  for (const rule of rules) {
    const key = `${rule.id} ${rule.basis ?? ''} ${[...(rule.sizes ?? [])].sort().join()}`;
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return [...groups.values()].flatMap(weighed);
}

function weighed(group: readonly AskedRule[]): AskedRule[] {
  const kept: AskedRule[] = [];
  for (const rule of group) {
    const by = kept.findIndex((one) => outdoes(one, rule));
    if (by >= 0) {
      kept[by] = overriding(kept[by] as AskedRule, rule);
      continue;
    }
    let winner = rule;
    for (let at = kept.length - 1; at >= 0; at--) {
      const one = kept[at] as AskedRule;
      if (outdoes(rule, one)) {
        winner = overriding(winner, one);
        kept.splice(at, 1);
      }
    }
    kept.push(winner);
  }
  return kept;
}

function overriding(winner: AskedRule, loser: AskedRule): AskedRule {
  const same = loser.from === winner.from && JSON.stringify(loser.value) === JSON.stringify(winner.value);
  return { ...winner, over: [...winner.over, ...loser.over, ...(same ? [] : [{ from: loser.from, value: loser.value }])] };
}

function outdoes(one: AskedRule, other: AskedRule): boolean {
  if (one.value === null || other.value === null) return one.value === other.value && one.from === other.from;
  return RANK[one.severity] >= RANK[other.severity] && isAsStrict(kindOf(one.id).sense, one.value, other.value);
}

/** Whether what satisfies `one` satisfies `other` too. */
function isAsStrict(sense: Sense, one: RuleValue, other: RuleValue): boolean {
  if (JSON.stringify(one) === JSON.stringify(other)) return true;
  const [numbers, others] = [Number(one), Number(other)];
  const [list, more] = [listOf(one), listOf(other)];
  switch (sense) {
    case 'at most':
    case 'under':
      return numbers <= others;
    case 'at least':
      return numbers >= others;
    case 'asked':
      return one === true;
    case 'only':
      return list.every((item) => more.includes(item));
    case 'never':
    case 'all':
      return more.every((item) => list.includes(item));
    case 'is':
      return false;
  }
}

const listOf = (value: RuleValue): readonly string[] => (Array.isArray(value) ? value : [String(value)]);
