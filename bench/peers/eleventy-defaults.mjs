/** Markdown through Nunjucks, as Kader does it. */
export const config = { markdownTemplateEngine: 'njk', htmlTemplateEngine: 'njk' };
