/** An asset: a supplied file after ingest, known by its digest, with the facts learned about it. */
import type { CaptionTrack, ClipFacts, ClipType } from './clip.ts';
import type { CorrectionWish } from './correction.ts';
import type { Framed, Salient, Shares } from './crop.ts';
import type { Digest } from './key.ts';
import type { PrintWish, Rights } from './order.ts';

/** Formats of pictures that another program must develop first; `raw`: of any camera, `avis`: AVIF that moves, `lab`: TIFF in Lab of 8 bits. */
export type ForeignType = 'avis' | 'heic' | 'jxl' | 'jp2' | 'psd' | 'bmp' | 'ico' | 'raw' | 'pdf' | 'eps' | 'lab';

/** Told from the bytes, never from the name. */
export type FileType = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'tiff' | 'svg' | ForeignType | ClipType | 'text' | 'unknown';

export interface ImageFacts {
  readonly kind: 'image';
  /** In px, after the orientation flag was applied. */
  readonly width: number;
  readonly height: number;
  readonly format: FileType;
  /** Bits per channel: 1, 8 or 16. */
  readonly depth: number;
  readonly channels: number;
  readonly hasAlpha: boolean;
  /** True when some pixel really is see-through. */
  readonly usesAlpha: boolean;
  /** sharp's name: `srgb`, `cmyk`, `b-w`, `rgb16`, `lab` … */
  readonly space: string;
  /** Description of the embedded ICC profile, such as `Adobe RGB (1998)`. */
  readonly profile?: string;
  /** What the profile and the pixels say of colour; absent where numbers can only be taken for sRGB or CMYK. */
  readonly colour?: ColourFacts;
  /** A camera says so in EXIF, and embedded no profile (DCF 2.0, option file R03). */
  readonly isAdobeRgb?: true;
  /** Colours that PNG or AVIF states by code points instead of a profile; PQ and HLG are light beyond white. */
  readonly coded?: 'p3' | 'pq' | 'hlg';
  /** UltraHDR: a second picture tells how much brighter each place may be; `damaged` when it cannot be used. */
  readonly gainMap?: 'usable' | 'damaged';
  /** ppi as the file states it. */
  readonly density?: number;
  /** 1–8 as EXIF counts. */
  readonly orientation: number;
  readonly frames: number;
  /** A sequence or burst of which no reader gives more than the first picture. */
  readonly sequence?: true;
  /** Frames, their time and how often they play (0: for ever), where they follow one another in time. */
  readonly animation?: { readonly frames: number; readonly seconds: number; readonly loop: number };
  /** What was measured on the pixels; absent for drawings, which have none of their own. */
  readonly measured?: PictureMeasures;
  /** `#rrggbb`, sRGB. */
  readonly dominant: string;
  /** ThumbHash, base64. */
  readonly thumbhash: string;
  /** Tiny picture of the ThumbHash as data URI, shown until the picture is there; empty where none should be. */
  readonly placeholder: string;
  /** Rights found in XMP, IPTC or EXIF. */
  readonly rights: {
    readonly creator?: string;
    readonly credit?: string;
    readonly copyright?: string;
    readonly terms?: string;
    readonly page?: string;
    readonly until?: string;
  };
  /** Whose consent the file leaves open: it says that there is no full release, or names people and says nothing of one. */
  readonly unreleased?: 'people' | 'property';
  readonly hasGps: boolean;
  /** Names of persons, serial numbers or owner's name are in the metadata. */
  readonly hasPersonalData: boolean;
  readonly capture?: Capture;
  readonly origin?: Origin;
}

/** How and when it was taken, as the camera wrote it. */
export interface Capture {
  readonly camera?: string;
  readonly lens?: string;
  /** By the camera's clock, without zone: `2026-07-04T21:30:00`. */
  readonly taken?: string;
  /** Exposure, in s. */
  readonly seconds?: number;
  /** The f-number. */
  readonly aperture?: number;
  readonly iso?: number;
  /** In mm, as the lens states it. */
  readonly focal?: number;
  /** Width and height in px as the camera wrote them, before anything was turned. */
  readonly written?: readonly [number, number];
}

/** How it came about, as the file says of itself; nothing of it is verified. */
export interface Origin {
  /** IPTC digital source type, such as `digitalCapture` or `trainedAlgorithmicMedia`. */
  readonly source?: string;
  /** A C2PA manifest is in the file. */
  readonly hasManifest?: true;
  /** Made by a generator, or partly so. */
  readonly ai?: 'whole' | 'part';
}

export interface ColourFacts {
  /** What kind of device the profile describes; `other` is none that a picture can be in. */
  readonly class: 'display' | 'input' | 'output' | 'space' | 'other';
  /** Told from colorants and tables, never from the name. */
  readonly gamut: 'srgb' | 'wide' | 'cmyk' | 'grey' | 'lab';
  /** Share of the pixels whose nearest sRGB colour is seen to be another (CIEDE2000 above 2); 0 when only the tag is wide. */
  readonly beyond: number;
  /** Why the profile cannot be used: its bytes are no profile, or it is one of other numbers than these. */
  readonly fault?: 'damaged' | 'mismatch';
}

/** What a careful eye would see at 100 %; how it is measured stands in `pixels/`. */
export interface PictureMeasures {
  /**
   * Share of its width that the picture fills with detail: 1 when it is sharp to the last pixel, 0.5 when it was enlarged
   * twice or is as soft as that. Absent where nothing is busy enough to tell.
   */
  readonly detail?: number;
  /** Standard deviation of the noise in quiet parts, of 255. */
  readonly noise: number;
  /** Of a JPEG's own tables, 1–100 as the IJG's encoder counts. */
  readonly quality?: number;
  /** Of a coarser JPEG that it was before it was saved again. */
  readonly earlierQuality?: number;
  /**
   * Drawn, not photographed: a logo, a chart, a screen, text. Half of it and more lies in a few even tones with hard edges, and
   * hardly anything is texture; it stays sharp in formats without loss, and small in them too.
   */
  readonly graphic?: true;
  /** `#rrggbb` of an even, opaque ground that surrounds everything else. */
  readonly ground?: string;
  /** See-through pictures: share of what can be seen that would hardly be seen on white. */
  readonly pale?: number;
  /** Share of smooth lines that climb in stairs. */
  readonly banding?: number;
  /** Shares of all pixels without drawing, at the light and at the dark end. */
  readonly clipped: { readonly light: number; readonly dark: number };
  /**
   * Coded values as shares: what 0.2 % of the darkest and brightest channels lie beyond, and what 5, 50 and 95 % of the luma
   * stay below.
   */
  readonly light: {
    readonly black: number;
    readonly dark: number;
    readonly middle: number;
    readonly bright: number;
    readonly white: number;
  };
  /** Colour (a and b of Lab) of what should be grey, and how sure that is, 0–1; absent where nothing should be. */
  readonly cast?: { readonly a: number; readonly b: number; readonly sure: number };
  /** Degrees clockwise that lines lean which are meant to be level or upright, and how sure that is, 0–1. */
  readonly tilt?: { readonly degrees: number; readonly sure: number };
  /** Even bars along the edges of the upright picture, as shares of height or width. */
  readonly bars: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** What draws the eye; absent where no part stands out. */
  readonly salient?: Salient;
  /** Boxes in which letters are seen, the surest first; what they read is not known. Absent: none are seen. */
  readonly lettering?: readonly Shares[];
  /** 64 bits in hexadecimal, nearly the same for versions of one picture. */
  readonly fingerprint: string;
}

export interface Asset extends Framed {
  /** As ordered; a pattern gives `name/stem` for each file it matches. */
  readonly name: string;
  /** Path inside the production folder, with `/`. */
  readonly file: string;
  readonly digest: Digest;
  readonly bytes: number;
  readonly type: FileType;
  /** What was developed from it, when its own format is read by few: renditions are made from this. */
  readonly master?: Digest;
  /** Absent when the file could not be read as a picture; a finding says why. */
  readonly facts?: ImageFacts;
  /** Absent when the file is neither film nor sound, or could not be read as such; a finding says why. */
  readonly clip?: ClipFacts;
  readonly alt: Readonly<Record<string, string>>;
  /** It is wanted without any ground of its own. */
  readonly transparent?: boolean;
  readonly print?: PrintWish;
  readonly rights: Rights;
  /** Wanted wherever the picture is used. */
  readonly corrections?: readonly CorrectionWish[];
  /** By language; those that could be read. */
  readonly captions?: Readonly<Record<string, CaptionTrack>>;
  /** Line in `order.yaml`. */
  readonly line: number;
}
