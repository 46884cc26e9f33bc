/** How streams and their playlists are made: fragments of what is coded already, and texts of how these lie. */
import type { Job } from '../model/job.ts';
import type { Input, Json } from '../model/key.ts';
import type { PlaylistRecipe, StreamFacts, StreamRecipe } from '../model/stream.ts';
import { type Attempt, type Inputs, type MakerTools, pathOf } from './making.ts';
import { writePlaylist } from './playlist.ts';

export async function makeStream({ recipe, inputs: [film], file }: Job<StreamRecipe>, tools: MakerTools, inputs: Inputs): Promise<Attempt> {
  const path = await pathOf(film as Input, tools, inputs);
  const to = await tools.temporary(file);
  const facts: StreamFacts = await tools.makeStream({ recipe, path, to });
  return { made: { blob: await tools.adopt(to), facts: facts as unknown as Json } };
}

export async function makePlaylist(
  { recipe, inputs: streams, file }: Job<PlaylistRecipe>,
  tools: MakerTools,
  inputs: Inputs,
): Promise<Attempt> {
  const told = streams.map((input): StreamFacts => {
    const facts = input.from === 'job' ? inputs(input.key).facts : undefined;
    if (facts === undefined) throw new Error(`Internal error: nothing is known of a stream of ${file}`);
    return facts as unknown as StreamFacts;
  });
  const to = await tools.temporary(file);
  await tools.writeText(to, writePlaylist(recipe, told));
  return { made: { blob: await tools.adopt(to) } };
}
