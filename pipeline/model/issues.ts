/** What a schema says of a wrong value: the complaints of the shape that was meant, and the keys that it knows. */
import * as z from 'zod';

type Issue = z.core.$ZodIssue;
type UnionIssue = z.core.$ZodIssueInvalidUnion;

/** The branch whose own shape fits what was written. @param actual the value that no branch takes */
export function meantBranch(issue: UnionIssue, actual: unknown): readonly Issue[] | undefined {
  const misfit = (error: Issue): boolean =>
    error.path.length === 0 && (error.code === 'invalid_type' || (error.code === 'invalid_value' && typeof actual !== 'string'));
  const meant = issue.errors.find((errors) => !errors.some(misfit));
  // A member that is wrong says more than that the whole is.
  return meant && meant.length > 1 ? meant.filter((error) => error.code !== 'custom' || error.path.length > 0) : meant;
}

/** The same with unions taken apart, each complaint with its whole path. @param content what the schema was held against */
export function meantIssues(issue: Issue, content: unknown): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const actual = issue.path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined),
    content,
  );
  const meant = meantBranch(issue, actual);
  return meant ? meant.flatMap((error) => meantIssues({ ...error, path: [...issue.path, ...error.path] } as Issue, content)) : [issue];
}

type JsonSchema = {
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  additionalProperties?: JsonSchema;
  anyOf?: readonly JsonSchema[];
};

/** Keys that a schema knows at a place. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let places = shapesOf(z.toJSONSchema(schema, { io: 'input' }) as JsonSchema);
  for (const step of path) {
    places = places.flatMap(({ items, properties, additionalProperties }) =>
      shapesOf(typeof step === 'number' ? items : (properties?.[String(step)] ?? additionalProperties)),
    );
  }
  return [...new Set(places.flatMap(({ properties }) => Object.keys(properties ?? {})))];
}

/** Of a value that may have several shapes: each of them. */
function shapesOf(schema: JsonSchema | undefined): JsonSchema[] {
  return schema?.anyOf ? schema.anyOf.flatMap(shapesOf) : schema ? [schema] : [];
}
