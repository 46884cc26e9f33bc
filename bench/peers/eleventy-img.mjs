/** The peer that people use: @11ty/eleventy-img with its cache in the output folder. */
import { join } from 'node:path';
import Image from '@11ty/eleventy-img';

const { folder, out, names, widths, encoders } = JSON.parse(process.argv[2]);
await Promise.all(
  names.map((name) =>
    Image(join(folder, name), {
      widths,
      formats: Object.keys(encoders),
      outputDir: out,
      sharpAvifOptions: encoders.avif,
      sharpWebpOptions: encoders.webp,
      sharpJpegOptions: encoders.jpeg,
    }),
  ),
);
