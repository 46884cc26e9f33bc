/** Checks whether a banner runs on its own, without faults and with all its files. */
import type { BannerFacts } from '../model/facts.ts';
import type { Finding, Where } from '../model/finding.ts';
import { finding } from './catalogue.ts';

export function checkBannerRun(name: string, facts: BannerFacts): Finding[] {
  const where = { deliverable: name };
  return [...checkBannerErrors(where, facts), ...facts.failedRequests.map((url) => finding('banner-request-failed', where, { url }))];
}

export function checkBannerErrors(where: Where, { consoleErrors }: BannerFacts): Finding[] {
  return consoleErrors.map((message) => finding('banner-console-error', where, { message: message.replace(/\.$/, '') }));
}
