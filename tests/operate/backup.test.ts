import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { restoreBackup, type RestoreOptions } from '../../src/server/operate/backup/restore-backup.ts';
import { dropBackupsBefore, listBackups, writeBackup } from '../../src/server/operate/backup/write-backup.ts';
import { accepted, complaintForm, openPipeline, sendForm, type Pipeline } from '../cases/pipeline-fixture.ts';
import { attach, samplePdf } from '../cases/sample-files.ts';
import { storeUnderTest, temporaryFolder } from '../cases/store-under-test.ts';

const secret = 'a secret for tests that is long enough';
const passphrase = 'four words and a number 7';
const [noon, evening] = [new Date('2026-03-10T12:00:00Z'), new Date('2026-03-10T20:00:00Z')];
const who = { name: 'Amina Otieno', email: 'amina@home.example' };

interface Keys {
  reference: string;
  secret: string;
}

async function send({ cases }: Pipeline, fields: Record<string, string> = {}): Promise<Keys> {
  return accepted(await sendForm(cases, attach(complaintForm({ ...who, ...fields }), samplePdf), { language: 'en' }));
}

/** A portal with a place for its backups, and what its operator does. */
async function portal() {
  const pipeline = await openPipeline();
  const [all, dataDir] = [await temporaryFolder(), await temporaryFolder()];
  const place = { database: pipeline.databaseFile, dataDir, secret };
  return {
    pipeline,
    all,
    dataDir,
    backUp: (options: { now?: Date; passphrase?: string } = {}) =>
      writeBackup({ folder: all, ...place, now: noon, ...options }),
    async restore(options: Partial<RestoreOptions> = {}) {
      const folder = options.folder ?? join(all, (await listBackups(all)).at(-1) ?? '');
      return restoreBackup({ ...place, all, replace: false, now: evening, ...options, folder });
    },
  };
}

test('a backup made while the portal runs brings every case back, with its files, into an empty place', async () => {
  const { pipeline, all, dataDir, backUp, restore } = await portal();
  writeFileSync(join(dataDir, 'feedback.jsonl'), '{"q":"water"}\n{"q":"half a li');
  const [first, sent] = [
    await send(pipeline),
    await send(pipeline, { details: 'Another matter, and a long one too.' }),
  ];
  const { folder, manifest } = await backUp({ passphrase });
  expect(manifest.tables).toMatchObject({ cases: { rows: 2 }, attachments: { rows: 2 } });
  for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).mode & 0o077, file).toBe(0);
  expect(readdirSync(all).sort()).toEqual(['2026-03-10T12-00-00', 'erasures.jsonl']);
  await pipeline.cases.close();

  const [database, elsewhere] = [await storeUnderTest().create(), await temporaryFolder()];
  await restore({ database, dataDir: elsewhere, secret: undefined, passphrase });
  const key = readFileSync(join(elsewhere, 'secret'), 'utf8');
  expect(readFileSync(join(elsewhere, 'feedback.jsonl'), 'utf8')).toBe('{"q":"water"}\n');
  const { cases } = await openPipeline({ databaseFile: database, secret: key });
  for (const { reference, secret: own } of [first, sent])
    expect(await cases.citizen.follow(reference, own)).toMatchObject({ reference });
  expect((await cases.citizen.file(first.reference, first.secret, 1))?.content.length).toBeGreaterThan(0);
});

test('what was erased since the backup is erased again, and the rest is there', async () => {
  const { pipeline, backUp, restore } = await portal();
  const [gone, nameless, kept] = [await send(pipeline), await send(pipeline), await send(pipeline)];
  await backUp();
  await pipeline.cases.citizen.erase(gone.reference, gone.secret, 'case');
  await pipeline.cases.citizen.erase(nameless.reference, nameless.secret, 'identity');
  await pipeline.cases.close();
  expect(await restore()).toMatchObject({ erased: { cases: 1, identities: 1 } });
  await pipeline.reopen();
  const { citizen } = pipeline.cases;
  expect(await citizen.follow(gone.reference, gone.secret)).toBeUndefined();
  expect(JSON.stringify(await citizen.export(nameless.reference, nameless.secret))).not.toContain(who.name);
  expect(JSON.stringify(await citizen.export(kept.reference, kept.secret))).toContain(who.name);
});

test('an earlier backup learns what was erased before a later one, even where the database is lost', async () => {
  const { pipeline, backUp, restore } = await portal();
  const gone = await send(pipeline);
  const { folder } = await backUp();
  await pipeline.cases.citizen.erase(gone.reference, gone.secret, 'case');
  await backUp({ now: evening });
  const database = await storeUnderTest().create();
  expect(await restore({ folder, database })).toMatchObject({ erased: { cases: 1 } });
  const { cases } = await openPipeline({ databaseFile: database });
  expect(await cases.citizen.follow(gone.reference, gone.secret)).toBeUndefined();
});

test('a backup that is made amid submissions holds each case whole or not at all', async () => {
  const { pipeline, backUp, restore } = await portal();
  const sent = Array.from({ length: 12 }, (_, i) => send(pipeline, { details: `Matter ${i} of a busy morning.` }));
  const backups = backUp();
  await Promise.all([...sent, backups]);
  const { manifest } = await backups;
  const [cases, events] = [manifest.tables['cases']?.rows ?? 0, manifest.tables['events']?.rows ?? 0];
  expect(events).toBe(cases);
  expect(manifest.tables['attachments']?.rows).toBe(cases);
  const database = await storeUnderTest().create();
  await restore({ database });
});

test('the list of what was erased leads to nobody', async () => {
  const { pipeline, all, backUp } = await portal();
  const gone = await send(pipeline);
  const [row] = await pipeline.query('select id from cases');
  await pipeline.cases.citizen.erase(gone.reference, gone.secret, 'case');
  await backUp();
  const list = readFileSync(join(all, 'erasures.jsonl'), 'utf8');
  expect(list).toMatch(/^\{"case_hash":"[0-9a-f]{64}","what":"case","day":"2026-03-10"\}\n$/);
  for (const told of [String(row?.['id']), gone.reference]) expect(list).not.toContain(told);
});

test('nothing is put back while the portal runs, or over cases that the backup does not know', async () => {
  const { pipeline, backUp, restore } = await portal();
  const before = await send(pipeline);
  await backUp();
  pipeline.passTime(4 * 60 * 60 * 1000);
  const after = await send(pipeline);
  await expect(restore()).rejects.toMatchObject({ code: 75, message: expect.stringContaining('Stop it') as string });
  await pipeline.cases.close();
  await expect(restore()).rejects.toMatchObject({
    code: 65,
    message: expect.stringContaining('holds 1 cases') as string,
  });
  await pipeline.reopen();
  expect(await pipeline.cases.citizen.follow(after.reference, after.secret)).toBeDefined();
  await pipeline.cases.close();
  await restore({ replace: true });
  await pipeline.reopen();
  expect(await pipeline.cases.citizen.follow(before.reference, before.secret)).toBeDefined();
  expect(await pipeline.cases.citizen.follow(after.reference, after.secret)).toBeUndefined();
});

test('a backup in which a byte has changed, or a file ends early, is refused and nothing has changed', async () => {
  const { pipeline, backUp, restore } = await portal();
  const sent = await send(pipeline);
  const { folder } = await backUp();
  await pipeline.cases.close();
  const file = join(folder, 'cases.jsonl.gz');
  const whole = readFileSync(file);
  for (const broken of [whole.subarray(0, -12), Buffer.from(whole).fill(0, 30, 31), Buffer.alloc(0)]) {
    writeFileSync(file, broken);
    await expect(restore()).rejects.toMatchObject({ code: 65, message: expect.stringContaining('damaged') as string });
  }
  await pipeline.reopen();
  expect(await pipeline.cases.citizen.follow(sent.reference, sent.secret)).toBeDefined();
});

test('the key comes back only to whoever knows the passphrase, and another key is not overwritten', async () => {
  const { pipeline, dataDir, backUp, restore } = await portal();
  await send(pipeline);
  const { folder } = await backUp({ passphrase });
  await pipeline.cases.close();
  const text = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('');
  expect(text).not.toContain(secret);
  await expect(restore({ secret: undefined })).rejects.toMatchObject({ code: 78 });
  await expect(restore({ secret: undefined, passphrase: 'a wrong one, but long' })).rejects.toMatchObject({ code: 65 });
  const other = 'another key that is long enough for it';
  await expect(restore({ secret: other, passphrase })).rejects.toMatchObject({ code: 65 });
  await restore({ secret: other, passphrase, replace: true });
  expect(readFileSync(join(dataDir, 'secret'), 'utf8')).toBe(secret);
});

test('a backup from before what is remembered of erasures is not put back', async () => {
  const { pipeline, backUp, restore } = await portal();
  await backUp();
  await pipeline.cases.close();
  await expect(restore({ now: new Date('2029-03-11T12:00:00Z') })).rejects.toMatchObject({ code: 65 });
});

test('backups that are too old are thrown away, and none that is not finished is taken for one', async () => {
  const { all, backUp } = await portal();
  await backUp();
  await backUp({ now: evening });
  await expect(backUp({ now: evening })).rejects.toMatchObject({ code: 75 });
  expect(await dropBackupsBefore(all, new Date('2026-03-10T13:00:00Z'))).toBe(1);
  expect(await listBackups(all)).toEqual(['2026-03-10T20-00-00']);
});
