/** The manifests by which Adform and Flashtalking know a banner, held against what each of them asks of it. */
import * as z from 'zod';
import type { AdManifest } from '../model/package.ts';

/** Members that Adform's help names (adformhelp.com, article 9738596324881, read 2026-11-20). */
const adform = z.looseObject({
  version: z.string().min(1),
  title: z.string().min(1),
  width: z.union([z.string(), z.number()]),
  height: z.union([z.string(), z.number()]),
  events: z.looseObject({ enabled: z.union([z.number(), z.boolean()]), list: z.record(z.string(), z.unknown()) }).optional(),
  clicktags: z.record(z.string(), z.string()),
  source: z.string().min(1),
});

/** What `FT.manifest` is given, as the repositories that the pack names write it. */
const flashtalking = z.looseObject({
  filename: z.string().min(1),
  width: z.union([z.string(), z.number()]),
  height: z.union([z.string(), z.number()]),
  clickTagCount: z.number().int().min(1),
});

export function readAdformManifest(path: string, json: unknown, files: ReadonlyMap<string, unknown>): AdManifest {
  const parsed = adform.safeParse(json);
  const problems = json === undefined ? ['JSON'] : problemsOf(parsed.error);
  if (!parsed.success) return { kind: 'adform', path, problems, clickTags: [] };
  const { source, clicktags, width, height } = parsed.data;
  const names = Object.keys(clicktags);
  return {
    kind: 'adform',
    path,
    problems: [...(files.has(source) ? [] : [`source: ${source}`]), ...(names.length > 0 ? [] : ['clicktags'])],
    clickTags: names,
    ...sizeOf(width, height),
  };
}

export function readFlashtalkingManifest(path: string, given: unknown): AdManifest {
  const parsed = flashtalking.safeParse(given);
  if (!parsed.success) return { kind: 'flashtalking', path, problems: given ? problemsOf(parsed.error) : ['FT.manifest'], clickTags: [] };
  const { width, height, clickTagCount } = parsed.data;
  const clickTags = Array.from({ length: Math.min(clickTagCount, 20) }, (_, at) => `clickTag${at + 1}`);
  return { kind: 'flashtalking', path, problems: [], clickTags, ...sizeOf(width, height) };
}

/** The members that are missing or wrong, each once. */
function problemsOf(error: z.ZodError | undefined): string[] {
  return [...new Set(error?.issues.map(({ path }) => path.join('.') || 'JSON') ?? [])];
}

function sizeOf(width: string | number, height: string | number): { width?: number; height?: number } {
  const [w, h] = [Number.parseInt(String(width), 10), Number.parseInt(String(height), 10)];
  return { ...(w > 0 ? { width: w } : {}), ...(h > 0 ? { height: h } : {}) };
}
