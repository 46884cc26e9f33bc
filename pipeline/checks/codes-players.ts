/** Codes of what pages play. */
import type { Severity } from '../model/finding.ts';

export const playerCodes = {
  'player-missing': 'error',
} as const satisfies Record<string, Severity>;

export type PlayerCode = keyof typeof playerCodes;
