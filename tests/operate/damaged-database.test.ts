import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { restoreBackup } from '../../src/server/operate/backup/restore-backup.ts';
import { writeBackup } from '../../src/server/operate/backup/write-backup.ts';
import { accepted, complaintForm, openPipeline, sendForm } from '../cases/pipeline-fixture.ts';
import { temporaryFolder } from '../cases/store-under-test.ts';

test('a damaged file is replaced where that is asked for, and its log is not worked into the new one', async () => {
  const pipeline = await openPipeline();
  const { reference, secret: own } = accepted(await sendForm(pipeline.cases, complaintForm(), { language: 'en' }));
  const [all, database] = [await temporaryFolder(), pipeline.databaseFile];
  const place = { database, dataDir: await temporaryFolder(), secret: 'a secret for tests that is long enough' };
  const now = new Date('2026-03-10T12:00:00Z');
  const { folder } = await writeBackup({ folder: all, ...place, now });
  // As after a crash: a log of other pages lies beside a file that is none any more.
  const log = readFileSync(`${database}-wal`);
  await pipeline.cases.close();
  writeFileSync(database, Buffer.alloc(8192, 'damaged '));
  writeFileSync(`${database}-wal`, log);
  const options = { folder, all, ...place, now, replace: false };
  await expect(restoreBackup(options)).rejects.toMatchObject({ code: 65 });
  const { setAside } = await restoreBackup({ ...options, replace: true });
  expect(readFileSync(setAside[0] ?? '', 'utf8')).toContain('damaged');
  await pipeline.reopen();
  expect(await pipeline.cases.citizen.follow(reference, own)).toMatchObject({ reference });
});
