/** Tells when a browser that is shut off from the world ran a banner without scripts that it needs: then what it saw says nothing. */
import type { BannerFacts, PackageFacts } from '../model/facts.ts';

const SCRIPT = /\.m?js([?#]|$)/i;

/** @returns the scripts that were missing, as they are written, where the banner stumbled over that; else none */
export function missingScripts(
  { outsideRequests, consoleErrors }: BannerFacts,
  { references }: Pick<PackageFacts, 'references'>,
): string[] {
  if (consoleErrors.length === 0) return [];
  // A script adds what it likes to an address, another in every run.
  const written = (asked: string): string => references.find(({ url }) => url !== undefined && asked.startsWith(url))?.url ?? asked;
  return outsideRequests.filter((url) => SCRIPT.test(url)).map(written);
}
