/** Codes of findings about what only some houses ask of a packed banner. */
import type { Severity } from '../model/finding.ts';

export const houseAdCodes = {
  'ad-click-same-tab': 'error',
  'ad-library-missing': 'error',
  'ad-sound-unasked': 'error',
  'ad-padding-left': 'error',
  'ad-backup-coarse': 'warning',
  'ad-outside-unweighed': 'info',
  'ad-package-littered': 'warning',
  'ad-not-run-whole': 'info',
} as const satisfies Record<string, Severity>;

export type HouseAdCode = keyof typeof houseAdCodes;
