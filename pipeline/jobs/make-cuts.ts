/** How cuts are made: all that shows the same moments together, and nothing adopted that was not read back. */
import type { CutRecipe } from '../model/cut-recipe.ts';
import type { Job } from '../model/job.ts';
import type { Json } from '../model/key.ts';
import { type Attempt, type Inputs, type MakerTools, type OnFrames, pathOf } from './making.ts';

/** What fails is thrown: each is then tried alone, and the culprit is named. */
export async function makeCuts(batch: readonly Job[], tools: MakerTools, inputs: Inputs, onFrames?: OnFrames): Promise<Attempt[]> {
  const jobs = batch as readonly Job<CutRecipe>[];
  const wishes = await Promise.all(
    jobs.map(async ({ recipe, inputs: own, file }) => ({
      recipe,
      paths: await Promise.all(own.map((input) => pathOf(input, tools, inputs))),
      to: await tools.temporary(file),
    })),
  );
  try {
    const facts = await tools.makeCuts(wishes, onFrames);
    const attempts: Attempt[] = [];
    for (const [at, { to }] of wishes.entries())
      attempts.push({ made: { blob: await tools.adopt(to), facts: facts[at] as unknown as Json } });
    return attempts;
  } catch (error) {
    await Promise.all(wishes.map(({ to }) => tools.discard(to)));
    throw error;
  }
}
