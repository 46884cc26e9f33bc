/** Tests run in forks, three at a time: several of them drive a browser or a whole build, and wait for it as often as they work. */
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** They wait longer than they work, for disks, kills and packages: begun last, they would keep the others' places empty. */
const FIRST = ['test/cases/crash.test.ts', 'test/cases/disks.test.ts', 'test/package.test.ts'];

class WaitersFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isWaiter = ({ moduleId }: TestSpecification): boolean => FIRST.some((name) => moduleId.endsWith(name));
    return (await super.sort(files)).sort((one, other) => Number(isWaiter(other)) - Number(isWaiter(one)));
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 3,
    sequence: { sequencer: WaitersFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
