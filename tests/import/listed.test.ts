import { describe, expect, test } from 'vitest';
import { reservedForServices } from '../../src/register/reserved-names.ts';
import { createWorkspace } from './import-fixture.ts';

const kenya = { jurisdiction: 'ke', name: 'Test Agency', type: 'authority' };
const listed = (list: { text: string }[]) => list.map(({ text }) => text).join('\n');

describe('what stands in no field of its own is listed', () => {
  test('a row with the name of a page of the portal gets a file name with "service" behind it', async () => {
    const workspace = await createWorkspace();
    const names = [...reservedForServices].map((name) => name.replace('-', ' '));
    const report = await workspace.importText(
      'a.csv',
      `Service,Cost,Time\n${names.map((name) => `${name},Free,1 day\n`).join('')}`,
      kenya,
    );
    expect(report.services).toBe(names.length);
    expect(await workspace.read('services', 'test-agency/information-service')).toMatchObject({ name: 'information' });
    expect(listed(report.toCheck)).toContain(
      'information: its file is called information-service, because the portal has a page of its own with the address "information".',
    );
    await expect(
      workspace.importText('a.csv', 'Service,Cost\nx,Free\n', { ...kenya, agencyId: 'search' }),
    ).rejects.toThrow(/--agency search cannot be used[^]*search-office/);
  });

  test('an edition of the 31st of June has no date and says so', async () => {
    const workspace = await createWorkspace();
    const report = await workspace.importText(
      'a.md',
      '# Seed Authority Charter\n\nRevised 31st June 2019\n\n## Vision\n\nx\n',
      kenya,
    );
    const charter = await workspace.read('charters', 'test-agency');
    expect(charter).toMatchObject({ edition: 'Revised 31st June 2019' });
    expect(charter.evidence.asOf).toBeUndefined();
    expect(charter.sources[0]?.publishedOn).toBeUndefined();
    expect(listed(report.toCheck)).toContain('The date in "Revised 31st June 2019" was not understood.');
  });

  test('numbers that count something stay in names and steps; numbers of lists go', async () => {
    const workspace = await createWorkspace();
    const steps =
      '| CLIENT STEPS | AGENCY ACTIONS | FEES | PROCESSING TIME |\n|-|-|-|-|\n| 2 copies are handed in | 1.1 Stamp | None | 5 minutes |\n| 1. Wait | 3 officers sign | P20 | 1:30 hours |\n';
    const report = await workspace.importText('a.md', `# Charter\n\n## Vision\n\nx\n\n### 3 month permit\n\n${steps}`, {
      ...kenya,
      jurisdiction: 'ph',
    });
    expect(await workspace.read('services', 'test-agency/3-month-permit')).toMatchObject({
      name: '3 month permit',
      steps: [
        { client: '2 copies are handed in', agency: 'Stamp', duration: { max: 5 } },
        { client: 'Wait', agency: '3 officers sign', fee: 20 },
      ],
    });
    expect(listed(report.toCheck)).toContain('the time "1:30 hours" was not understood');
  });

  test('a contact without a name has that of its heading, and keeps its post box', async () => {
    const workspace = await createWorkspace();
    const text =
      "# Charter\n\n## Contact us\n\nTel: (020) 2220002, Email: o'brien@agency.go.ke\n\n- P. O. Box 40112, Nairobi\n";
    await workspace.importText('a.md', text, kenya);
    expect((await workspace.read('charters', 'test-agency')).contacts).toMatchObject([
      {
        title: 'Contact us',
        phones: [{ number: '020 2220002' }],
        emails: ["o'brien@agency.go.ke"],
        address: 'P. O. Box 40112, Nairobi',
      },
    ]);
  });
});
