import { describe, expect, test } from 'vitest';
import type { ImportReport } from '../../src/import/report.ts';
import { createWorkspace, docxWith, wordParagraph, wordTable, xlsxWith, type Workspace } from './import-fixture.ts';

const kenya = { jurisdiction: 'ke', name: 'Test Agency', type: 'authority' };
const head = '<tr><th>Service</th><th>Requirements</th><th>Cost</th><th>Time</th></tr>';
const told = ({ toCheck, notPlaced, leftOut }: ImportReport) =>
  [...toCheck, ...notPlaced]
    .map(({ place, text }) => `${place}: ${text}`)
    .concat(leftOut)
    .join('\n');

async function imported(
  name: string,
  document: string | Buffer,
): Promise<{ report: ImportReport; workspace: Workspace }> {
  const workspace = await createWorkspace();
  return { report: await workspace.importText(name, document, kenya), workspace };
}

describe('HTML', () => {
  test('is read in the encoding that it declares, and only so', async () => {
    const page = (meta: string) =>
      `<html><head>${meta}</head><body><table>${head}<tr><td>Café licence – “A”</td><td>None</td><td>Free</td><td>1 day</td></tr></table></body></html>`;
    const bytes = (text: string) =>
      Buffer.from(text.replace('é', '\xe9').replace('–', '\x96').replace('“', '\x93').replace('”', '\x94'), 'latin1');
    const metas = [
      '<meta charset="windows-1252">',
      "<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'>",
    ];
    for (const meta of metas) {
      const { workspace } = await imported('a.html', bytes(page(meta)));
      expect(await workspace.read('services', 'test-agency/cafe-licence-a')).toMatchObject({
        name: 'Café licence – “A”',
      });
    }
    await expect(imported('a.html', bytes(page('<!-- <meta charset="windows-1252"> -->')))).rejects.toThrow(
      /not text in UTF-8/,
    );
    await expect(imported('a.html', bytes(page('<meta charset="utf-8">')))).rejects.toThrow(/not text in UTF-8/);
    await expect(imported('a.html', bytes(page('<meta charset="klingon">')))).rejects.toThrow(
      /encoding is "klingon", which is not known/,
    );
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(page('<meta charset="utf-16">'), 'utf16le')]);
    expect((await imported('a.html', utf16)).report.services).toBe(1);
  });

  test('what a style hides or strikes is left out and told; tables within cells keep their words apart', async () => {
    const { report, workspace } = await imported(
      'a.html',
      `<!doctype html><html><head><style>.c3{text-decoration:line-through} td span.up { vertical-align: super } @media print { .keep { display: none } } .gone { display:none }</style></head><body><table>${head}
<tr><td>Licence</td><td>Form<table><tr><td>A</td><td>B</td></tr><tr><td>C</td><td>D</td></tr></table>then<ul><li>ID</li><li>Photo</li></ul></td><td class="keep"><span class="c3">KES 900</span> KES 300</td><td>2 days<span hidden>30 days</span></td></tr>
<tr><td>Permit<br>of use</td><td><input type="checkbox" checked>Plan</td><td>KES 500<span style="vertical-align:super">1</span></td><td><i style="display:none">9</i>5 days</td></tr>
<tr class="gone"><td>Old</td><td>x</td><td>Free</td><td>1 day</td></tr></table></body></html>`,
    );
    expect(await workspace.read('services', 'test-agency/licence')).toMatchObject({
      requirements: [
        { what: 'Form' },
        { what: 'A | B' },
        { what: 'C | D' },
        { what: 'then' },
        { what: 'ID' },
        { what: 'Photo' },
      ],
      fees: [{ amount: 300 }],
      processingTimes: [{ max: 2 }],
    });
    expect(await workspace.read('services', 'test-agency/permit-of-use')).toMatchObject({
      requirements: [{ what: '☒ Plan' }],
      fees: [{ kind: 'not-stated', note: 'The charter says "KES 500¹".' }],
      processingTimes: [{ max: 5 }],
    });
    expect(report.services).toBe(2);
    expect(told(report)).toMatch(
      /1 struck through passage was left out: "KES 900" \(line 2\)\.\n3 hidden passages were left out: "30 days" \(line 2\), "9" \(line 3\), "Old x Free 1 day"/,
    );
    expect(told(report)).toContain('such as "td span.up"');
  });

  test('a table that only arranges the page is opened, and addresses behind words are shown', async () => {
    const { report, workspace } = await imported(
      'a.html',
      `<!doctype html><html><body><table><tr><td>Menu</td><td><font><table>${head}<tr><td>Licence</td><td>None</td><td>Free</td><td>1 day</td></tr></table></font></td></tr></table>
<h2>Contact us</h2><p>The Director, P.O. Box 1, <a href="mailto:info@agency.example?subject=x">write</a>, <a href="tel:+254202220002">ring</a></p></body></html>`,
    );
    expect(report.services).toBe(1);
    expect((await workspace.read('charters', 'test-agency')).contacts).toMatchObject([
      { emails: ['info@agency.example'], address: expect.stringContaining('+254202220002') },
    ]);
  });
});

describe('a Word document', () => {
  const run = (text: string, properties = '') =>
    `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`;
  const cell = (...runs: string[]) => `<w:tc><w:p>${runs.join('')}</w:p></w:tc>`;

  test('words that are struck, hidden, deleted or beside the text are told; those in fields, boxes and insertions are read', async () => {
    const document = docxWith(
      {
        'word/styles.xml':
          '<w:styles><w:style w:type="character" w:styleId="Old"><w:name w:val="Old"/><w:rPr><w:strike/></w:rPr></w:style><w:style w:type="character" w:styleId="Older"><w:name w:val="Older"/><w:basedOn w:val="Old"/></w:style><w:style w:type="character" w:styleId="Note"><w:name w:val="Note"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>',
        'word/comments.xml':
          '<w:comments><w:comment w:id="1"><w:p><w:r><w:t>Ask the lawyer</w:t></w:r></w:p></w:comment></w:comments>',
        'word/header1.xml': '<w:hdr><w:p><w:r><w:t>DRAFT of 2019</w:t></w:r></w:p></w:hdr>',
      },
      '<w:tbl>',
      ...[['Service', 'Requirements', 'Cost', 'Time']].map(
        (row) => `<w:tr>${row.map((text) => cell(run(text))).join('')}</w:tr>`,
      ),
      `<w:tr>${cell(run('Licence'))}${cell(run('ID'), run(', passport', '<w:rStyle w:val="Older"/>'))}${cell(run('KES 500'), run('1', '<w:rStyle w:val="Note"/>'))}${cell(
        '<w:del w:id="3"><w:r><w:delText>9</w:delText></w:r></w:del><w:ins w:id="4">',
        run('5'),
        '</w:ins>',
        run(' days'),
      )}</w:tr>`,
      `<w:tr><w:trPr><w:del w:id="5"/></w:trPr>${cell(run('Gone'))}${cell(run('x'))}${cell(run('Free'))}${cell(run('1 day'))}</w:tr>`,
      `<w:tr>${cell('<w:fldSimple w:instr="DOCPROPERTY x">', run('Permit'), '</w:fldSimple>')}${cell(run('Plan'), run('secret', '<w:vanish/>'))}${cell(
        run('KES 300', '<w:strike w:val="0"/>'),
      )}${cell(run('2 days'))}</w:tr>`,
      '</w:tbl>',
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${wordParagraph('Vision: Good seed.')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>`,
    );
    const { report, workspace } = await imported('a.docx', document);
    expect(await workspace.read('services', 'test-agency/licence')).toMatchObject({
      requirements: [{ what: 'ID' }],
      fees: [{ kind: 'not-stated', note: 'The charter says "KES 500¹".' }],
      processingTimes: [{ max: 5, unit: 'days' }],
    });
    expect(await workspace.read('services', 'test-agency/permit')).toMatchObject({
      requirements: [{ what: 'Plan' }],
      fees: [{ amount: 300 }],
    });
    expect((await workspace.read('charters', 'test-agency')).vision?.text).toBe('Good seed.');
    expect(report.services).toBe(2);
    for (const words of [
      '1 passages struck through were left out: ", passport"',
      '1 hidden passages were left out: "secret"',
      'deleted with changes tracked were left out: "9", "Gone x Free 1 day"',
      '1 comments were left out: "Ask the lawyer"',
      '1 headers or footers were left out: "DRAFT of 2019"',
      '1 insertions with changes tracked were read',
      '1 text boxes were read',
    ])
      expect(told(report)).toContain(words);
  });

  test('a row that begins after a column keeps its columns', async () => {
    const table = wordTable([
      ['Service', 'Requirements', 'Cost', 'Time'],
      ['Licence', 'ID', 'Free', '1 day'],
    ]).replace(
      '</w:tbl>',
      `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell(run('Photo'))}${cell()}${cell()}</w:tr></w:tbl>`,
    );
    const { workspace } = await imported('a.docx', docxWith({}, table));
    expect(await workspace.read('services', 'test-agency/licence')).toMatchObject({
      requirements: [{ what: 'ID' }, { what: 'Photo' }],
    });
  });
});

describe('an Excel workbook', () => {
  const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="170" formatCode="&quot;KES&quot;\\ #,##0.00"/><numFmt numFmtId="171" formatCode="0&quot; days&quot;"/><numFmt numFmtId="172" formatCode="#\\ ?/?"/></numFmts><fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf numFmtId="9"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="14"/><xf fontId="1"/><xf numFmtId="172"/></cellXfs></styleSheet>`;
  const text = (value: string, style = 0) => `<c s="${style}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const number = (value: number, style: number) => `<c s="${style}"><v>${value}</v></c>`;
  const error = (value: string) => `<c t="e"><v>${value}</v></c>`;
  const row = (...cells: string[]) => `<row>${cells.join('')}</row>`;
  const header = row(text('Service'), text('Requirements'), text('Cost'), text('Time'));

  test('numbers are read as they are shown, errors and formulas without a result are listed', async () => {
    const content = `<sheetData>${[
      header,
      row(text('Levy'), text('ID'), number(0.05, 1), number(5, 3)),
      row(text('Licence'), text('ID'), number(1500, 2), number(45692, 4)),
      row(text('Permit'), error('#REF!'), error('#N/A'), error('#VALUE!')),
      row(error('#NAME?'), error('#REF!'), error('#REF!'), error('#REF!')),
      row(error('#DIV/0!'), text(''), text(''), text('')),
      row(text('Share'), text('ID'), number(0.5, 6), '<c><f>A1+1</f></c>'),
    ].join('')}</sheetData>`;
    const { report, workspace } = await imported('a.xlsx', xlsxWith('A', content, { 'xl/styles.xml': styles }));
    expect(await workspace.read('services', 'test-agency/levy')).toMatchObject({
      fees: [{ kind: 'formula', formula: '5%' }],
      processingTimes: [{ max: 5, unit: 'days' }],
    });
    expect(await workspace.read('services', 'test-agency/licence')).toMatchObject({
      fees: [{ amount: 1500, currency: 'KES' }],
      processingTimes: [{ kind: 'not-stated', note: 'The charter says "2025-02-04".' }],
    });
    expect(await workspace.read('services', 'test-agency/permit')).toMatchObject({
      requirementsNote: 'The charter says "#REF!".',
      fees: [{ kind: 'not-stated', note: 'The charter says "#N/A".' }],
      processingTimes: [{ kind: 'not-stated' }],
    });
    expect(await workspace.read('services', 'test-agency/share')).toMatchObject({
      fees: [{ kind: 'not-stated' }],
      processingTimes: [{ kind: 'not-stated' }],
    });
    expect(report.services).toBe(4);
    expect(report.notPlaced.map(({ place }) => place)).toEqual(['sheet "A", row 5', 'sheet "A", row 6']);
    expect(told(report)).toMatch(
      /row 3: Cell \S+ holds the day 2025-02-04[^]*row 7: Cell \S+ holds a formula without its result/,
    );
  });

  test('hidden rows and columns and struck cells are left out and told', async () => {
    const content = `<cols><col min="3" max="3" hidden="1"/></cols><sheetData>${[
      row(text('Service'), text('Requirements'), text('Secret'), text('Cost'), text('Time')),
      row(text('Licence'), text('ID'), text('internal'), text('KES 500', 5), text('1 day')),
      row(text('Old'), text('ID'), text(''), text('Free'), text('1 day')).replace('<row>', '<row hidden="1">'),
    ].join('')}</sheetData>`;
    const { report, workspace } = await imported('a.xlsx', xlsxWith('A', content, { 'xl/styles.xml': styles }));
    expect(await workspace.read('services', 'test-agency/licence')).toMatchObject({
      fees: [{ kind: 'not-stated' }],
      processingTimes: [{ max: 1 }],
    });
    expect(report.services).toBe(1);
    expect(told(report)).toMatch(
      /left out: "KES 500"[^]*hidden columns were left out: [^]*"internal"[^]*"Old \| ID \| Free \| 1 day"/,
    );
  });
});
