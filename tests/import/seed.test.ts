import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { formatReport } from '../../src/import/report.ts';
import { runImport } from '../../src/import/run-import.ts';
import { createWorkspace, seed } from './import-fixture.ts';

const options = { agencyId: 'oag-doj-ict', sourceKind: 'official-document' as const };

describe('the charter of the ICT department in its original form', () => {
  test('gives every part of the charter in its own field and leaves nothing over', async () => {
    const workspace = await createWorkspace();
    const report = await runImport({ file: seed, options, contentDir: workspace.contentDir, today: '2026-02-01' });
    expect(report).toMatchObject({ services: 9, notPlaced: [] });
    const charter = await workspace.read('charters', 'oag-doj-ict');
    expect(charter).toMatchObject({
      name: 'Information Communications Technology (ICT) Department',
      parent: 'Office of the Attorney-General and Department of Justice',
      type: 'department',
      jurisdiction: 'ke',
      edition: 'Revised July, 2019',
      website: 'https://www.statelaw.go.ke',
    });
    expect(charter.vision?.text).toMatch(/^To be an efficient and effective .* \(OAG & DOJ\)\.$/);
    expect(charter.mission?.text).toMatch(/^To provide ICT support services and enhance/);
    expect(charter.pledge?.text).toMatch(/^This charter is a declaration of our commitment/);
    expect(charter.noExtraPayment?.text).toContain('corruption free zone');
    expect(charter.coreFunctions?.items).toEqual([
      'End-user technical support services',
      'Capacity building on ICT',
      'Support management of ICT resources',
      'Leadership in automation of services',
      'Technical advice on acquisition of ICT resources',
      'Coordinate online service delivery through use of emerging technologies',
    ]);
    expect(charter.coreValues?.items).toEqual([
      'Professionalism',
      'Confidentiality',
      'Efficiency and effectiveness',
      'Transparency and accountability',
      'Integrity',
      'Teamwork',
      'Innovation',
      'Courtesy',
    ]);
    expect(charter.standards.map(({ metric }) => metric)).toEqual([
      'Quality service',
      'Timely resolution of ICT related problems',
      'Focus on results',
    ]);
    expect(charter.customerObligations?.items).toHaveLength(6);
    expect(charter.customerObligations?.evidence).toMatchObject({
      sources: ['s1'],
      asOf: '2019-07',
      verification: 'official-document',
    });
    expect(charter.sources).toEqual([
      expect.objectContaining({
        id: 's1',
        publishedOn: '2019-07',
        readOn: '2026-02-01',
        note: expect.stringContaining('© 2019'),
      }),
    ]);
  });

  test('gives both places to complain: the department’s own, and the Ombudsman by his own charter', async () => {
    const workspace = await createWorkspace();
    await runImport({ file: seed, options, contentDir: workspace.contentDir, today: '2026-02-01' });
    const { contacts, redress } = await workspace.read('charters', 'oag-doj-ict');
    expect(contacts).toHaveLength(1);
    expect(contacts[0]).toMatchObject({
      id: 'solicitor-general',
      title: 'The Solicitor-General/Accounting Officer',
      emails: ['ag@ag.go.ke', 'info@ag.go.ke'],
    });
    expect(contacts[0]?.phones.map(({ number }) => number)).toEqual([
      '+254 20 2227461',
      '+254 20 2251355',
      '+254 700 072 929',
      '+254 732 529995',
    ]);
    expect(contacts[0]?.address).toMatch(/Sheria House, Harambee Avenue, P\. O\. Box: 40112, 00200, Nairobi$/);
    expect(redress.map(({ contact, agency }) => contact ?? agency)).toEqual(['solicitor-general', 'caj-ombudsman']);
    expect(redress[1]?.note).toContain('complain@ombudsman.go.ke');
  });

  test('gives the nine services as they are shipped: same files, names, requirements, costs and times', async () => {
    const { contentDir, takeShipped } = await createWorkspace();
    await takeShipped('oag-doj-ict');
    const report = await runImport({ file: seed, options, contentDir, today: '2026-02-01', dryRun: true });
    const services = report.files.filter(({ path }) => path.includes('services'));
    expect(services).toHaveLength(9);
    for (const { comparison, path } of services) {
      expect(comparison, path).toMatchObject({ differing: [], onlyImported: [] });
      expect(new Set(comparison?.onlyHere.map((field) => field.split('.')[0])), path).not.toContain('fees');
    }
  });

  test('reads continuous services and costs by contract', async () => {
    const workspace = await createWorkspace();
    await runImport({ file: seed, options, contentDir: workspace.contentDir, today: '2026-02-01' });
    const upload = await workspace.read('services', 'oag-doj-ict/uploading-of-website-materials');
    expect(upload.requirements.map(({ what }) => what)).toEqual(['Content', 'Necessary approvals']);
    expect(upload.processingTimes[0]?.kind).toBe('continuous');
    const maintenance = await workspace.read('services', 'oag-doj-ict/servicing-and-maintenance-of-ict-equipment');
    expect(maintenance.fees[0]).toMatchObject({ kind: 'per-contract', note: 'The charter says "As per contract".' });
  });

  test('lists the difference from the shipped content and touches none of it', async () => {
    const { contentDir, takeShipped } = await createWorkspace();
    await takeShipped('oag-doj-ict');
    const path = `${contentDir}/charters/oag-doj-ict.mdx`;
    const before = await readFile(path, 'utf8');
    const report = await runImport({ file: seed, options, contentDir, today: '2026-02-01' });
    expect(report.written).toEqual([]);
    const text = formatReport(report);
    expect(text).toContain('here      ICT Department, Office of the Attorney-General');
    expect(text).toContain('imported  Information Communications Technology (ICT) Department');
    expect(text).toContain('Nothing was written: 10 of these files exist');
    expect(await readFile(path, 'utf8')).toBe(before);
  });
});
