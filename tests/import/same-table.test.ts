import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createWorkspace } from './import-fixture.ts';
import { inAllFormats, type Cell } from './table-formats.ts';

const kenya = { jurisdiction: 'ke', name: 'Test Agency', type: 'authority' };
const header = ['Service', 'Requirements', 'Cost', 'Time'];

/** Imports a table in every format and gives what was written of its services, which must be the same. */
async function services(rows: Cell[][]): Promise<{ files: Record<string, string>; told: string[] }> {
  const results = [];
  for (const [name, document] of inAllFormats(rows)) {
    const workspace = await createWorkspace();
    const report = await workspace.importText(name, document, kenya);
    const paths = (await workspace.written()).filter((path) => path.startsWith('services'));
    const files = Object.fromEntries(
      await Promise.all(
        paths.map(
          async (path) =>
            [path.split('/').at(-1) ?? '', await readFile(join(workspace.contentDir, path), 'utf8')] as const,
        ),
      ),
    );
    results.push({
      name,
      files,
      told: [...report.toCheck, ...report.notPlaced]
        .map(({ text }) => text)
        .concat(report.leftOut)
        .join('\n'),
    });
  }
  for (const { name, files } of results) expect(files, name).toEqual(results[0]?.files);
  return { files: results[0]?.files ?? {}, told: results.map(({ told }) => told) };
}

describe('the same table as HTML, Word and Excel gives the same services:', () => {
  test('cells merged downwards belong to each row', async () => {
    const { files } = await services([
      header,
      ['Licence', { runs: ['ID card'], down: 2 }, 'KES 500', { runs: ['3 days'], down: 3 }],
      ['Permit', 'KES 200'],
      ['Search', 'Form L1', { runs: ['Free'], down: 2 }],
      ['Copy', 'None', '1 day'],
    ]);
    expect(files['licence.yaml']).toMatch(/what: ID card[^]*amount: 500[^]*max: 3/);
    expect(files['permit.yaml']).toMatch(/what: ID card[^]*amount: 200[^]*max: 3/);
    expect(files['search.yaml']).toMatch(/what: Form L1[^]*kind: free[^]*max: 3/);
    expect(files['copy.yaml']).toMatch(/kind: free[^]*max: 1\n/);
  });

  test('cells merged sideways belong to each column; a row merged from end to end names a group', async () => {
    const { files } = await services([
      header,
      [{ runs: ['Land matters'], across: 4 }],
      ['Repair', 'Letter', { runs: ['As per contract'], across: 2 }],
      [{ runs: ['Search'] }, { runs: ['None'], down: 2, across: 1 }, 'KES 100', '2 days'],
      ['Survey', { runs: ['KES 300'], down: 1 }, '5 days'],
    ]);
    expect(files['repair.yaml']).toMatch(/kind: per-contract[^]*kind: per-contract[^]*Land matters/);
    expect(files['survey.yaml']).toMatch(/amount: 300[^]*max: 5/);
    expect(Object.keys(files)).toHaveLength(3);
  });

  test('a service over several rows is one, and what its further rows say is listed', async () => {
    const { files, told } = await services([
      header,
      [
        { runs: ['Passport'], down: 3 },
        'Birth certificate',
        { runs: ['KES 4,500'], down: 2 },
        { runs: ['10 days'], down: 2 },
      ],
      ['ID card'],
      ['For children: consent', 'KES 3,000', '5 days'],
      ['Visa', 'Passport', 'USD 50', '2 days'],
    ]);
    expect(Object.keys(files)).toEqual(['passport.yaml', 'visa.yaml']);
    expect(files['passport.yaml']).toMatch(/what: Birth certificate[^]*what: ID card[^]*amount: 4500/);
    for (const words of told)
      expect(words).toMatch(
        /Passport: only the first of its rows was read[^]*For children: consent \| KES 3,000 \| 5 days/,
      );
  });

  test('a raised number is a note and no digit; what is struck through is left out and told', async () => {
    const { files, told } = await services([
      header,
      [
        'Licence',
        { runs: ['ID card', { text: ', passport', as: 'struck' }] },
        { runs: ['KES 500', { text: '1', as: 'raised' }] },
        { runs: ['5', { text: '2', as: 'raised' }, ' days'] },
      ],
      [
        'Permit',
        'Plan of 10 m',
        { runs: [{ text: 'KES 900', as: 'struck' }, ' KES 300'] },
        { runs: ['within 2 days of the 1', { text: 'st', as: 'raised' }, ' visit'] },
      ],
      [{ runs: [{ text: 'Old service', as: 'struck' }] }, '', '', ''],
    ]);
    expect(files['licence.yaml']).toContain('The charter says "KES 500¹".');
    expect(files['licence.yaml']).toContain('The charter says "5² days".');
    expect(files['licence.yaml']).not.toMatch(/5001|52|passport/);
    expect(files['permit.yaml']).toMatch(/amount: 300[^]*of the 1st visit/);
    expect(Object.keys(files)).toHaveLength(2);
    for (const words of told) {
      expect(words).toMatch(
        /3 (?:struck through )?passages (?:struck through )?were left out: "[^]*passport"[^]*"KES 900"[^]*"Old service"/,
      );
      expect(words).toContain('the cost "KES 500¹" was not understood');
    }
  });
});
