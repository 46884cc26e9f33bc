/** Tells when a browser that is shut off from the world ran a banner without scripts that it needs: then what it saw says nothing. */
import type { BannerFacts } from '../model/facts.ts';

const SCRIPT = /\.m?js([?#]|$)/i;

/** @returns the scripts that were missing, where the banner stumbled over that; else none */
export function missingScripts({ outsideRequests, consoleErrors }: BannerFacts): string[] {
  return consoleErrors.length > 0 ? outsideRequests.filter((url) => SCRIPT.test(url)) : [];
}
