import fc from 'fast-check';
import type { Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { textFor, type CaseKeeping } from '../../src/register/case-keeping.ts';
import { renderProse } from '../../src/register/prose.ts';

/** What a browser would run or fetch from elsewhere, as it reads the page. */
function dangersIn(html: string): string[] {
  const look = (node: Nodes): string[] => {
    if (node.type !== 'element' && node.type !== 'root') return [];
    const own =
      node.type === 'element'
        ? [node.tagName, ...Object.entries(node.properties).map(([name, value]) => `${name}=${String(value)}`)]
        : [];
    const bad = own.filter((word) =>
      /^(?:script|svg|iframe|object|embed|style)$|^on|^(?:href|src)=(?!https?:|mailto:|tel:|\/(?!\/)|#)|^src=(?!\/)/i.test(
        word,
      ),
    );
    return [...bad, ...node.children.flatMap((child) => look(child as Nodes))];
  };
  return look(unified().use(rehypeParse, { fragment: true }).parse(html));
}

describe('prose', () => {
  it('becomes HTML with its tables, lists and components', () => {
    const { html, problems } = renderProse(
      'content/charters/water.mdx',
      '## Hours\n\n| Day | Opens |\n| --- | --- |\n| Monday | 8:00 |\n\n<Callout tone="warning">\n\nRing <Phone number="+254 20 2270000" />.\n\n</Callout>\n',
    );
    expect(problems).toEqual([]);
    expect(html).toContain('<h2>Hours</h2>');
    expect(html).toContain('<td>Monday</td>');
    expect(html).toMatch(
      /<aside class="callout callout-warning">\s*<p>Ring <a href="tel:\+254202270000">\+254 20 2270000<\/a>\.<\/p>\s*<\/aside>/,
    );
  });

  it('says in a guide what holds for a portal that keeps cases, passes them on, or takes none in', () => {
    const text =
      '<When cases="kept">\n\nWe keep it.\n\n</When>\n\n<When cases="mailed none">\n\nWe keep nothing.\n\n</When>\n';
    const { html, problems } = renderProse('content/guides/about.mdx', text);
    expect(problems).toEqual([]);
    expect(['kept', 'mailed', 'none'].map((keeping) => textFor(html, keeping as CaseKeeping).trim())).toEqual([
      '<p>We keep it.</p>',
      '<p>We keep nothing.</p>',
      '<p>We keep nothing.</p>',
    ]);
  });

  it.each([
    ['in a charter', 'content/charters/water.mdx', '<When cases="kept">\n\nText.\n\n</When>\n'],
    [
      'within another',
      'content/guides/about.mdx',
      '<When cases="kept">\n\n<When cases="none">\n\nText.\n\n</When>\n\n</When>\n',
    ],
    ['for what no portal does', 'content/guides/about.mdx', '<When cases="lost">\n\nText.\n\n</When>\n'],
  ])('refuses such a part %s', (_where, file, text) => {
    expect(renderProse(file, text).problems).toMatchObject([
      { remedy: expect.stringContaining('<When cases="kept">') as string },
    ]);
  });

  it('dials the hash of a short code, which an address would take for its fragment', () => {
    expect(renderProse('x.mdx', 'Dial <Phone number="*346#" /> for your number.').html).toContain(
      '<a href="tel:*346%23">*346#</a>',
    );
  });

  it('takes links to web, mail, telephone, this portal and the same page', () => {
    const { problems } = renderProse(
      'x.mdx',
      '[a](https://a.example) [b](http://b.example) [c](mailto:c@c.example) [d](tel:+254) [e](/ng/inec/) [f](#fees)',
    );
    expect(problems).toEqual([]);
  });

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java&#10;script:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example/',
    'file:///etc/passwd',
  ])('refuses a link to %j', (address) => {
    expect(renderProse('x.mdx', `[here](<${address}>)`).problems).toHaveLength(1);
    expect(renderProse('x.mdx', `[here][there]\n\n[there]: <${address}>`).problems).toHaveLength(1);
  });

  it.each(['//evil.example/a.png', 'http://evil.example/a.png', 'data:image/png;base64,AAAA', 'a.png'])(
    'refuses the picture %j',
    (address) => {
      expect(renderProse('x.mdx', `![map](${address})`).problems).toHaveLength(1);
    },
  );

  it('shows a picture of the portal', () => {
    expect(renderProse('x.mdx', '![The office](/media/office.png)').html).toContain(
      '<img src="/media/office.png" alt="The office">',
    );
  });

  it('would be caught with code in it', () => {
    for (const html of [
      '<script>x</script>',
      '<img src="https://b.example/a">',
      '<p onclick="x">',
      '<a href="javascript:x">',
    ])
      expect(dangersIn(html)).not.toEqual([]);
    expect(dangersIn('<p><code>&lt;a href="javascript:x"></code> <a href="/ng/">on</a></p>')).toEqual([]);
  });

  it('never lets code through, whatever is written', () => {
    const scraps = fc.constantFrom(
      '<script>', '</script>', '<img src=x onerror="x">', '{', '}', 'import a from "b"', 'export ', '<Callout tone="note">', '</Callout>', '<Phone number="1 2" />',
      '[a](javascript:x)', '![a](https://b.example)', '<a href="javascript:x">', '<!--', '-->', '\n', '\n\n', ' ', '`', '<', '>', 'text', '# ', '&lt;script&gt;', '\\{', '<svg/onload=x>',
    ); // prettier-ignore
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 12 }), (parts) => {
        const { html, problems } = renderProse('x.mdx', parts.join(''));
        if (problems.length > 0) expect(html).toBe('');
        expect(dangersIn(html)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
