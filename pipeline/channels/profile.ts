/** The profile of a target: platform, publisher, house and order together; the strictest counts, with its origin. */
import type { BannerRules } from '../model/house.ts';
import { nearest } from '../model/nearest.ts';
import type { BannerTarget, Order } from '../model/order.ts';
import { isRuleId, kindOf } from '../model/rule-table.ts';
import { type AskedRule, COMMON_TARGET, type Delivery, type Profile, type Rule, type RulePack, type RuleValue } from '../model/rules.ts';
import { strictest } from '../model/strictest.ts';
import { packOf, packs, platformIds, publisherIds } from './ads/packs.ts';

/** What a house states; what it leaves out is the platform's affair. */
export type HouseLimits = Partial<Pick<BannerRules, 'zipBytes' | 'backupBytes' | 'seconds' | 'loops'>>;
export type OrderLimits = Readonly<Record<string, number | boolean>>;

/** A name that stands for no pack. */
export interface UnknownName {
  readonly part: 'platform' | 'publisher';
  readonly name: string;
  /** '' when nothing is near. */
  readonly nearest: string;
}

interface Named {
  readonly platform: string;
  readonly publisher?: string;
}

/** A publisher named alone means its sheet on what is common to all platforms. */
export function namesOf(target: BannerTarget): Named {
  if (typeof target !== 'string') return { platform: target.platform, ...(target.publisher ? { publisher: target.publisher } : {}) };
  return packOf(target)?.kind === 'publisher' ? { platform: COMMON_TARGET, publisher: target } : { platform: target };
}

/** `google-ads`, `ad-manager-ads-and-data`; of a publisher alone its own name. */
export function targetIdOf(target: BannerTarget): string {
  if (typeof target === 'string') return target;
  return target.publisher ? `${target.platform}-${target.publisher}` : target.platform;
}

export function unknownNames(target: BannerTarget): UnknownName[] {
  const { platform, publisher } = namesOf(target);
  const all = typeof target === 'string' ? [...platformIds, ...publisherIds] : platformIds;
  return [
    ...(platformIds.includes(platform) ? [] : [{ part: 'platform', name: platform, nearest: nearest(platform, all) } as const]),
    ...(publisher === undefined || publisherIds.includes(publisher) || platformIds.includes(publisher)
      ? []
      : [{ part: 'publisher', name: publisher, nearest: nearest(publisher, publisherIds) } as const]),
  ];
}

/**
 * @param target as the order writes it; a name that is not known (see `unknownNames`) adds nothing to the common profile
 * @param house what the house style states
 * @param order what the order asks beyond that, by rule
 */
export function profileOf(target: BannerTarget = COMMON_TARGET, house: HouseLimits = {}, ...order: readonly OrderLimits[]): Profile {
  const { platform: wanted, publisher } = namesOf(target);
  const common = packOf(COMMON_TARGET) as RulePack;
  const known = packOf(wanted);
  const platform = known && known.kind !== 'publisher' ? known : common;
  const counted = [platform, ...(publisher ? [packOf(publisher)] : []), ...packs.filter(({ kind }) => kind === 'everywhere')];
  const asked = [...new Set(counted)].filter((pack) => pack !== undefined);
  // What is common refuses every host because some houses do; a house that names those it takes is not one of them.
  const saysHosts = packOf(publisher ?? '')?.rules.some(({ id, value }) => id === 'hosts' && value !== null) ?? false;
  const rules = [
    ...asked.flatMap(({ id, name, rules }) =>
      rules
        .filter((rule) => id !== COMMON_TARGET || rule.id !== 'hosts' || !saysHosts)
        .map((rule): AskedRule => ({ ...rule, from: id, by: name, over: [] })),
    ),
    ...houseRules(house),
    ...order.flatMap(orderRules),
  ];
  return {
    target: targetIdOf(target),
    platform: platform.id,
    ...(publisher ? { publisher } : {}),
    rules: strictest(rules),
    delivery: Object.assign({}, common.delivery, ...asked.map(({ delivery }) => delivery)) as Delivery,
    pairs: asked.flatMap(({ id, name, pairs = [], rules: [first] }) =>
      pairs.map((pair) => ({ ...pair, from: id, by: name, status: first?.status ?? 'unconfirmed', source: first?.source ?? '' })),
    ),
  };
}

/** The rules that count for one size: those of all sizes and its own, weighed against each other. */
export function rulesFor({ rules }: Profile, size: string): readonly AskedRule[] {
  return strictest(rules.filter(({ sizes }) => !sizes || sizes.includes(size)).map(({ sizes: _, ...rule }) => rule));
}

/** The limit in force, such as the bytes that a backup may weigh; undefined where nobody asks. */
export function limitOf(profile: Profile, id: Rule['id'], size?: string): number | undefined {
  const limits = (size ? rulesFor(profile, size) : profile.rules.filter(({ sizes }) => !sizes)).filter((rule) => rule.id === id);
  const numbers = limits.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  return numbers.length > 0 ? Math.min(...numbers) : undefined;
}

const own =
  (from: 'house' | 'order', source: string) =>
  (id: Rule['id'], value: RuleValue, more: Partial<Rule> = {}): AskedRule => {
    const { unit } = kindOf(id);
    return {
      id,
      value,
      ...(unit ? { unit } : {}),
      severity: 'error',
      source,
      read: '',
      status: 'primary',
      from,
      by: from,
      over: [],
      ...more,
    };
  };

function houseRules({ zipBytes, backupBytes, seconds, loops }: HouseLimits): AskedRule[] {
  const rule = own('house', 'house.yaml');
  return [
    ...(zipBytes === undefined ? [] : [rule('weight', zipBytes, { basis: 'zip' })]),
    ...(backupBytes === undefined ? [] : [rule('backup-bytes', backupBytes)]),
    ...(seconds === undefined ? [] : [rule('seconds', seconds)]),
    ...(loops === undefined ? [] : [rule('loops', loops)]),
  ];
}

function orderRules(order: OrderLimits): AskedRule[] {
  const rule = own('order', 'order.yaml');
  return Object.entries(order).flatMap(([id, value]) => {
    // A `false` asks nothing: the order only tightens.
    if (!isRuleId(id) || value === false) return [];
    return [rule(id, value, id === 'weight' ? { basis: 'zip' } : {})];
  });
}

export type ProfileFor = (template: string, target: string | undefined) => Profile;

/** The profiles of an order, by template and target; sets of one template that go to one target share the stricter rules. */
export function profilesOf(order: Pick<Order, 'deliver'>, house: HouseLimits): ProfileFor {
  const profiles = new Map<string, Profile>();
  const asked = new Map<string, { readonly target: BannerTarget; readonly limits: OrderLimits[] }>();
  for (const { template, targets = [COMMON_TARGET], rules = {} } of order.deliver.banners) {
    for (const target of targets) {
      const key = `${template} ${targetIdOf(target)}`;
      const known = asked.get(key) ?? { target, limits: [] };
      known.limits.push(rules);
      asked.set(key, known);
    }
  }
  return (template, target = COMMON_TARGET) => {
    const key = `${template} ${target}`;
    const { target: named = target, limits = [{}] } = asked.get(key) ?? {};
    const profile = profiles.get(key) ?? profileOf(named, house, ...limits);
    profiles.set(key, profile);
    return profile;
  };
}

/** What a house states counts everywhere; of one that does not tell them apart all of it. */
export function limitsOf({ stated, ...rules }: BannerRules): HouseLimits {
  return stated ?? rules;
}
