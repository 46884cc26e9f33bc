/** A finding: something to tell a person about material or product, as data; words are made in `checks/`. */

export type Severity = 'error' | 'warning' | 'info';

/** Where a person should look. Paths are relative to the production's folder, or to `templates/` for house files. */
export interface Where {
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  readonly asset?: string;
  /** Of a clip: what is told holds for this of it alone. */
  readonly track?: 'picture';
  readonly slot?: string;
  /** URL of a page within the site, such as `/nl/programma/`. */
  readonly page?: string;
  /** Name of a deliverable, such as `site` or `banners/headline/300x250-nl`. */
  readonly deliverable?: string;
}

export type Args = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export interface Finding {
  /** Permanent, kebab-case; stands in the catalogue (`checks/catalogue.ts`). */
  readonly code: string;
  readonly severity: Severity;
  readonly where: Where;
  readonly args: Args;
}

/** What a job's maker knows of a fault; who meets it in a build adds the place. */
export type Fault = Pick<Finding, 'code' | 'args'>;

/** We were called wrongly, an order cannot be read, a program is missing: shown without a stack. */
export class UserError extends Error {
  readonly exitCode: 2 | 3;
  /** What to do about it; printed on a line of its own. */
  readonly advice: string | undefined;
  readonly findings: readonly Finding[];
  constructor(message: string, options: { exitCode?: 2 | 3; advice?: string; findings?: readonly Finding[] } = {}) {
    super(message);
    this.name = 'UserError';
    this.exitCode = options.exitCode ?? 2;
    this.advice = options.advice;
    this.findings = options.findings ?? [];
  }
}

/** A job needs a program that is not installed: other work goes on, the finding says how to get it. */
export class MissingProgram extends Error {
  readonly program: string;
  readonly advice: string;
  constructor(program: string, advice: string) {
    super(`${program} is not installed. ${advice}`);
    this.name = 'MissingProgram';
    this.program = program;
    this.advice = advice;
  }
}

/** Closes a switch over a union: the compiler complains when a member was forgotten. */
export function unreachable(value: never): never {
  throw new Error(`Internal error: unexpected ${JSON.stringify(value)}`);
}
