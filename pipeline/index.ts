/** What other programs may use of Kader: the nouns of a report, and the schema of an order. */
export type { Finding, Severity, Where } from './model/finding.ts';
export type { ReportJson } from './model/record.ts';
export { orderJsonSchema, readOrder } from './order.ts';
