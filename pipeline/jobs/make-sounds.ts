/** How sound is made: mixed and mastered, drawn as a waveform, and told of in a feed. */
import type { CutFacts, SoundRecipe } from '../model/cut-recipe.ts';
import type { Job } from '../model/job.ts';
import type { Input } from '../model/key.ts';
import { type EpisodeRecipe, writeEpisode } from './episode.ts';
import { type Attempt, type Inputs, type MakerTools, pathOf } from './making.ts';
import { drawWaveform, type WaveformRecipe } from './waveform.ts';

export async function makeSounds({ recipe, inputs: wanted, file }: Job<SoundRecipe>, tools: MakerTools, inputs: Inputs): Promise<Attempt> {
  const files = await Promise.all(wanted.map((input) => pathOf(input, tools, inputs)));
  const to = await tools.temporary(file);
  const facts: CutFacts = await tools.makeSound({ recipe, files, to });
  return { made: { blob: await tools.adopt(to), facts } };
}

export async function makeWaveform(
  { recipe, inputs: [sound], file }: Job<WaveformRecipe>,
  tools: MakerTools,
  inputs: Inputs,
): Promise<Attempt> {
  const { type, seconds, channels, bars } = recipe;
  const path = await pathOf(sound as Input, tools, inputs);
  const peaks = await tools.readPeaks({ path, type, seconds, channels, columns: bars });
  return keep(file, drawWaveform(peaks, recipe), tools);
}

export async function makeEpisode(
  { recipe, inputs: [sound], file, label }: Job<EpisodeRecipe>,
  tools: MakerTools,
  inputs: Inputs,
): Promise<Attempt> {
  const bytes = sound?.from === 'job' ? inputs(sound.key).blob?.bytes : 0;
  if (bytes === undefined) throw new Error(`Internal error: ${label} tells of a file that is none`);
  return keep(file, writeEpisode(recipe, bytes), tools);
}

async function keep(file: string, text: string, tools: MakerTools): Promise<Attempt> {
  const to = await tools.temporary(file);
  await tools.writeText(to, text);
  return { made: { blob: await tools.adopt(to) } };
}
