import { describe, expect, test } from 'vitest';
import { createWorkspace, docx, wordParagraph, wordTable, xlsx } from './import-fixture.ts';

const kenya = { jurisdiction: 'ke', name: 'Test Agency', type: 'authority' };

describe('a Word document', () => {
  test('with bold lines for headings, contacts over several lines and a passage of its own', async () => {
    const workspace = await createWorkspace();
    const document = docx(
      wordParagraph('REPUBLIC OF KENYA', true),
      wordParagraph('NATIONAL SEED AUTHORITY', true),
      wordParagraph('CITIZENS’ SERVICE CHARTER', true),
      wordParagraph('Our Vision', true),
      wordParagraph('Good seed for every farmer.'),
      wordParagraph('Mission: To test and certify seed.'),
      wordParagraph('History of the authority', true),
      wordParagraph('It was founded in a barn.'),
      wordTable([
        ['No.', 'Service', 'What you need', 'Charges (KES)', 'Time frame', 'Person responsible'],
        ['1', 'Seed test', 'Sample of 1 kg\nForm S1', '500', 'Within 14 working days', 'Head of laboratory'],
        ['2', 'Licence', 'None', 'Ksh. 2,500/= per year', 'soon', ''],
      ]),
      wordParagraph('Complaints and feedback', true),
      wordParagraph('The Managing Director'),
      wordParagraph('P.O. Box 7, Nairobi'),
      wordParagraph('Tel: 020 1234567'),
      wordParagraph('Email: md@seed.example'),
      wordParagraph('Commission on Administrative Justice, P.O. Box 20414, Nairobi'),
    );
    const report = await workspace.importText('charter.docx', document);
    expect(await workspace.read('charters', 'test-agency')).toMatchObject({
      name: 'National Seed Authority',
      type: 'authority',
      jurisdiction: 'ke',
      vision: { text: 'Good seed for every farmer.' },
      mission: { text: 'To test and certify seed.' },
      contacts: [
        {
          title: 'The Managing Director',
          address: 'P.O. Box 7, Nairobi',
          phones: [{ number: '020 1234567' }],
          emails: ['md@seed.example'],
          roles: ['complaint'],
        },
      ],
      redress: [{ contact: 'managing-director' }, { agency: 'caj-ombudsman' }],
    });
    expect(await workspace.read('services', 'test-agency/seed-test')).toMatchObject({
      requirements: [{ what: 'Sample of 1 kg' }, { what: 'Form S1' }],
      fees: [{ kind: 'fixed', amount: 500, currency: 'KES' }],
      processingTimes: [{ kind: 'fixed', max: 14, unit: 'working-days' }],
      responsible: 'Head of laboratory',
    });
    expect(await workspace.read('services', 'test-agency/licence')).toMatchObject({
      requirementsNote: 'The charter says "None".',
      fees: [{ amount: 2500, per: 'per year' }],
      processingTimes: [{ kind: 'not-stated', note: 'The charter says "soon".' }],
    });
    expect(report.notPlaced.map(({ text }) => text)).toEqual(['History of the authority', 'It was founded in a barn.']);
    expect(report.notPlaced[1]?.place).toMatch(/^paragraph \d+$/);
    expect(report.toCheck).toContainEqual({
      place: 'table 1, row 3',
      text: 'Licence: the time "soon" was not understood.',
    });
  });
});

describe('an HTML page', () => {
  test('leaves scripts, styles and pictures out, shows link addresses, and keeps what it cannot place in the body', async () => {
    const workspace = await createWorkspace();
    const html = `<!doctype html><html><head><title>x</title><style>p{}</style><script>alert(1)</script></head><body>
<h1>Kenya Seed Authority Service Charter</h1>
<h2>Core values</h2><ul><li>Honesty</li><li onclick="alert(1)">Speed;</li></ul>
<p>See our {rules} &lt;script&gt; at <a href="https://seed.example/rules">the rules page</a> or <a href="javascript:alert(1)">here</a>.</p>
<script>document.write('evil')</script><img src="https://tracker.example/x.png">
<table><tr><th>Services offered</th><th>Cost</th><th>Timeline</th></tr><tr><td>Licence<script>x()</script></td><td>Free</td><td>1 day</td></tr></table>
</body></html>`;
    const report = await workspace.importText('page.html', html, { jurisdiction: 'ke', asOf: '2025' });
    expect(await workspace.read('charters', 'test-agency')).toMatchObject({
      name: 'Kenya Seed Authority',
      coreValues: { items: ['Honesty', 'Speed'], evidence: { asOf: '2025' } },
    });
    expect(await workspace.read('services', 'test-agency/licence')).toMatchObject({
      name: 'Licence',
      fees: [{ kind: 'free' }],
    });
    expect(report.notPlaced).toEqual([
      { place: 'line 4', text: 'See our {rules} <script> at the rules page (https://seed.example/rules) or here.' },
    ]);
    expect(report.leftOut).toEqual(expect.arrayContaining(['3 scripts were left out.', '1 picture was left out.']));
  });
});

describe('Markdown', () => {
  test('with a Kiswahili table becomes a Kiswahili charter', async () => {
    const workspace = await createWorkspace();
    const markdown = `# Mkataba wa Huduma kwa Mteja\n\n## Dira\nHuduma bora.\n\n## Dhima\nKuhudumia wananchi.\n\n| huduma | mahitaji | gharama | muda |\n|---|---|---|---|\n| Leseni za biashara | TIN | Shilingi 20,000 | Siku 1 hadi 2 |\n| Kusajili vikundi | Katiba; Muhtasari | Bure | Ndani ya wiki 1 |\n`;
    await workspace.importText('mkataba.md', markdown, {
      jurisdiction: 'tz',
      name: 'Halmashauri ya Wilaya',
      type: 'county',
    });
    expect(await workspace.read('charters', 'test-agency')).toMatchObject({
      language: 'sw',
      vision: { text: 'Huduma bora.' },
      mission: { text: 'Kuhudumia wananchi.' },
    });
    expect(await workspace.read('services', 'test-agency/leseni-za-biashara')).toMatchObject({
      fees: [{ amount: 20000, currency: 'TZS' }],
      processingTimes: [{ min: 1, max: 2, unit: 'days' }],
    });
    expect(await workspace.read('services', 'test-agency/kusajili-vikundi')).toMatchObject({
      requirements: [{ what: 'Katiba' }, { what: 'Muhtasari' }],
      fees: [{ kind: 'free' }],
    });
  });

  test('with the step tables of the Philippines', async () => {
    const workspace = await createWorkspace();
    const html = `<table><tr><td>Office or Division:</td><td colspan=4>Data division</td></tr><tr><td>Classification:</td><td colspan=4>Complex</td></tr><tr><td>Type of Transaction:</td><td colspan=4>G2C - Government to Citizen</td></tr><tr><td>Who may avail:</td><td colspan=4>All</td></tr>
<tr><td colspan=2>CHECKLIST OF REQUIREMENTS</td><td colspan=3>WHERE TO SECURE</td></tr><tr><td colspan=2>Data Request Form</td><td colspan=3>Front desk</td></tr>
<tr><td>CLIENT STEPS</td><td>AGENCY ACTIONS</td><td>FEES TO BE PAID</td><td>PROCESSING TIME</td><td>PERSON RESPONSIBLE</td></tr>
<tr><td>1. Send request</td><td>1.1 Acknowledge</td><td>None</td><td>5 minutes</td><td>Analyst</td></tr><tr><td></td><td>1.2 Print</td><td>P155.00</td><td>1 hour</td><td>Clerk</td></tr>
<tr><td colspan=2>TOTAL:</td><td>P155.00</td><td>1 hour 5 minutes</td><td></td></tr></table>`;
    const report = await workspace.importText(
      'psa.md',
      `# Statistics Authority Citizen's Charter\n\n## Vision\n\nGood figures.\n\n### 1. Copy of data\n\nA copy of unpublished data.\n\n${html}\n`,
      { jurisdiction: 'ph' },
    );
    expect(report.notPlaced).toEqual([]);
    expect(await workspace.read('services', 'test-agency/copy-of-data')).toMatchObject({
      name: 'Copy of data',
      summary: 'A copy of unpublished data.',
      class: 'complex',
      audience: ['citizens'],
      eligibility: ['All'],
      responsible: 'Data division',
      requirements: [{ what: 'Data Request Form', note: 'Where to get it: Front desk' }],
      steps: [
        {
          client: 'Send request',
          agency: 'Acknowledge',
          fee: 0,
          currency: 'PHP',
          duration: { max: 5, unit: 'minutes' },
          responsible: 'Analyst',
        },
        { agency: 'Print', fee: 155, duration: { max: 1, unit: 'hours' }, responsible: 'Clerk' },
      ],
      fees: [{ kind: 'fixed', amount: 155, currency: 'PHP' }],
      processingTimes: [{ kind: 'fixed', max: 65, unit: 'minutes' }],
    });
  });
});

describe('a table of services alone', () => {
  test('as CSV, with semicolons, quotes, a group name and an unknown column', async () => {
    const workspace = await createWorkspace();
    const csv =
      'Service;Requirements;Fees;Time (days);Colour\nLand matters;;;;\nSearch of title;"Form L1\nID card";KES 500;3;green\n';
    const report = await workspace.importText('services.csv', csv, kenya);
    expect(await workspace.read('services', 'test-agency/search-of-title')).toMatchObject({
      requirements: [{ what: 'Form L1' }, { what: 'ID card' }],
      processingTimes: [{ kind: 'fixed', max: 3, unit: 'days' }],
      notes: ['In the charter under “Land matters”.', 'Colour: green'],
    });
    expect(report.toCheck.map(({ text }) => text)).toContainEqual(expect.stringContaining('columns without a field'));
  });

  test('as a workbook, with a title above the headings', async () => {
    const workspace = await createWorkspace();
    const report = await workspace.importText(
      'services.xlsx',
      xlsx('Sheet A', [['Services of 2025'], ['Service', 'Cost', 'Timeline'], ['Licence', 1000, 'Immediate']]),
      kenya,
    );
    expect(await workspace.read('services', 'test-agency/licence')).toMatchObject({
      fees: [{ amount: 1000, currency: 'KES' }],
      processingTimes: [{ max: 0, unit: 'minutes' }],
    });
    expect(report.notPlaced).toEqual([{ place: 'sheet "Sheet A", row 1', text: 'Services of 2025' }]);
  });

  test('for an agency that has a charter, cites a source of that charter and leaves the charter alone', async () => {
    const workspace = await createWorkspace();
    const csv = 'Service,Cost,Time\nHearing,Free,30 days\n';
    await expect(workspace.importText('services.csv', csv, { agencyId: 'caj-ombudsman' })).rejects.toThrow(
      /--source-id ID\. It lists now: s1/,
    );
    const report = await workspace.importText('services.csv', csv, { agencyId: 'caj-ombudsman', sourceId: 's1' });
    expect(report.written).toHaveLength(1);
    expect(await workspace.written()).toEqual(['services/caj-ombudsman/hearing.yaml']);
  });
});
