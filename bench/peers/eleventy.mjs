/** Bare Eleventy on the same templates, writing to disk. */
import Eleventy from '@11ty/eleventy';

const { input, includes, out } = JSON.parse(process.argv[2]);
const eleventy = new Eleventy(input, out, {
  quietMode: true,
  configPath: new URL('./eleventy-defaults.mjs', import.meta.url).pathname,
  config: (config) => {
    // The bench's own folder is git-ignored; without this Eleventy would find no page at all.
    config.setUseGitIgnore(false);
    config.setIncludesDirectory(includes);
    config.setLayoutsDirectory(includes);
  },
});
await eleventy.write();
