/** What a banner's `template.yaml` may say. */
import * as z from 'zod';
import { houseCorrections } from './correction-schema.ts';
import { SLOT_ROLES } from './house.ts';
import type { Json } from './key.ts';
import { nearest } from './nearest.ts';

const SIZE = /^[1-9]\d{0,3}x[1-9]\d{0,3}$/;
const LANGUAGE = /^([a-z]{2}(-[A-Z]{2})?|default)$/;

const pair = z.tuple([z.number().positive(), z.number().positive()]);
const range = pair.refine(([least, most]) => least <= most, 'the least first, then the most');
const count = z.number().int().positive();
const perLanguage = z.record(z.string().regex(LANGUAGE, 'a language such as nl, or default'), count);
const limit = z.union([count, perLanguage], 'a number of characters, or one per language');
const minimum = z.number().positive().max(100);
/** What ends a declaration would let a value write rules of its own. */
const cssValue = z.union([z.number(), z.string().regex(/^[^;{}<>]*$/, 'a value as CSS writes it, without ; { } < >')]).transform(String);

const family = z.strictObject({ ratio: range, width: range.optional(), height: range.optional() });

const slot = z.strictObject({
  kind: z.enum(['image', 'text']),
  role: z.enum(SLOT_ROLES).optional(),
  required: z.boolean().default(true),
  box: z.record(z.string(), pair).default({}),
  corrections: houseCorrections.optional(),
  limit: z.record(z.string(), limit).default({}),
  minimum: minimum.optional(),
});

const override = z.strictObject({
  variables: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/, 'a name such as level'), cssValue).default({}),
  options: z
    .record(z.string(), z.json())
    .default({})
    .transform((options) => options as Record<string, Json>),
  hide: z.array(z.string()).default([]),
  slots: z
    .record(
      z.string(),
      z.strictObject({
        required: z.boolean().optional(),
        box: pair.optional(),
        limit: limit.optional(),
        minimum: minimum.optional(),
      }),
    )
    .default({}),
  style: z
    .string()
    .regex(/^[\w-]+(\/[\w-]+)*\.css$/, 'a stylesheet in the folder of the template')
    .optional(),
});

export const bannerTemplateSchema = z
  .strictObject({
    quality: z
      .number()
      .int()
      .min(1)
      .max(100)
      .optional()
      .describe('Encoder quality of its photographs; left out: sought, and lowered together where the unit grows too heavy'),
    families: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/, 'a name such as leaderboard'), family),
    slots: z.record(z.string().regex(/^[A-Za-z][\w-]*$/, 'a name such as headline'), slot),
    overrides: z.record(z.string(), override).default({}),
  })
  .superRefine(({ families, slots, overrides }, context) => {
    const familyNames = Object.keys(families);
    const slotNames = Object.keys(slots);
    const judge = (path: readonly (string | number)[], actual: string, known: readonly string[], what: string): void => {
      const meant = nearest(actual, known);
      const message = `${actual} is ${what}${meant ? `; did you mean ${meant}?` : `; there is ${known.join(', ') || 'none'}`}`;
      if (!known.includes(actual)) context.addIssue({ code: 'custom', path: [...path], message, params: { at: 'key' } });
    };
    const places = (path: readonly string[], keys: readonly string[]): void => {
      for (const key of keys.filter((one) => !SIZE.test(one)))
        judge([...path, key], key, familyNames, 'no family of this template and no size');
    };
    places(['overrides'], Object.keys(overrides));
    for (const [name, { box, limit: limits }] of Object.entries(slots)) {
      places(['slots', name, 'box'], Object.keys(box));
      places(
        ['slots', name, 'limit'],
        Object.keys(limits).filter((key) => !LANGUAGE.test(key)),
      );
    }
    for (const [name, { hide, slots: own }] of Object.entries(overrides)) {
      for (const [at, one] of hide.entries()) judge(['overrides', name, 'hide', at], one, slotNames, 'no slot of this template');
      for (const one of Object.keys(own)) judge(['overrides', name, 'slots', one], one, slotNames, 'no slot of this template');
    }
  });
