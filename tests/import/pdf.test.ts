import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { ReadDocument } from '../../src/import/blocks.ts';
import { defaultLimits, type Limits } from '../../src/import/limits.ts';
import { readBlocks } from '../../src/import/readers/read-blocks.ts';
import { createWorkspace } from './import-fixture.ts';
import { at, grid, line, stream, writePdf, type PdfPage } from './pdf-writer.ts';

const xs = [50, 200, 350, 450, 550];
const heads = ['Service', 'Requirements', 'Charges', 'Time'];

/** A row of texts, each five points right of the edge of its column. */
function row(y: number, cells: string[]): string {
  return cells.map((cell, index) => at((xs[index] ?? 0) + 5, y, cell)).join('\n');
}

const table = [
  grid(xs, [100, 120, 140, 160]),
  row(114, heads),
  row(134, ['Search of records', 'Identity card', 'KES 500', '2 days']),
  row(154, ['Copy of a record', 'Letter', 'Free', '1 day']),
].join('\n');

async function read(...pages: (string | PdfPage)[]): Promise<ReadDocument> {
  const bytes = writePdf(pages.map((page) => (typeof page === 'string' ? { content: page } : page)));
  return readBlocks('charter.pdf', bytes, defaultLimits);
}

function rowsOf({ blocks }: ReadDocument): string[][][] {
  return blocks.flatMap((block) => (block.kind === 'table' ? [block.rows.map(({ cells }) => cells)] : []));
}

const cells = [
  heads,
  ['Search of records', 'Identity card', 'KES 500', '2 days'],
  ['Copy of a record', 'Letter', 'Free', '1 day'],
];

describe('the text of a PDF', () => {
  test('becomes headings by size, paragraphs and lists, with the page of each', async () => {
    const { blocks } = await read(
      [
        at(50, 60, 'Service Charter', { size: 20 }),
        at(50, 100, 'Vision', { size: 14 }),
        at(50, 120, 'To be the office that everybody in the whole country can rely on for every paper that'),
        at(50, 132, 'a person needs in life.'),
        at(50, 160, 'Values', { bold: true }),
        at(50, 180, '\x95 Honesty'),
        at(50, 194, '\x95 Speed'),
      ].join('\n'),
    );
    expect(blocks).toMatchObject([
      { kind: 'heading', text: 'Service Charter', place: 'page 1, paragraph 1' },
      { kind: 'heading', text: 'Vision' },
      {
        kind: 'paragraph',
        text: 'To be the office that everybody in the whole country can rely on for every paper that a person needs in life.',
      },
      { kind: 'paragraph', text: 'Values', strong: true },
      { kind: 'list', items: [{ text: 'Honesty' }, { text: 'Speed' }] },
    ]);
  });

  test('is a table where lines are drawn around its cells', async () => {
    expect(rowsOf(await read(table))).toEqual([cells]);
  });

  test('is a table where its headings are known and white space runs down between the columns', async () => {
    const spaced = [
      row(114, heads),
      line(50, 118, 550, 118),
      row(134, ['Search of records', 'Identity card', 'KES 500', '2 days']),
      line(50, 140, 550, 140),
      row(154, ['Copy of a record', 'Letter', 'Free', '1 day']),
      line(50, 160, 550, 160),
    ].join('\n');
    expect(rowsOf(await read(spaced))).toEqual([cells]);
  });

  test('keeps cells merged across columns and rows', async () => {
    const merged = [
      line(50, 100, 550, 100),
      line(50, 120, 550, 120),
      line(50, 140, 550, 140),
      line(200, 160, 550, 160),
      line(50, 180, 550, 180),
      ...[50, 550].map((x) => line(x, 100, x, 180)),
      ...xs.slice(1, -1).map((x) => line(x, 100, x, 120) + '\n' + line(x, 140, x, 180)),
      row(114, heads),
      at(55, 134, 'Land office'),
      row(154, ['', 'Identity card', 'KES 500', '2 days']),
      row(174, ['', 'Letter', 'Free', '1 day']),
      at(55, 164, 'Search'),
    ].join('\n');
    const [block] = (await read(merged)).blocks;
    expect(block).toMatchObject({
      rows: [
        { cells: heads },
        { cells: ['Land office', '', '', ''], fromLeft: [1, 2, 3] },
        { cells: ['Search', 'Identity card', 'KES 500', '2 days'] },
        { cells: ['Search', 'Letter', 'Free', '1 day'], fromAbove: [0] },
      ],
    });
  });

  test('parts lines of a cell where the next word would still have fitted', async () => {
    const content = [
      grid(xs, [100, 120, 160]),
      row(114, heads),
      at(55, 134, 'Search'),
      at(205, 134, 'Identity card'),
      at(205, 146, 'Two photographs of one size,'),
      at(205, 157, 'certified'),
      at(355, 134, 'KES 500'),
      at(455, 134, '2 working'),
      at(455, 146, 'days'),
    ].join('\n');
    const [[, service] = []] = rowsOf(await read(content));
    expect(service?.[1]).toBe('Identity card\nTwo photographs of one size, certified');
  });

  test.each([
    [90, { width: 842, height: 595 }],
    [270, { width: 842, height: 595 }],
    [180, {}],
  ] as const)('reads a page that is turned by %i degrees', async (rotate, size) => {
    const turn = { 90: '0 1 -1 0 842 0 cm', 180: '-1 0 0 -1 595 842 cm', 270: '0 -1 1 0 0 595 cm' }[rotate];
    expect(rowsOf(await read({ content: `q ${turn} ${table} Q`, rotate, ...size }))).toEqual([cells]);
  });

  test.each([
    ['upwards', '0 1 -1 0 842 0 cm'],
    ['downwards', '0 -1 1 0 0 595 cm'],
  ])('reads a table that is set sideways, %s, on an upright page', async (_, turn) => {
    expect(rowsOf(await read({ content: `q ${turn} ${table} Q`, width: 842, height: 595 }))).toEqual([cells]);
  });

  test('goes on over pages: repeated headings of a table are read once, headers and footers left out', async () => {
    const page = (number: number): string =>
      [
        at(50, 40, `Charter of the Land Office ${number}`),
        grid(xs, [100, 120, 140]),
        row(114, heads),
        row(134, [`Search number ${'abc'[number]}`, 'Identity card', 'KES 500', '2 days']),
        at(280, 810, `Page ${number}`),
      ].join('\n');
    const document = await read(page(0), page(1), page(2));
    expect(document.blocks).toHaveLength(1);
    expect(rowsOf(document)[0]?.map(([name]) => name)).toEqual([
      'Service',
      'Search number a',
      'Search number b',
      'Search number c',
    ]);
    expect(document.leftOut).toEqual(['1 headers or footers were left out: "Charter of the Land Office".']);
  });

  test('a footer in three parts on each page is no table', async () => {
    const page = (number: number): string =>
      [
        at(50, 100, `Paragraph ${'abc'[number]} of the charter.`),
        at(50, 800, 'Land Office'),
        at(250, 800, 'Service Charter'),
        at(500, 800, `${number + 1} of 3`),
      ].join('\n');
    const document = await read(page(0), page(1), page(2));
    expect(document.blocks).toHaveLength(3);
    expect(document.leftOut).toEqual(['1 headers or footers were left out: "Land Office Service Charter".']);
    expect(document.remarks).toEqual([]);
  });

  test('keeps a hyphen at the end of a line unless the whole word stands elsewhere', async () => {
    const document = await read(
      [
        at(50, 100, 'Registration is for those who live in this country and who want to take part in a regis-'),
        at(50, 112, 'tration or in the re-'),
        at(50, 124, 'counting of the votes within 2-'),
        at(50, 136, '5 days.'),
      ].join('\n'),
    );
    const text = document.blocks.map((block) => ('text' in block ? block.text : '')).join(' ');
    expect(text).toContain('in a registration or');
    expect(text).toMatch(/re-\s?counting/);
    expect(text).toMatch(/2-\s?5 days/);
    expect(text).not.toContain('25 days');
  });
});

describe('what a PDF does to figures', () => {
  test('raised digits are a note and no part of the figure', async () => {
    const content = table.replace('(KES 500) Tj', '(KES 500) Tj 0.6 0 0 0.6 395 712 Tm (1) Tj');
    expect(rowsOf(await read(content))[0]?.[1]?.[2]).toBe('KES 500¹');
  });

  test('signs painted twice to look bold are read once', async () => {
    expect(rowsOf(await read(`${table}\n${at(355.3, 134, 'KES 500')}`))[0]?.[1]?.[2]).toBe('KES 500');
  });

  test('what is struck through or has no ink is left out and quoted', async () => {
    const document = await read(
      [
        at(50, 100, 'The office answers every letter within one month.'),
        at(50, 130, 'Old fee: KES 100'),
        line(50, 127, 140, 127),
        at(50, 160, 'Secret fee: KES 900', { more: '3 Tr' }),
      ].join('\n'),
    );
    expect(JSON.stringify(document.blocks)).not.toMatch(/100|900/);
    expect(document.leftOut).toEqual([
      '1 passages struck through were left out: "Old fee: KES 100".',
      '1 passages that are not seen were left out: "Secret fee: KES 900".',
    ]);
  });

  test.each([
    [
      'text that runs across the line between two columns',
      table.replace('(Identity card)', '(Identity card of every applicant and witness)'),
      'text runs across the line between two columns',
    ],
    [
      'a heading that stands sideways in a narrow column',
      `${table}\n${at(455, 134, 'Free', { more: '' }).replace('1 0 0 1 455 708', '0 1 -1 0 540 704')}`,
      'some of its text stands sideways',
    ],
    [
      'columns that touch',
      [
        row(114, heads),
        row(134, ['Search of records of land in Nairobi', 'Card', 'KES 500', '2 days']),
        row(154, ['Copy', 'Letter of the chief of the area..', 'Free', '1 day']),
      ].join('\n'),
      'its columns or rows are not set apart clearly',
    ],
    [
      'rows that nothing sets apart',
      [
        row(114, heads),
        row(126, ['Search of', 'Identity card', 'KES 500', '2 days']),
        row(138, ['records', '', '', '']),
        row(150, ['Copy', 'Letter', '', '1 day']),
      ].join('\n'),
      'its columns or rows are not set apart clearly',
    ],
  ])('%s: nothing is read, and every word is kept', async (_, content, why) => {
    const workspace = await createWorkspace();
    const document = await read(content);
    expect(document.remarks).toContainEqual({
      place: 'page 1',
      text: `What looks like a table was left as lines of text, because ${why}.`,
    });
    const bytes = writePdf([
      {
        content: `${at(50, 40, 'Test Office Service Charter', { size: 18 })}\n${at(50, 60, 'Vision', { size: 14 })}\n${at(50, 75, 'To serve.')}\n${content}`,
      },
    ]);
    const report = await workspace.importText('charter.pdf', bytes, { jurisdiction: 'ke' });
    expect(report.services).toBe(0);
    expect(report.notPlaced.map(({ text }) => text).join(' ')).toMatch(/KES 500.*2 days/);
  });
});

test('a charter as PDF becomes the draft that the same table as DOCX or HTML becomes', async () => {
  const workspace = await createWorkspace();
  const content = `${at(50, 40, 'Test Office Service Charter', { size: 18 })}\n${at(50, 60, 'Services', { size: 14 })}\n${table}`;
  const pdf = await workspace.importText('charter.pdf', writePdf([{ content }]), { jurisdiction: 'ke' });
  expect(pdf).toMatchObject({ services: 2, notPlaced: [] });
  expect(await workspace.read('services', 'test-agency/search-of-records')).toMatchObject({
    name: 'Search of records',
    fees: [{ amount: 500, currency: 'KES', evidence: { sources: ['s1'] } }],
    requirements: [{ what: 'Identity card' }],
  });
});

describe('a PDF that cannot be read is refused in a sentence', () => {
  const picture = stream(
    '/Type /XObject /Subtype /Image /Width 20 /Height 20 /BitsPerComponent 8 /ColorSpace /DeviceGray',
    Buffer.alloc(400, 128),
  );
  const scanned = { objects: [picture], resources: '/XObject << /P 5 0 R >>' };
  const whole = writePdf([{ content: table }]);
  const refusals: [what: string, bytes: Buffer, limits: Partial<Limits>, told: RegExp][] = [
    [
      'a scanned one',
      writePdf([{ content: 'q 500 0 0 700 50 50 cm /P Do Q' }], scanned),
      {},
      /only pictures of it: it was scanned/,
    ],
    ['an empty one', writePdf([{ content: '' }]), {}, /holds no text\.\n/],
    ['a damaged one', whole.subarray(0, 200), {}, /is damaged/],
    ['too many pages', writePdf([{ content: table }, { content: table }]), { pages: 1 }, /has 2 pages; 1 are allowed/],
    ['too much text', whole, { characters: 20 }, /more than 20 signs/],
    [
      'one locked with a password',
      writePdf([{ content: table }], {
        trailer: `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`,
      }),
      {},
      /locked with a password/,
    ],
    [
      'a bomb of content',
      writePdf([{ content: '/X Do' }], {
        objects: [
          stream(
            '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter /FlateDecode',
            deflateSync(Buffer.alloc(400_000_000, 32)),
          ),
        ],
        resources: '/XObject << /X 5 0 R >>',
      }),
      { readingMegabytes: 200 },
      /takes too much memory to read/,
    ],
  ];

  test.each(refusals)('%s', async (_, bytes, limits, told) => {
    const workspace = await createWorkspace();
    const reading = workspace.importText('charter.pdf', bytes, {}, { limits: { ...defaultLimits, ...limits } });
    await expect(reading).rejects.toThrow(told);
    expect(await workspace.written()).toEqual([]);
  });

  test('text that a program has recognised in a picture is told of, to be compared', async () => {
    const content = `q 500 0 0 700 50 50 cm /P Do Q\n${at(50, 100, 'Fee KES 500', { more: '3 Tr' })}`;
    const { remarks } = await readBlocks('charter.pdf', writePdf([{ content }], scanned), defaultLimits);
    expect(remarks).toEqual([
      {
        place: 'page 1',
        text: 'The text of this page is not seen: a program has recognised it in a picture. Compare every figure with the paper.',
      },
    ]);
  });
});
