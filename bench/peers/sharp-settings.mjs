/** The peer that knows beforehand what Kader chose: a bare sharp loop with one setting per output, two outputs at a time. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

const { folder, out, outputs } = JSON.parse(process.argv[2]);
sharp.concurrency(1);
mkdirSync(out, { recursive: true });
let next = 0;
await Promise.all(
  [0, 1].map(async () => {
    while (next < outputs.length) {
      const { name, width, format, settings } = outputs[next++];
      await sharp(join(folder, name))
        .autoOrient()
        .resize(width)
        .toFormat(format, settings)
        .toFile(join(out, `${name}-${width}.${format}`));
    }
  }),
);
