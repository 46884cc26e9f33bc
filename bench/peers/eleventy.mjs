/** Bare Eleventy on the same templates, writing to disk. */
import Eleventy from '@11ty/eleventy';

const { input, includes, out } = JSON.parse(process.argv[2]);
const eleventy = new Eleventy(input, out, {
  quietMode: true,
  configPath: new URL('./eleventy-defaults.mjs', import.meta.url).pathname,
  config: (config) => {
    config.setIncludesDirectory(includes);
    config.setLayoutsDirectory(includes);
  },
});
await eleventy.write();
