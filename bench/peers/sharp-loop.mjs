/** The peer that adds nothing: a bare sharp loop, two outputs at a time, straight to their final names. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

const { folder, out, names, widths, encoders } = JSON.parse(process.argv[2]);
sharp.concurrency(1);
mkdirSync(out, { recursive: true });
const tasks = names.flatMap((name) =>
  widths.flatMap((width) =>
    Object.entries(encoders).map(
      ([format, settings]) =>
        () =>
          sharp(join(folder, name))
            .resize(width)
            .toFormat(format, settings)
            .toFile(join(out, `${name}-${width}.${format}`)),
    ),
  ),
);
let next = 0;
await Promise.all(
  [0, 1].map(async () => {
    while (next < tasks.length) await tasks[next++]();
  }),
);
