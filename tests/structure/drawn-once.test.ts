import { expect, it } from 'vitest';
import { readTree } from './source-tree.ts';

const drawing = readTree(['src'], ['.astro', '.ts', '.js']);

/** Lines that draw any of these classes, in files other than those that are their own. */
function drawnElsewhere(classes: string[], own: RegExp): string[] {
  const drawn = new RegExp(
    `\\bclass(?:Name)?(?::list)?=(?:"[^"]*|\\{[^}]*['"\\x60][^'"\\x60]*)(?<![\\w-])(?:${classes.join('|')})(?![\\w-])`,
  );
  return drawing
    .filter(({ file }) => !own.test(file))
    .flatMap(({ file, text }) =>
      text.split('\n').flatMap((line, index) => (drawn.test(line) ? [`${file}:${index + 1}  ${line.trim()}`] : [])),
    );
}

it('a drawer is drawn by its component, which brings what opens it on paper', () => {
  expect(
    drawnElsewhere(['drawer', 'drawer-body', 'drawer-main', 'drawer-alone'], /^src\/components\/Drawer\.astro$/),
    'Use src/components/Drawer.astro.',
  ).toEqual([]);
});

it('a price or a time is drawn in one place, wherever it stands', () => {
  const receipt = [
    'receipt',
    'receipt-lines?',
    'receipt-half',
    'receipt-unknown',
    'stamp',
    'figure-(?:large|long|plain)',
  ];
  const fare = ['fare-what', 'fare-dots', 'fare-price', 'fare-none'];
  expect(
    drawnElsewhere([...receipt, ...fare], /^src\/views\/receipt\//),
    'Make a view of a receipt or a row, and draw it with src/views/receipt.',
  ).toEqual([]);
});
