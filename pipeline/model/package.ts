/** What stands in a packed banner, whoever made it, as far as it can be told without running it. */

export interface PackageFacts {
  readonly what: 'package';
  readonly zipBytes: number;
  /** Why the package, or a part of it, could not be looked into; with any of these the rest is not the whole. */
  readonly faults: readonly PackageFault[];
  /** In the order of the zip; folders left out. */
  readonly files: readonly PackedFile[];
  /** Page that is opened, such as `index.html`; null when there is none or it cannot be told. */
  readonly page: string | null;
  /** Of that page. */
  readonly document: PageDocument | null;
  /** Everything that files of the package ask for, sorted and each once. */
  readonly references: readonly PackedReference[];
  /** Functions and properties of a browser or an ad server that scripts use, such as `window.open`; sorted, each once per file. */
  readonly calls: readonly { readonly name: string; readonly path: string }[];
  readonly clickTags: readonly ClickTag[];
  /** Addresses that a click opens and that stand fixed in the package instead of coming from the click tag. */
  readonly fixedExits: readonly { readonly url: string; readonly path: string }[];
  /** Ways by which a click leaves in the tab that it was made in, as they are written: `<a href>`, `location.href =`. */
  readonly sameTabExits: readonly { readonly written: string; readonly path: string }[];
  /** Where letters of `@font-face` come from. */
  readonly fontSources: readonly { readonly way: 'file' | 'base64' | 'google' | 'elsewhere'; readonly path: string }[];
  readonly manifests: readonly AdManifest[];
  /** Picture of the unit's size that nothing in the package shows: the backup image. */
  readonly backup: string | null;
}

export interface PackageFault {
  readonly reason:
    | 'not-a-zip'
    | 'empty'
    | 'damaged'
    | 'encrypted'
    | 'too-large'
    | 'too-many-files'
    | 'unsafe-name'
    | 'same-name'
    | 'backslash-name'
    | 'unmarked-name'
    | 'wrong-checksum'
    | 'unknown-compression'
    | 'script-unreadable'
    | 'too-long-to-read';
  readonly path?: string;
  readonly detail?: string;
}

export interface PackedFile {
  /** Inside the zip, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** Over the wire, compressed by a server that does so; pictures as they are when that gains nothing. */
  readonly gzipBytes: number;
  /** Reached from the page, directly or by what it reaches. */
  readonly used: boolean;
  readonly picture?: PackedPicture;
}

export interface PackedPicture {
  readonly format: 'png' | 'jpeg' | 'gif' | 'webp' | 'svg';
  /** In px; absent of an SVG without a size of its own. */
  readonly width?: number;
  readonly height?: number;
  /** Of a GIF that moves. */
  readonly motion?: {
    readonly frames: number;
    /** One pass, in s. */
    readonly seconds: number;
    /** The fastest change, in frames per second. */
    readonly fps: number;
    /** 0: for ever. */
    readonly plays: number;
  };
}

export interface PageDocument {
  /** Of doctype, html, head and body those that are written, in the order in which they stand. */
  readonly skeleton: readonly ('doctype' | 'html' | 'head' | 'body')[];
  readonly title: string | null;
  /** Content of the meta tag `ad.size` as written, and its numbers in px where it has them. */
  readonly adSize: { readonly written: string; readonly width?: number; readonly height?: number } | null;
  /** Content of the meta tag `ad.orientation`. */
  readonly orientation: string | null;
  /** Made with Google Web Designer. */
  readonly gwd: boolean;
  /** Element: how many, in all pages of the package; only links that lead somewhere count as `a`. */
  readonly tags: Readonly<Record<string, number>>;
  /** Film that is not muted. */
  readonly loudVideos: number;
  /** Sounds that begin by themselves. */
  readonly startingSounds: number;
  /** Some style sets the margin of the page to 0. */
  readonly marginZero: boolean;
  /** Some style gives the page a padding. */
  readonly padded: boolean;
}

export interface PackedReference {
  /** File that asks. */
  readonly path: string;
  readonly written: string;
  readonly how: 'page' | 'style' | 'script';
  /** File of the package that is meant; null when there is none. Absent of what lies elsewhere. */
  readonly file?: string | null;
  /** Whole address of what lies elsewhere. */
  readonly url?: string;
}

export interface ClickTag {
  /** As written: `clickTag`, `clickTAG2`. */
  readonly name: string;
  readonly path: string;
  readonly inHead: boolean;
  /** Declared outside every function and block. */
  readonly top: boolean;
  /** What it is declared with; null when that is no fixed text. */
  readonly url: string | null;
  /** It stands in a line by itself, so that an ad server's replacing finds it. */
  readonly readable: boolean;
}

/** A file by which an ad server knows a banner. */
export interface AdManifest {
  readonly kind: 'adform' | 'flashtalking';
  readonly path: string;
  /** What it lacks or what is wrong in it; empty when it will do. */
  readonly problems: readonly string[];
  readonly clickTags: readonly string[];
  readonly width?: number;
  readonly height?: number;
}
