/** Eleventy ships no types; these are the few parts that `eleventy.ts` uses. */
declare module '@11ty/eleventy' {
  export default class Eleventy {
    constructor(
      input: string,
      output: string,
      options: { quietMode: boolean; configPath: string; config: (config: never) => Promise<void> },
    );
    init(): Promise<void>;
    logger: unknown;
    toJSON(): Promise<unknown>;
  }
}
