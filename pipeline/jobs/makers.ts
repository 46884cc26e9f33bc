/** How each kind of job is made, with the tools handed in. */
import { asMade } from '../model/capture.ts';
import type { Blob, Job, KindName, Resource } from '../model/job.ts';
import type { Input, Json } from '../model/key.ts';
import type { ShareRecipe } from '../model/recipe.ts';
import type { BundleRecipe } from './bundle.ts';
import type { DrawingRecipe } from './drawing.ts';
import type { FontRecipe } from './font.ts';
import { type InlineRecipe, makeInline } from './inline.ts';
import type { MeasureRecipe } from './look.ts';
import { makeCuts } from './make-cuts.ts';
import { lookAtUnit, measure } from './make-looks.ts';
import { makeImages, makePage, makeVideos } from './make-pictures.ts';
import { makeEpisode, makeSounds, makeWaveform } from './make-sounds.ts';
import { makePlaylist, makeStream } from './make-streams.ts';
import { type Attempt, each, type Inputs, type Maker, type MakerTools, type OnFrames, pathOf } from './making.ts';
import { makeOutline } from './outline.ts';
import { makeShare } from './share.ts';
import type { SheetRecipe } from './sheet.ts';
import type { ZipRecipe } from './zip.ts';

/** Of a kind whose jobs are made each by itself, one after the other. */
function inTurn<R extends Json>(make: (job: Job<R>, tools: MakerTools, inputs: Inputs) => Promise<Attempt>): Maker['make'] {
  return (batch, tools, inputs) => each(batch as readonly Job<R>[], (job) => make(job, tools, inputs));
}

export const makers = {
  image: { resource: 'cpu', make: makeImages },
  quality: { resource: 'cpu', make: makeImages },
  share: {
    resource: 'cpu',
    make: (batch, tools, inputs) =>
      each(batch as readonly Job<ShareRecipe>[], (job) => makeShare(job, tools, (input) => pathOf(input, tools, inputs), inputs)),
  },
  video: { resource: 'ffmpeg', make: makeVideos },
  cut: { resource: 'ffmpeg', make: makeCuts },
  page: {
    resource: 'cpu',
    make: inTurn(makePage),
  },
  font: {
    resource: 'cpu',
    make: inTurn(makeFont),
  },
  bundle: { resource: 'cpu', make: inTurn(makeBundle) },
  inline: {
    resource: 'cpu',
    make: inTurn(makeText),
  },
  drawing: {
    resource: 'cpu',
    make: inTurn(makeDrawing),
  },
  outline: { resource: 'browser', make: inTurn(makeOutline) },
  sheet: { resource: 'cpu', make: inTurn(makeSheet) },
  capture: { resource: 'browser', make: lookAtUnit },
  measure: { resource: 'browser', make: measure },
  zip: { resource: 'cpu', make: inTurn(makeZip) },
  // A filter graph and an encoder of one thread: it may run beside a film, whose encoder takes the place of ffmpeg.
  sound: {
    resource: 'cpu',
    make: inTurn(makeSounds),
  },
  waveform: {
    resource: 'cpu',
    make: inTurn(makeWaveform),
  },
  episode: {
    resource: 'cpu',
    make: inTurn(makeEpisode),
  },
  // Nothing is decoded: it costs what copying costs.
  stream: {
    resource: 'cpu',
    make: inTurn(makeStream),
  },
  playlist: {
    resource: 'cpu',
    make: inTurn(makePlaylist),
  },
} satisfies Record<KindName, Maker>;

async function makeFont(job: Job<FontRecipe>, tools: MakerTools, inputs: Inputs): Promise<Attempt> {
  const to = await tools.temporary(job.file);
  const { characters: text, axes, format, whole = false } = job.recipe;
  const result = await tools.subsetFont({ path: await pathOf(job.inputs[0] as Input, tools, inputs), text, axes, to, format, whole });
  return 'fault' in result ? result : { made: { blob: await tools.adopt(to) } };
}

async function makeBundle(job: Job<BundleRecipe>, tools: MakerTools): Promise<Attempt> {
  const result = await tools.bundle(job.recipe);
  return 'fault' in result ? result : { made: { blob: await keepText(job.file, result.code, tools) } };
}

async function makeText(job: Job<InlineRecipe>, tools: MakerTools, inputs: Inputs): Promise<Attempt> {
  const made = await makeInline(job, {
    readBytes: async (input) => tools.readBytes(await pathOf(input, tools, inputs)),
    keepText: (file, text) => keepText(file, text, tools),
  });
  return { made };
}

async function makeDrawing(job: Job<DrawingRecipe>, tools: MakerTools, inputs: Inputs): Promise<Attempt> {
  const [input] = job.inputs as readonly [Input];
  const path = await pathOf(input, tools, inputs);
  if (job.recipe.what === 'file' && input.from === 'store')
    return { made: { blob: { digest: input.digest, bytes: (await tools.weigh(path)).bytes } } };
  const svg = new TextDecoder().decode(await tools.readBytes(path));
  return { made: { blob: await keepText(job.file, await tools.cleanDrawing(svg), tools) } };
}

async function makeSheet(job: Job<SheetRecipe>, tools: MakerTools): Promise<Attempt> {
  const to = await tools.temporary(job.file);
  await tools.writeSheet({ ...job.recipe, to });
  return { made: { blob: await tools.adopt(to) } };
}

async function keepText(file: string, text: string, tools: MakerTools): Promise<Blob> {
  const to = await tools.temporary(file);
  await tools.writeText(to, text);
  return tools.adopt(to);
}

async function makeZip(job: Job<ZipRecipe>, tools: MakerTools, inputs: Inputs): Promise<Attempt> {
  const to = await tools.temporary(job.file);
  const files = await Promise.all(
    job.recipe.entries.map(async (name, at) => {
      const input = job.inputs[at] as Input;
      // A backup image has the format that came nearest to its frame.
      return { name: asMade(name, input.from === 'job' ? inputs(input.key).facts : undefined), path: await pathOf(input, tools, inputs) };
    }),
  );
  await tools.writeZip({ files, to });
  return { made: { blob: await tools.adopt(to) } };
}

/** A package is read where it lies, a film by ffmpeg; every other measurement takes a page of the browser. */
export function resourceOf(job: Job): Resource {
  if (job.kind !== 'measure') return makers[job.kind].resource;
  const { what } = job.recipe as MeasureRecipe;
  return what === 'package' ? 'cpu' : what === 'clip' ? 'ffmpeg' : makers.measure.resource;
}

/** A batch is made by its kind's maker: all its jobs share one, or makers that know each other. */
export function makeWith(tools: MakerTools) {
  return (batch: readonly Job[], inputs: Inputs, onFrames?: OnFrames): Promise<readonly Attempt[]> => {
    const { make }: Maker = makers[(batch[0] as Job).kind];
    return make(batch, tools, inputs, onFrames);
  };
}
