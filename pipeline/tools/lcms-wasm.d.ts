/** What Kader calls of lcms-wasm 1.0.5, which comes without types; handles are addresses, 0 says that it failed. */
declare module 'lcms-wasm' {
  export interface LittleCms {
    cmsOpenProfileFromMem(bytes: Uint8Array, length: number): number;
    cmsCreate_sRGBProfile(): number;
    /** D50 without a white point. */
    cmsCreateLab4Profile(whitePoint?: readonly [number, number, number]): number;
    cmsCloseProfile(profile: number): void;
    cmsCreateTransform(from: number, formatIn: number, to: number, formatOut: number, intent: number, flags: number): number;
    cmsDeleteTransform(transform: number): void;
    cmsDoTransform(transform: number, numbers: Uint8Array | Uint16Array, pixels: number): Uint8Array | Uint16Array;
  }
  export function instantiate(options?: {
    readonly print?: (line: string) => void;
    readonly printErr?: (line: string) => void;
  }): Promise<LittleCms>;
}
