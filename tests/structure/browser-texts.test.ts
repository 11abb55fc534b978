import { expect, it } from 'vitest';
import { BROWSER_TOPICS } from '../../src/texts/build-texts.ts';
import { sentToBrowsers } from './source-tree.ts';

it('scripts of pages say nothing from a topic that browsers are not given', () => {
  const said = sentToBrowsers().flatMap(({ file, text }) =>
    [...text.matchAll(/\b(?:pageTexts|texts)\('([a-z-]+)'/g)].map(([, topic = '']) => ({ file, topic })),
  );
  expect(said.map(({ topic }) => topic)).toContain('search');
  expect(
    said.filter(({ topic }) => !BROWSER_TOPICS.includes(topic)),
    'In a browser this throws: move the text, or add the topic to BROWSER_TOPICS in src/texts/build-texts.ts.',
  ).toEqual([]);
});
