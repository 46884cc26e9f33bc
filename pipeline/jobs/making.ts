/** What makers have in common: the tools they are handed, what they are asked, and what they give. */
import type { CaptureWish } from '../model/capture.ts';
import type { ClipType } from '../model/clip.ts';
import type { CutFacts, CutRecipe, SoundRecipe } from '../model/cut-recipe.ts';
import type {
  BannerFacts,
  CaptureFacts,
  MadeClipFacts,
  MarkupFacts,
  PackageFacts,
  PageFacts,
  SmoothFacts,
  TitledLook,
} from '../model/facts.ts';
import type { Fault } from '../model/finding.ts';
import type { Blob, Job, Made, Resource } from '../model/job.ts';
import type { Input, JobKey, Json } from '../model/key.ts';
import type { DrawnText, OutlineFace, OutlineReading } from '../model/outline.ts';
import type { Rendered, Rendering, Sequence, VideoRecipe } from '../model/recipe.ts';
import type { StreamFacts, StreamRecipe } from '../model/stream.ts';
import type { BundleRecipe } from './bundle.ts';
import type { FontRecipe } from './font.ts';
import type { ServedUnit } from './look.ts';
import type { SheetRecipe } from './sheet.ts';

export type Attempt = { readonly made: Made } | { readonly fault: Fault };
export type ServedFile = { readonly path: string; readonly type: string };

export type UnitToRun = Omit<ServedUnit, 'files'> & { readonly files: ReadonlyMap<string, ServedFile> };

/** What making needs of the world. */
export interface MakerTools {
  /** Absolute path of bytes in the store; a page is put there when a tool first asks for it. */
  readonly blobPath: (blob: Pick<Blob, 'digest'>) => Promise<string>;
  /** A path in a folder of ours, free to write to. */
  readonly temporary: (file: string) => Promise<string>;
  readonly adopt: (path: string) => Promise<Blob>;
  /** Bytes of a file as it is, and as a zip packs it. */
  readonly weigh: (path: string) => Promise<{ readonly bytes: number; readonly deflated: number }>;
  readonly readText: (blob: Pick<Blob, 'digest'>) => Promise<string>;
  readonly keepText: (text: string) => Promise<Blob>;
  readonly contentType: (path: string) => string;
  readonly renderPictures: (path: string, renderings: readonly Rendering[]) => Promise<readonly Rendered[]>;
  /** Every frame of a picture that moves, shaped, into one file. */
  readonly layFrames: (
    path: string,
    recipe: Pick<VideoRecipe, 'frame' | 'frames'>,
    files: readonly string[],
    to: string,
  ) => Promise<Sequence | { readonly reason: string }>;
  readonly encodeVideo: (wish: { frames: string; sequence: Sequence; recipe: VideoRecipe; to: string }) => Promise<void>;
  /** All that is made of the same clips in one go. @property paths of the inputs, in their order */
  readonly makeCuts: (
    wishes: readonly { readonly recipe: CutRecipe; readonly paths: readonly string[]; readonly to: string }[],
    onFrames?: OnFrames,
  ) => Promise<readonly CutFacts[]>;
  /** Fragments of a coded file. @throws what is not as the recipe says */
  readonly makeStream: (wish: { recipe: StreamRecipe; path: string; to: string }) => Promise<StreamFacts>;
  /** @property files of the inputs, in their order */
  readonly makeSound: (wish: { recipe: SoundRecipe; files: readonly string[]; to: string }) => Promise<CutFacts>;
  /** Highest sample of each of `columns` equal stretches, 0–1. */
  readonly readPeaks: (wish: {
    path: string;
    type: string;
    seconds: number;
    channels: number;
    columns: number;
  }) => Promise<readonly number[]>;
  /** Reads and measures a film that was made. @throws why it cannot be read */
  readonly lookAtClip: (path: string, type: ClipType, titled?: TitledLook) => Promise<MadeClipFacts>;
  readonly discard: (path: string) => Promise<void>;
  readonly subsetFont: (input: {
    path: string;
    text: string;
    axes: FontRecipe['axes'];
    to: string;
    format: FontRecipe['format'];
    whole: boolean;
  }) => Promise<{ bytes: number } | { fault: Fault }>;
  /** What a browser makes of the texts of a page that are set in a family. */
  readonly readTexts: (input: {
    width: number;
    height: number;
    family: string;
    files: ReadonlyMap<string, ServedFile>;
  }) => Promise<OutlineReading>;
  /** The same drawn with the letters of a font file. */
  readonly outlineTexts: (
    path: string,
    face: OutlineFace,
    texts: OutlineReading['texts'],
  ) => Promise<{ readonly drawn: readonly DrawnText[] } | { readonly fault: Fault }>;
  /** The page with what was drawn in place of its texts. */
  readonly outlinePage: (html: string, reading: OutlineReading, drawn: readonly DrawnText[]) => Promise<string>;
  readonly bundle: (recipe: BundleRecipe) => Promise<{ code: string } | { fault: Fault }>;
  readonly readBytes: (path: string) => Promise<Uint8Array>;
  readonly writeText: (path: string, text: string) => Promise<void>;
  /** @throws what is wrong with the drawing. */
  readonly cleanDrawing: (svg: string) => Promise<string>;
  readonly writeSheet: (input: SheetRecipe & { to: string }) => Promise<void>;
  readonly measurePage: (input: { url: string; files: ReadonlyMap<string, ServedFile> }) => Promise<PageFacts>;
  readonly runBanner: (
    input: UnitToRun & {
      readonly measured: boolean;
      readonly known?: BannerFacts;
      readonly captures: readonly (CaptureWish & { readonly to: string })[];
    },
  ) => Promise<{ readonly facts?: BannerFacts; readonly captures: readonly CaptureFacts[] }>;
  readonly runSlowly: (input: UnitToRun) => Promise<SmoothFacts>;
  readonly validateMarkup: (pages: readonly { path: string }[]) => Promise<readonly MarkupFacts[]>;
  readonly readPackage: (path: string) => Promise<PackageFacts>;
  readonly writeZip: (input: { files: readonly { name: string; path: string }[]; to: string }) => Promise<void>;
}

/** What a job that was made gave. */
export type Inputs = (key: JobKey) => Made;

/** Told now and then of work that goes frame by frame: how many are done, and of how many. */
export type OnFrames = (frames: number, of: number) => void;

export interface Maker {
  readonly resource: Resource;
  readonly make: (batch: readonly Job[], tools: MakerTools, inputs: Inputs, onFrames?: OnFrames) => Promise<readonly Attempt[]>;
}

export async function each<R extends Json>(batch: readonly Job<R>[], make: (job: Job<R>) => Promise<Attempt>): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  for (const job of batch) attempts.push(await make(job));
  return attempts;
}

/** Named by the job: a tool knows its file by digest only. */
export function named({ label }: Job<Json>, { fault }: { readonly fault: Fault }): Attempt {
  return { fault: { ...fault, args: { ...fault.args, label } } };
}

export async function pathOf(input: Input, tools: MakerTools, inputs: Inputs): Promise<string> {
  if (input.from === 'store') return tools.blobPath(input);
  const { blob } = inputs(input.key);
  if (!blob) throw new Error(`Internal error: job ${input.key} gave no file`);
  return tools.blobPath(blob);
}
