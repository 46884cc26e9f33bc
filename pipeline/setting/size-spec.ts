/** What a template says for one size: its family, and what family and size have of their own. */
import type { BannerSlot, BannerTemplate, SlotRole, TextLimit } from '../model/house.ts';
import type { Json } from '../model/key.ts';

export interface SizeSpec {
  /** `300x250`. */
  readonly size: string;
  readonly width: number;
  readonly height: number;
  readonly family: string;
  /** Sections that speak for it, general to exact. */
  readonly overrides: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, Json>>;
  readonly hidden: readonly string[];
  /** Slots that are shown at this size. */
  readonly slots: Readonly<Record<string, SlotSpec>>;
  /** Stylesheets after style.css. */
  readonly styles: readonly string[];
}

export interface SlotSpec {
  readonly kind: BannerSlot['kind'];
  readonly required: boolean;
  readonly role?: SlotRole | undefined;
  /** Smallest letters in px; absent: none is said. */
  readonly minimum?: number | undefined;
  /** Shares of the unit, [width, height]. */
  readonly box: readonly [number, number];
  /** Most characters; absent: any number. */
  readonly limitIn: (language: string) => number | undefined;
}

/** @returns nothing when no family takes the size */
export function specOf(template: BannerTemplate, size: string): SizeSpec | undefined {
  const [width = 0, height = 0] = size.split('x').map(Number);
  const within = (value: number, range: readonly [number, number] | undefined): boolean =>
    range === undefined || (value >= range[0] && value <= range[1]);
  const family = template.families.find(
    (one) => within(width / height, one.ratio) && within(width, one.width) && within(height, one.height),
  )?.name;
  if (family === undefined) return undefined;
  const overrides = [family, size].filter((name) => Object.hasOwn(template.overrides ?? {}, name));
  const own = overrides.flatMap((name) => template.overrides?.[name] ?? []);
  const hidden = [...new Set(own.flatMap(({ hide }) => hide))];
  const slots = Object.entries(template.slots).filter(([name]) => !hidden.includes(name));
  const specs = slots.map(([name, slot]): [string, SlotSpec] => {
    const said = own.flatMap((one) => one.slots[name] ?? []);
    const box = said.findLast((one) => one.box)?.box ?? slot.box[size] ?? slot.box[family] ?? [1, 1];
    const limits = [slot.limit, slot.limit[family], slot.limit[size], ...said.map(({ limit }) => limit)];
    const limitIn = (language: string): number | undefined =>
      limits.reduce<number | undefined>((found, limit) => saidFor(limit, language) ?? found, undefined);
    const required = said.findLast((one) => one.required !== undefined)?.required ?? slot.required;
    const minimum = said.findLast((one) => one.minimum)?.minimum ?? slot.minimum;
    return [name, { kind: slot.kind, role: slot.role, minimum, required, box, limitIn }];
  });
  const minimum = Object.fromEntries(
    specs.flatMap(([name, { minimum: least }]) => (least === undefined ? [] : [[`minimum-${name}`, `${least}px`]])),
  );
  return {
    size,
    width,
    height,
    family,
    overrides,
    variables: Object.assign(minimum, ...own.map((one) => one.variables)),
    options: Object.assign({}, ...own.map((one) => one.options)),
    hidden,
    slots: Object.fromEntries(specs),
    styles: own.flatMap(({ style }) => style ?? []),
  };
}

/** Of slots of pictures: the share of the unit that each fills. */
export function boxesOf({ slots }: SizeSpec): Record<string, readonly [number, number]> {
  return Object.fromEntries(Object.entries(slots).flatMap(([slot, { kind, box }]) => (kind === 'image' ? [[slot, box] as const] : [])));
}

/** A limit for all languages, for this one, or for those not named. */
function saidFor(limit: TextLimit | Readonly<Record<string, TextLimit>> | undefined, language: string): number | undefined {
  if (limit === undefined || typeof limit === 'number') return limit;
  const said = limit[language] ?? limit[language.split('-')[0] ?? ''] ?? limit['default'];
  return typeof said === 'number' ? said : undefined;
}
