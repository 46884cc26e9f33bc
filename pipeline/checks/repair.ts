/** Checks whether mending what was supplied eats the hours that are budgeted for the work itself. */
import type { Finding } from '../model/finding.ts';
import type { Repair, RepairRules } from '../model/repair.ts';
import { finding } from './catalogue.ts';

export function checkRepair({ minutes, budget }: Repair, { share }: Pick<RepairRules, 'share'>): Finding[] {
  if (budget === undefined || minutes <= budget * share) return [];
  const args = {
    minutes,
    hours: tenth(minutes / 60),
    budget: tenth(budget / 60),
    actual: percent(minutes / budget),
    expected: percent(share),
  };
  return [finding('repair-over-budget', { file: 'order.yaml' }, args)];
}

const tenth = (hours: number): number => Math.round(hours * 10) / 10;
const percent = (part: number): number => Math.round(part * 100);
