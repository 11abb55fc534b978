import fc from 'fast-check';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { joined, markup } from '../../src/lib/markup.ts';

const read = (html: string) => unified().use(rehypeParse, { fragment: true }).parse(html).children;
/** What a reader of HTML makes of every text: these are no matter of escaping. */
const asParsed = (text: string): string => text.replace(/\r\n?/g, '\n').replaceAll('\0', '');

test('whatever is put into a template is read back as that text, in an element and in an attribute', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('</p><script>', '" onload="x', "' x='", '&lt;', '&amp;amp;', '<!--', ']]>'),
  );
  fc.assert(
    fc.property(hostile, hostile, (text, title) => {
      const [element, ...more] = read(markup`<p title="${title}">${text}</p>`.text);
      expect(more).toEqual([]);
      expect(element).toMatchObject({ tagName: 'p', properties: { title: asParsed(title) } });
      const words = element?.type === 'element' ? element.children : [];
      expect(words.map((word) => (word.type === 'text' ? word.value : word.type)).join('')).toBe(asParsed(text));
    }),
  );
});

test('what a template made is not escaped again, alone or in a list, and what is missing leaves nothing', () => {
  const items = ['a<b', 'c&d'].map((text) => markup`<li>${text}</li>`);
  expect(String(markup`<ul>${items}${undefined}${false}${''}${0}</ul>`)).toBe(
    '<ul><li>a&lt;b</li><li>c&amp;d</li>0</ul>',
  );
  expect(String(markup`${joined([markup`<b>a</b>`, '', undefined, 'c>'], ' & ')}`)).toBe('<b>a</b> &amp; c&gt;');
});

test('an object that only looks like a template’s is not believed', () => {
  const parsed = JSON.parse('{"text":"<script>"}');
  expect(() => markup`${parsed}`).toThrow();
});
