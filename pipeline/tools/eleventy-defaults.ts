/** The settings that Eleventy takes from a file only: Markdown and HTML go through Nunjucks, which escapes. */

export const config = { markdownTemplateEngine: 'njk', htmlTemplateEngine: 'njk' };
