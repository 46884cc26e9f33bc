/** One template set many times: Eleventy prepares its engine and data once, then Nunjucks sets each unit. */

/** One template that is set once for each of many units. */
export interface UnitsInput {
  readonly text: string;
  /** Its path, relative to the workspace. */
  readonly source: string;
  /** Name such as `300x250-nl`, and the data that are its own. */
  readonly each: readonly { readonly name: string; readonly data: Readonly<Record<string, unknown>> }[];
}

export interface SetUnit {
  readonly name: string;
  readonly html?: string;
  readonly error?: unknown;
}

/** The parts of Eleventy and Nunjucks that are used here. */
interface Config {
  on(event: 'eleventy.engine.njk', listener: (engine: Engine) => void): void;
  addNunjucksTag(name: string, make: () => object): void;
  addTemplate(path: string, text: string, data: object): void;
}
interface Engine {
  readonly nunjucks: {
    readonly Template: new (
      text: string,
      environment: unknown,
      path: string,
      eager: boolean,
    ) => { render(context: object, done: (error: unknown, html: string | null) => void): void };
  };
  readonly environment: unknown;
}

const TAG = 'kaderUnits';
export const UNITS_URL = '/kader-units.html';
const FRONT_MATTER = /^---\r?\n[\s\S]*?\r?\n---(?=\r?\n|$)/;

/**
 * Eleventy takes a millisecond to set a page and half a second for the units of one headline more; with its own engine, its
 * filters and its data a unit takes a twentieth of that (1 000 units: 0.85 s against 0.05 s, Eleventy 3.1.7, November 2026).
 * @returns sets them, once Eleventy has rendered
 */
export function prepareUnits(config: Config, { text, source, each }: UnitsInput): () => Promise<SetUnit[]> {
  let engine: Engine | undefined;
  let shared: object = {};
  config.on('eleventy.engine.njk', (prepared) => {
    engine = prepared;
  });
  config.addNunjucksTag(TAG, () => ({
    tags: [TAG],
    parse(
      parser: {
        nextToken(): { value: string };
        parseSignature(tolerance: null, bare: boolean): unknown;
        advanceAfterBlockEnd(name: string): void;
      },
      nodes: { CallExtension: new (...args: unknown[]) => unknown },
    ) {
      const token = parser.nextToken();
      const args = parser.parseSignature(null, true);
      parser.advanceAfterBlockEnd(token.value);
      return new nodes.CallExtension(this, 'run', args);
    },
    run(context: { readonly ctx: object }) {
      shared = context.ctx;
      return '';
    },
  }));
  // A page of ours through which Eleventy gives what every page is given: data of the house, of the order, and of the template itself.
  const [front = ''] = FRONT_MATTER.exec(text) ?? [];
  config.addTemplate(`${UNITS_URL.slice(1).replace('.html', '')}.njk`, `${front}\n{% ${TAG} %}`, { permalink: UNITS_URL });
  return async () => {
    if (!engine) throw new Error('Internal error: Eleventy prepared no engine for the units');
    // Lines stay where they are, so that mistakes are told at the right one.
    const body = text.replace(FRONT_MATTER, (matter) => matter.replace(/[^\n]+/g, ''));
    const template = new engine.nunjucks.Template(body, engine.environment, source, true);
    const set = async ({ name, data }: UnitsInput['each'][number]): Promise<SetUnit> => {
      try {
        const html = await new Promise<string>((resolve, reject) =>
          template.render({ ...shared, ...data }, (error, given) => (error ? reject(error) : resolve(given ?? ''))),
        );
        return { name, html };
      } catch (error) {
        return { name, error };
      }
    };
    const units: SetUnit[] = [];
    for (const one of each) units.push(await set(one));
    return units;
  };
}
