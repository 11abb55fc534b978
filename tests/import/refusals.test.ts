import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../src/import/limits.ts';
import { createWorkspace, docx, seed, wordParagraph, xlsx } from './import-fixture.ts';

const kenya = { jurisdiction: 'ke', name: 'Test Agency' };
const table = 'Service,Cost,Time\nLicence,Free,1 day\n';

/** A zip archive with one part that unpacks to `size` bytes and claims to unpack to `claimed`. */
function bomb(size: number, claimed: number): Buffer {
  const data = deflateRawSync(Buffer.alloc(size, 'a'));
  const whole = docx(wordParagraph('x'));
  const name = Buffer.from('word/document.xml');
  const local = Buffer.alloc(30);
  local.write('PK\u0003\u0004', 'latin1');
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.write('PK\u0001\u0002', 'latin1');
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(crc32(Buffer.alloc(size, 'a')), 16);
  entry.writeUInt32LE(data.length, 20);
  entry.writeUInt32LE(claimed, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.from(whole.subarray(-22));
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + name.length + data.length, 16);
  return Buffer.concat([local, name, data, entry, name, end]);
}

describe('a document that cannot be used is refused in one sentence, and nothing is written', () => {
  const good = docx(wordParagraph('Vision'), wordParagraph('x'));
  const cases: [what: string, name: string, document: string | Buffer, says: RegExp][] = [
    ['empty', 'a.docx', '', /a\.docx is empty/],
    ['blank', 'a.md', ' \n ', /a\.md is empty/],
    ['too large', 'a.md', Buffer.alloc(11_000_000, 'a'), /11\.0 MB; 10 MB are allowed/],
    ['cut off', 'a.docx', good.subarray(0, good.length - 30), /damaged/],
    ['a zip with a changed byte', 'a.docx', Buffer.from(good).fill('X', 700, 720), /damaged/],
    ['text in the name of a document', 'a.docx', 'Vision', /not a DOCX file, or it is damaged/],
    [
      'a workbook in the name of a document',
      'a.docx',
      xlsx('s', [
        ['Service', 'Cost'],
        ['x', 'Free'],
      ]),
      /contains XLSX/,
    ],
    ['a PDF without anything in it', 'a.pdf', '%PDF-1.7', /is damaged: it cannot be read as a PDF/],
    ['a PDF in the name of a document', 'a.docx', '%PDF-1.7', /contains PDF/],
    ['an old Word file', 'a.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /old Word or Excel file/],
    ['binary', 'a.txt', Buffer.from([1, 0, 2, 0]), /not a text file/],
    ['not UTF-8', 'a.csv', Buffer.from('Service,Cost\nLic\xe9nce,Free', 'latin1'), /UTF-8/],
    ['a zip bomb that tells its size', 'a.docx', bomb(80_000_000, 80_000_000), /unpacks to more than is allowed/],
    ['a zip bomb that lies about its size', 'a.docx', bomb(80_000_000, 1000), /unpacks to more than is allowed/],
    ['XML entities', 'a.docx', docx('<!DOCTYPE x [<!ENTITY a "b">]>'), /declares XML entities/],
    [
      'a formula in CSV',
      'a.csv',
      `${table}"=cmd|' /C calc'!A0",Free,1 day\n`,
      /line 3: the cell "=cmd\|' \/C calc'!A0" is a formula/,
    ],
    [
      'a formula in a workbook',
      'a.xlsx',
      xlsx('s', [
        ['Service', 'Cost'],
        ['=HYPERLINK(x)', 'Free'],
      ]),
      /sheet "s", row 2[\s\S]*formula/,
    ],
    ['an open quotation mark', 'a.csv', 'Service,Cost\n"Licence,Free\n', /not valid CSV/],
    ['too many cells', 'a.csv', `Service,Cost\n${'x,Free\n'.repeat(26_000)}`, /cells in tables; 50000 are allowed/],
    ['nothing of a charter', 'a.md', '# Lunch\n\nSoup and bread.\n', /Nothing that a charter consists of/],
    ['deep nesting', 'a.html', `<!doctype html><body>${'<div>'.repeat(60_000)}x`, /cannot be read|takes/],
  ];

  test.each(cases)('%s', async (_, name, document, says) => {
    const workspace = await createWorkspace();
    await expect(workspace.importText(name, document, kenya)).rejects.toThrow(says);
    expect(await workspace.written()).toEqual([]);
  });

  test('a document that takes too long to read', async () => {
    const workspace = await createWorkspace();
    const limits = { ...defaultLimits, readingMs: 1 };
    await expect(workspace.importText('a.csv', table, kenya, { limits })).rejects.toThrow(
      /takes longer than 0\.001 seconds/,
    );
    expect(await workspace.written()).toEqual([]);
  });

  test('what the document and the options do not say, and options that cannot be', async () => {
    const workspace = await createWorkspace();
    const attempt = (options: object) => workspace.importText('a.csv', table, options);
    await expect(attempt({ jurisdiction: 'ke' })).rejects.toThrow(/--name "Name of the agency"/);
    await expect(attempt({ name: 'X' })).rejects.toThrow(/--jurisdiction ID, with one of .*ke/);
    await expect(attempt({ ...kenya, jurisdiction: 'xx' })).rejects.toThrow(/There is no jurisdiction "xx"/);
    await expect(attempt({ ...kenya, type: 'club' })).rejects.toThrow(/--type "club" is not a known kind/);
    await expect(attempt({ ...kenya, agencyId: '../evil' })).rejects.toThrow(/--agency "\.\.\/evil" cannot be used/);
    await expect(attempt({ ...kenya, sourceUrl: 'javascript:alert(1)' })).rejects.toThrow(/--source-url/);
    expect(await workspace.written()).toEqual([]);
  });
});

describe('files that exist', () => {
  test('are compared and left alone; one changed field keeps the whole import from being written', async () => {
    const workspace = await createWorkspace();
    await workspace.importText('a.csv', table, kenya);
    const service = join(workspace.contentDir, 'services/test-agency/licence.yaml');
    const officers = (await readFile(service, 'utf8')).replace('max: 1', 'max: 2');
    await writeFile(service, officers);
    const report = await workspace.importText(
      'a.md',
      `## Vision\n\nMore.\n\n| Service | Cost | Time |\n|-|-|-|\n| Licence | Free | 1 day |\n| Permit | Free | 1 day |\n`,
      kenya,
    );
    expect(report.refusal).toMatch(/Nothing was written: 2 of these files exist/);
    expect(report.files.find(({ path }) => path.endsWith('licence.yaml'))?.comparison?.differing).toContainEqual({
      field: 'processingTimes.0.max',
      here: '2',
      imported: '1',
    });
    expect(await readFile(service, 'utf8')).toBe(officers);
    expect(await workspace.written()).toEqual(['charters/test-agency.mdx', 'services/test-agency/licence.yaml']);
  });

  test('are replaced only where --force names them, or the import goes elsewhere', async () => {
    const workspace = await createWorkspace();
    const document = (time: string) =>
      `## Vision\n\nx\n\n| Service | Cost | Time |\n|-|-|-|\n| Licence | Free | ${time} |\n`;
    await workspace.importText('a.md', document('1 day'), kenya);
    const report = await workspace.importText('a.md', document('4 days'), kenya, {
      force: ['content/services/test-agency'],
    });
    expect(report.written).toHaveLength(1);
    expect(await workspace.read('services', 'test-agency/licence')).toMatchObject({ processingTimes: [{ max: 4 }] });
    await expect(
      workspace.importText('a.md', document('5 days'), kenya, { force: ['services/other'] }),
    ).rejects.toThrow(/names no file/);
    const elsewhere = join(workspace.folder, 'draft');
    expect((await workspace.importText('a.md', document('5 days'), kenya, { outDir: elsewhere })).written).toHaveLength(
      2,
    );
    expect(await readFile(join(elsewhere, 'services/test-agency/licence.yaml'), 'utf8')).toContain('max: 5');
    expect(await workspace.read('services', 'test-agency/licence')).toMatchObject({ processingTimes: [{ max: 4 }] });
  });

  test('importing the same document twice changes nothing, and a dry run writes nothing', async () => {
    const workspace = await createWorkspace();
    expect((await workspace.importText('a.csv', table, kenya, { dryRun: true })).written).toEqual([]);
    expect(await workspace.written()).toEqual([]);
    await workspace.importText('a.md', `## Vision\n\nx\n`, kenya);
    const again = await workspace.importText('a.md', `## Vision\n\nx\n`, kenya);
    expect(again).toMatchObject({ written: [] });
    expect(again.refusal).toBeUndefined();
  });
});

describe('npm run import', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [resolve(import.meta.dirname, '../../src/entry/import.ts'), ...args], {
      encoding: 'utf8',
    });

  test('writes into the folder named and ends with 0', async () => {
    const workspace = await createWorkspace();
    const { status, stdout } = run(
      seed,
      '--agency',
      'oag-doj-ict',
      '--content',
      workspace.contentDir,
      '--type',
      'department',
    );
    expect(stdout).toMatch(/9 services, 0 passages not placed/);
    expect(status).toBe(0);
    expect(await workspace.written()).toHaveLength(10);
  });

  test('ends with 1 and says what to do when it cannot', () => {
    for (const args of [
      [],
      [seed],
      [seed, '--agency', 'x', '--colour', 'red'],
      ['missing.md', '--agency', 'x'],
      [seed, '--agency', 'x', '--source-kind', 'rumour'],
    ]) {
      const { status, stderr } = run(...args);
      expect(status).toBe(1);
      expect(stderr).toMatch(/--agency|There is no file|--source-kind/);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  });
});
