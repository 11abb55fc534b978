import { describe, expect, it } from 'vitest';
import { readTree, sentToBrowsers } from './source-tree.ts';

/*
 * Pages are read and forms are sent with Chrome 80, Firefox 84 and Safari 13. The build lowers what it can
 * (astro.config.mjs); what no build can lower is not written in the first place.
 */

/** Printing and the CMS need a newer browser. */
const sheets = readTree(['src/styles'], ['.css']).filter(({ file }) => !/(?:print|poster|gallery)\.css$/.test(file));
/** Sent as they are written, without their comments. */
const workers = readTree(['src/components'], ['.js']);
const scripts = [
  ...sentToBrowsers(),
  ...readTree(['src/components'], ['.astro']),
  ...readTree(['public'], ['.js']),
  ...workers,
];

/** What the server alone runs of a component is none of a browser's business. */
function frontmatterOut(text: string): string {
  return text.replace(/^---\n[^]*?\n---\n/, '');
}

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
  it('are found wherever they stand', () => {
    expect(scripts.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['src/lib/markup.ts', 'src/search/create-search.ts', 'src/views/search/render-card.ts']),
    );
  });

  it('look behind in no regular expression: Safari before 16.4 would not even read the file', () => {
    const found = scripts.filter(({ text }) => /\(\?<[=!]/.test(text)).map(({ file }) => file);
    expect(found, 'Put what stands before into a group, and give it back in the replacement.').toEqual([]);
  });

  it('call no method that came later: a build lowers how a script is written, not what it calls', () => {
    const later = /\.(?:replaceAll|at|findLast|findLastIndex|toSorted|toReversed|hasOwn)\(/;
    const found = scripts.filter(({ file, text }) => !file.endsWith('.astro') && later.test(text));
    expect(
      found.map(({ file }) => file),
      'Write replace with a global expression, or an index.',
    ).toEqual([]);
  });

  it('ask nothing of Intl that came later: Safari before 14.1 has no such lists, names and parts of words', () => {
    const later = /\bnew Intl\.(?:ListFormat|DisplayNames|Segmenter|DurationFormat)\b/;
    // What reads files is read by the build alone, and stands in what is sent as what was read.
    const found = scripts.filter(({ text }) => !/ from 'node:/.test(text) && later.test(frontmatterOut(text)));
    expect(
      found.map(({ file }) => file),
      'Join by a text of the catalogues, or let the server say it.',
    ).toEqual([]);
  });

  it('that no build lowers are written in no new way', () => {
    expect(
      scripts
        .filter((source) => source.file.startsWith('public/') || workers.includes(source))
        // Safari 13.0 knows no ?. and no ??, which came with Chrome 80.
        .filter(({ text }) => /(?:\|\||&&|\?\?)=|\?\?|\?\.[a-z[(]/.test(text))
        .map(({ file }) => file),
    ).toEqual([]);
  });
});
