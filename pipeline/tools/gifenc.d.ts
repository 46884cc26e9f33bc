/** What Kader calls of gifenc 1.0.3, which comes without types. */
declare module 'gifenc' {
  /** Red, green, blue and perhaps alpha, 0–255. */
  export type Palette = number[][];
  interface Options {
    readonly palette?: Palette;
    /** In ms; kept in hundredths of a second. */
    readonly delay?: number;
    /** -1 once, 0 for ever, else how many times more; with the first frame. */
    readonly repeat?: number;
    readonly transparent?: boolean;
    readonly transparentIndex?: number;
    /** 1: what stands is left. */
    readonly dispose?: number;
  }
  interface Encoder {
    writeFrame(index: Uint8Array, width: number, height: number, options?: Options): void;
    finish(): void;
    bytes(): Uint8Array;
  }
  export interface Gifenc {
    GIFEncoder(): Encoder;
    quantize(rgba: Uint8Array, colours: number, options?: { readonly format?: 'rgb565' | 'rgb444' | 'rgba4444' }): Palette;
    applyPalette(rgba: Uint8Array, palette: Palette, format?: 'rgb565' | 'rgb444' | 'rgba4444'): Uint8Array;
  }
}
