import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/database/open-database.ts';
import { restoreBackup } from '../../src/server/operate/backup/restore-backup.ts';
import { checkCases } from '../../src/server/operate/doctor/check-cases.ts';
import { writeBackup } from '../../src/server/operate/backup/write-backup.ts';
import { makeOldDatabase } from '../cases/old-database.ts';
import { testOnPostgres } from '../cases/on-postgres.ts';
import { storeUnderTest, temporaryFolder } from '../cases/store-under-test.ts';

const secret = 'a secret for tests that is long enough';

/* The same tests as on SQLite, and the way from one to the other. */
testOnPostgres(async () => {
  await import('./backup.test.ts');

  test('a backup of an earlier version’s SQLite file is brought up to date inside PostgreSQL', async () => {
    const [file, folder, dataDir] = [
      join(await temporaryFolder(), 'cases.sqlite'),
      await temporaryFolder(),
      await temporaryFolder(),
    ];
    const old = await makeOldDatabase(file, { until: '0009', at: '2026-03-01T09:00:00Z', secret });
    const id = await old.addCase();
    await old.close();
    const place = { dataDir, secret, now: new Date('2026-03-10T12:00:00Z') };
    const made = await writeBackup({ folder, database: file, ...place });
    expect(made.manifest.migration).toBe('0008-address-proofs');
    const database = await storeUnderTest().create();
    await restoreBackup({ folder: made.folder, all: folder, database, ...place, replace: false });
    const db = await openDatabase(database);
    expect(await db.selectFrom('cases').select('id').execute()).toEqual([{ id }]);
    await db.destroy();
    const found = await checkCases(database, new Date());
    expect(found.map(({ state }) => state)).toEqual(['ok', 'ok', 'ok']);
    expect(found[1]?.says).toContain('as that of the database');
  });
});
