import { describe, expect, it } from 'vitest';
import { readTree } from './source-tree.ts';

/*
 * Pages are read and forms are sent with Chrome 80, Firefox 84 and Safari 13. The build lowers what it can
 * (astro.config.mjs); what no build can lower is not written in the first place.
 */

/** Printing and the CMS need a newer browser. */
const sheets = readTree(['src/styles'], ['.css']).filter(({ file }) => !/(?:print|poster|gallery)\.css$/.test(file));
const scripts = [
  ...readTree(['src/search', 'src/components', 'src/views', 'src/site', 'src/lib'], ['.ts', '.astro']),
  ...readTree(['public'], ['.js']),
];

const inSheets: [what: string, pattern: RegExp, remedy: string][] = [
  [
    'cascade layers',
    /@layer/,
    'Put the rules into the file without a layer; the order of files in main.css is their order.',
  ],
  ['inset', /(?<!not \()\binset[a-z-]*\s*:/, 'Write top, right, bottom and left.'],
  [':where and :is', /:(?:where|is)\(/, 'Write out the selectors.'],
  ['individual transforms', /^\s*(?:translate|rotate|scale)\s*:/m, 'Write transform.'],
  ['@property and @container', /@(?:property|container)/, 'Do without.'],
];

describe('style sheets of pages that are read', () => {
  it.each(inSheets)('do without %s', (_, pattern, remedy) => {
    // What stands inside @media print is for printing.
    const read = sheets.map(({ file, text }) => ({ file, text: text.replace(/@media print \{[^]*$/, '') }));
    expect(
      read.filter(({ text }) => pattern.test(text)).map(({ file }) => file),
      remedy,
    ).toEqual([]);
  });
});

describe('scripts that run in the browser', () => {
  // These run on the server only.
  const onServer = /^src\/search\/(?:feedback|measure)\/|^src\/search\/(?:build-index|pagefind-index)/;

  it('look behind in no regular expression: Safari before 16.4 would not even read the file', () => {
    const found = scripts
      .filter(({ file, text }) => !onServer.test(file) && /\(\?<[=!]/.test(text))
      .map(({ file }) => file);
    expect(found, 'Put what stands before into a group, and give it back in the replacement.').toEqual([]);
  });

  it('that no build lowers assign in no new way', () => {
    expect(
      scripts
        .filter(({ file, text }) => file.startsWith('public/') && /(?:\|\||&&|\?\?)=/.test(text))
        .map(({ file }) => file),
    ).toEqual([]);
  });
});
