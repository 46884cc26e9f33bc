/** What orders write in many places: names, languages and shares. */
import * as z from 'zod';

export const name = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens')
  .describe('Lower-case letters, digits and hyphens');
export const language = z
  .string()
  .regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'a language such as nl, fr or nl-BE')
  .describe('Language tag, such as nl, fr, en or nl-BE');
export const share = z.number().min(0).max(1);
