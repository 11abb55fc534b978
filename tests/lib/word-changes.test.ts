import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differsInSpacesOnly, wordChanges } from '../../src/lib/word-changes.ts';

const shown = (former: string, now: string): string =>
  wordChanges(former, now)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

it('shows a changed figure as a whole, and leaves the full stop alone', () => {
  expect(shown('Pay 5,000 naira.', 'Pay 6,000 naira.')).toBe('Pay [-5,000-]{+6,000+} naira.');
  expect(shown('Dear {{appName}}!', 'Dear {{name}}!')).toBe('Dear [-{{appName}}-]{+{{name}}+}!');
});

it('shows neighbouring words that changed as one change', () => {
  expect(shown('Bring an old letter today', 'Bring two new copies today')).toBe(
    'Bring [-an old letter-]{+two new copies+} today',
  );
});

it('shows what was put in and what was taken out', () => {
  expect(shown('one two three', 'one three')).toBe('one [-two -]three');
  expect(shown('', 'new')).toBe('{+new+}');
});

it('shows a space that changed, and can say that nothing else did', () => {
  expect(shown('a  b', 'a b')).toBe('a[-  -]{+ +}b');
  expect(differsInSpacesOnly('a  b', 'a b')).toBe(true);
  expect(differsInSpacesOnly('a b', 'a c')).toBe(false);
  expect(differsInSpacesOnly('a b', 'a b')).toBe(false);
});

it('holds both texts to the letter', () => {
  const words = fc
    .array(fc.constantFrom('a', 'b', 'Ada', '₦5,000', ' ', '  ', '\n', '(x).', '“y”'))
    .map((l) => l.join(''));
  fc.assert(
    fc.property(words, words, (former, now) => {
      const runs = wordChanges(former, now);
      const without = (kind: string): string =>
        runs
          .filter((run) => run.kind !== kind)
          .map((run) => run.text)
          .join('');
      expect(without('new')).toBe(former);
      expect(without('gone')).toBe(now);
    }),
  );
});
