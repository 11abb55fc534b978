import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { isMap, parse, type Document, type Scalar } from 'yaml';
import { migrateContent } from '../../src/own-content/migrate-content.ts';
import { migrations } from '../../src/own-content/migrations.ts';
import { loadRegister } from '../../src/register/load.ts';
import { CONTENT_SCHEMA } from '../../src/schemas/portal.ts';
import { contentOf } from '../register/fixtures.ts';

let dir: string;
const read = (file: string): string => readFileSync(join(dir, file), 'utf8');
function write(file: string, text: string): void {
  mkdirSync(dirname(join(dir, file)), { recursive: true });
  writeFileSync(join(dir, file), text);
}

/** A repository as it was before content lay apart from code. */
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'opencharter-migrate-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  cpSync(contentOf('sound'), join(dir, 'content'), { recursive: true });
  write('admin/officers.yaml', '# Ours.\nofficers: []\n');
  write('admin/index.html', '<p>');
  write('public/media/water/map.png', 'a map');
});

test('officers and uploads of before come under content/, and the version is noted', async () => {
  const report = await migrateContent(dir);
  expect(report).toEqual({
    from: 1,
    to: CONTENT_SCHEMA,
    moved: [
      { from: 'admin/officers.yaml', to: 'content/officers.yaml' },
      { from: 'public/media', to: 'content/media' },
    ],
    changed: [{ file: 'content/portal/portal.yaml', field: 'schema', from: undefined, to: CONTENT_SCHEMA }],
  });
  expect(read('content/officers.yaml')).toBe('# Ours.\nofficers: []\n');
  expect(read('content/media/water/map.png')).toBe('a map');
  expect([existsSync(join(dir, 'public')), existsSync(join(dir, 'admin/index.html'))]).toEqual([false, true]);
  expect((await loadRegister(join(dir, 'content'))).portal.schema).toBe(CONTENT_SCHEMA);
});

test('a second time there is nothing to do', async () => {
  await migrateContent(dir);
  const once = read('content/portal/portal.yaml');
  expect(await migrateContent(dir)).toMatchObject({ from: CONTENT_SCHEMA, to: CONTENT_SCHEMA, moved: [], changed: [] });
  expect(read('content/portal/portal.yaml')).toBe(once);
});

test('a dry run says the same and touches nothing', async () => {
  const before = read('content/portal/portal.yaml');
  const report = await migrateContent(dir, { dryRun: true });
  expect([report.moved.length, report.changed.length]).toEqual([2, 1]);
  expect(read('content/portal/portal.yaml')).toBe(before);
  expect([existsSync(join(dir, 'admin/officers.yaml')), existsSync(join(dir, 'content/media'))]).toEqual([true, false]);
});

test('the one review of an information law becomes the first of the doors after a refusal, its translations with it', async () => {
  const file = 'content/jurisdictions/zz.yaml';
  write(
    file,
    [
      'informationLaw:',
      '  review: # read in 2025',
      '    forum: Ombudsman',
      '    agency: ombudsman',
      'translations:',
      '  - field: informationLaw.review.forum',
      '    text: Mchunguzi',
      '',
    ].join('\n'),
  );
  await migrateContent(dir);
  expect(parse(read(file))).toEqual({
    informationLaw: {
      remedies: [{ forum: 'Ombudsman', agency: 'ombudsman', kind: 'commission', runsFrom: ['refusal', 'silence'] }],
    },
    translations: [{ field: 'informationLaw.remedies.0.forum', text: 'Mchunguzi' }],
  });
});

test('what must be published becomes a list of duties with their sections, its translations with it', async () => {
  const file = 'content/jurisdictions/zz.yaml';
  const evidence = { sources: ['s1'], verification: 'law', note: 'Start only.' };
  const data = {
    informationLaw: { proactive: { items: ['Its functions (s.2(3)(a))', 'Its policies'], evidence } },
    translations: [
      { field: 'informationLaw.proactive.items.1', text: 'Sera zake' },
      { field: 'informationLaw.proactive.evidence.note', text: 'Mwanzo tu.' },
    ],
  };
  write(file, JSON.stringify(data));
  await migrateContent(dir);
  const duty = { wordingRead: false, evidence };
  expect(parse(read(file))).toEqual({
    informationLaw: {
      proactive: [
        { id: 'duty-1', section: 's.2(3)(a)', says: 'Its functions (s.2(3)(a))', ...duty },
        { id: 'duty-2', section: 'not stated', says: 'Its policies', ...duty },
      ],
    },
    translations: [
      { field: 'informationLaw.proactive.1.says', text: 'Sera zake' },
      { field: 'informationLaw.proactive.0.evidence.note', text: 'Mwanzo tu.' },
    ],
  });
});

test('a field that is called otherwise is renamed in its place: comments, order and the lines around it stay', async () => {
  const file = 'content/services/water/connection.yaml';
  const text =
    '# Reviewed in May.\nname: Connection # as on the wall\nfee:\n  amount: 1500 # since 2024\nnotes: [a, b]\n';
  write(file, text);
  write('content/services/water/other.yaml', 'name: Other\n');
  const rename = {
    to: CONTENT_SCHEMA + 1,
    edit: (collection: string, { contents }: Document) => {
      if (collection !== 'services' || !isMap<Scalar>(contents)) return;
      for (const { key } of contents.items) if (key.value === 'fee') key.value = 'price';
    },
  };
  const { changed } = await migrateContent(dir, { migrations: [...migrations, rename] });
  expect(changed.filter((change) => change.file === file)).toEqual([
    { file, field: 'fee', from: { amount: 1500 }, to: undefined },
    { file, field: 'price', from: undefined, to: { amount: 1500 } },
  ]);
  expect(read(file)).toBe(
    '# Reviewed in May.\nname: Connection # as on the wall\nprice:\n  amount: 1500 # since 2024\nnotes: [a, b]\n',
  );
  expect(read('content/services/water/other.yaml')).toBe('name: Other\n');
});

test('nothing is changed where something is in the way, a file cannot be read, or the content is newer', async () => {
  write('content/officers.yaml', 'officers: []\n');
  await expect(migrateContent(dir)).rejects.toThrow(
    'admin/officers.yaml is to be content/officers.yaml, and both are there',
  );
  expect(existsSync(join(dir, 'public/media'))).toBe(true);
  write('content/portal/portal.yaml', 'name: [');
  await expect(migrateContent(dir)).rejects.toThrow(
    /nothing was changed\. Mend it first:\n\ncontent\/portal\/portal\.yaml/,
  );
  write('content/portal/portal.yaml', 'schema: 99\n');
  await expect(migrateContent(dir)).rejects.toThrow('Update the code: git pull && npm ci.');
});

test('each change of the version brings its migration', () => {
  expect(migrations.map(({ to }) => to)).toEqual(Array.from({ length: CONTENT_SCHEMA - 1 }, (_, at) => at + 2));
});
