/** Checks whether a banner runs on its own, without faults and without anything from elsewhere. */
import type { BannerFacts } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import { finding } from './catalogue.ts';

export function checkBannerRun(name: string, facts: BannerFacts): Finding[] {
  const where = { deliverable: name };
  return [
    ...facts.consoleErrors.map((message) => finding('banner-console-error', where, { message: message.replace(/\.$/, '') })),
    ...facts.failedRequests.map((url) => finding('banner-request-failed', where, { url })),
    ...facts.outsideRequests.map((url) => finding('banner-outside-request', where, { url })),
  ];
}
