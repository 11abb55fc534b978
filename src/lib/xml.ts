import { createTemplate } from './markup.ts';

/** Makes XML of a template as `markup` makes HTML, without the characters that no document of XML 1.0 may hold (2.2). */
export const xml = createTemplate((text) =>
  text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''),
);
