/** Banner units of an order: template × size × language, each held against what the template asks. */
import type { Asset } from '../model/asset.ts';
import type { Finding, Severity } from '../model/finding.ts';
import type { BannerTemplate, HouseStyle } from '../model/house.ts';
import type { BannerSet, Order } from '../model/order.ts';

export interface UnitWish {
  /** `300x250-nl`, unique within the template. */
  readonly id: string;
  /** `banners/headline/300x250-nl`. */
  readonly name: string;
  readonly size: readonly [number, number];
  readonly family: string;
  readonly language: string;
  /** Axis: value; empty without axes. */
  readonly version: Readonly<Record<string, string>>;
  readonly landing: string;
  readonly text: Readonly<Record<string, string>>;
}

interface Frame {
  readonly order: Order;
  readonly house: HouseStyle;
  readonly assets: ReadonlyMap<string, Asset>;
}

export function unitsOf({ order }: Frame, set: BannerSet, template: BannerTemplate, findings: Finding[]): UnitWish[] {
  const wishes: UnitWish[] = [];
  for (const written of set.sizes) {
    const [width = 0, height = 0] = written.split('x').map(Number);
    const family = template.families.find(({ ratio: [low, high] }) => width / height >= low && width / height <= high);
    for (const language of set.languages ?? order.languages) {
      const id = `${written}-${language}`;
      const name = `banners/${set.template}/${id}`;
      const report = (code: string, args: Finding['args'], slot?: string, severity: Severity = 'error'): void => {
        findings.push({ code, severity, where: { file: 'order.yaml', deliverable: name, ...(slot ? { slot } : {}) }, args });
      };
      if (!family) {
        report('banner-family-missing', { template: set.template, size: written });
        continue;
      }
      const text = set.text[language] ?? {};
      for (const [slot, wanted] of Object.entries(template.slots)) {
        if (wanted.kind === 'image') {
          if (wanted.required && !set.images?.[slot]) report('banner-image-missing', { slot, template: set.template }, slot);
          continue;
        }
        const limit = wanted.limit[language] ?? wanted.limit['default'];
        const length = [...(text[slot] ?? '')].length;
        if (wanted.required && length === 0) report('banner-text-missing', { slot, language }, slot);
        else if (typeof limit === 'number' && length > limit)
          report('banner-text-too-long', { slot, language, actual: length, expected: limit }, slot, 'warning');
      }
      const landing = typeof set.landing === 'string' ? set.landing : (set.landing[language] ?? '');
      wishes.push({ id, name, size: [width, height], family: family.name, language, version: {}, landing, text });
    }
  }
  return wishes;
}
