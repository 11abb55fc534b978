import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/database/open-database.ts';
import { readSettings } from '../../src/server/settings.ts';
import { bounceOf } from './bounce-mail.ts';
import { accepted, complaintForm, openPipeline, sendForm } from './pipeline-fixture.ts';
import { temporaryFolder } from './store-under-test.ts';
import { childEnvironment } from '../child-environment.ts';

/** What a command reads is a small country's: the shipped content takes seconds to read, and more as it grows. */
const smallContent = resolve(import.meta.dirname, '..', 'register', 'fixtures', 'sound');

const command = (entry: string, env: Record<string, string>, words: string[] = [], input = '') =>
  spawnSync(process.execPath, [`src/entry/${entry}.ts`, ...words], {
    env: childEnvironment({ OPENCHARTER_CONTENT: smallContent, ...env }),
    input,
    encoding: 'utf8',
  });

test('the command lists what waits, makes it due, and leaves to a person what is no bounce of ours', async () => {
  const { cases, databaseFile } = await openPipeline();
  const { reference } = accepted(
    await sendForm(cases, complaintForm({ email: 'amina@home.example' }), { language: 'en' }),
  );
  await cases.rounds.drain();
  const run = (input: string, ...words: string[]) =>
    command('outbox', { OPENCHARTER_DATA_DIR: dirname(databaseFile) }, words, input);
  const listed = run('');
  expect(listed.stdout).toMatch(new RegExp(`^waiting .*${reference}  submission .*to officer .*last: `, 'm'));
  expect(listed.stdout).toMatch(new RegExp(`^waiting .*${reference}  acknowledgement .*to citizen `, 'm'));
  expect(listed.stdout).toMatch(/^2 waiting or failed$/m);
  expect(run('', 'resend', reference)).toMatchObject({ status: 0, stdout: '2 to be sent.\n' });
  expect(run('', '--everything')).toMatchObject({ status: 64 });
  expect(run('Subject: Out of office\r\n\r\nBack on Monday.', 'bounce')).toMatchObject({ status: 65 });
});

test('a bounce that comes while the database is locked is for later: the mail server keeps it and tries again', async () => {
  const { databaseFile, cases } = await openPipeline();
  await cases.close();
  const other = new DatabaseSync(databaseFile);
  other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
  const ran = command(
    'outbox',
    { OPENCHARTER_DATA_DIR: dirname(databaseFile) },
    ['bounce'],
    bounceOf('<x@y.example>', 'a@b.example'),
  );
  other.close();
  expect(ran).toMatchObject({ status: 75, stdout: '' });
  expect(ran.stderr).toBe(
    `The case database ${databaseFile} is locked by another program, such as one that copies it. Try again when that has ended.\n`,
  );
});

test('a slip in a command proves no whole body, and asks no whole country', async () => {
  const { databaseFile, cases } = await openPipeline();
  await cases.close();
  const run = (...words: string[]) => command('addresses', { OPENCHARTER_DATA_DIR: dirname(databaseFile) }, words);
  expect(run('prove', 'water', '--note', 'rang them')).toMatchObject({
    status: 64,
    stderr: '"water" is a body. Name one address to prove.\n',
  });
  expect(run('ask', 'xx')).toMatchObject({
    status: 64,
    stderr: '"xx" is a country. Name an address or a body to ask.\n',
  });
  expect(run('list', 'water').stdout).not.toMatch(/^(?:asked|proved)/m);
});

test('commands make no database: they say where they looked, and read the settings of the portal', async () => {
  const folder = await temporaryFolder();
  for (const entry of ['outbox', 'addresses']) {
    const missing = command(entry, { OPENCHARTER_DATA_DIR: join(folder, 'data') });
    expect(missing).toMatchObject({ status: 78, stdout: '' });
    expect(missing.stderr).toContain(`There is no case database at ${join(folder, 'data', 'cases.sqlite')}.`);
  }
  expect(existsSync(join(folder, 'data'))).toBe(false);
  const { databaseFile } = await openPipeline();
  const file = join(folder, 'portal.env');
  writeFileSync(
    file,
    `OPENCHARTER_DATA_DIR="${dirname(databaseFile)}"\nSITE_URL=https://charters.example\nSMTP_HOST=\n`,
  );
  expect(command('outbox', { OPENCHARTER_ENV_FILE: file })).toMatchObject({
    status: 0,
    stdout: '0 waiting or failed\n',
  });
  const lost = command('outbox', { OPENCHARTER_ENV_FILE: join(folder, 'none.env') });
  expect([lost.status, lost.stderr]).toEqual([78, expect.stringContaining('none.env cannot be read (ENOENT)')]);
});

test('a damaged database, a newer one and a folder that cannot be made each say what they are, and nothing spins', async () => {
  const folder = await temporaryFolder();
  writeFileSync(join(folder, 'damaged.sqlite'), 'This is no database. '.repeat(500));
  await expect(openDatabase(join(folder, 'damaged.sqlite'))).rejects.toThrow(
    /damaged or no database\. Stop the portal, .* latest backup/,
  );
  const db = await openDatabase(join(folder, 'newer.sqlite'));
  await db.destroy();
  const newer = new DatabaseSync(join(folder, 'newer.sqlite'));
  newer.exec("insert into kysely_migration (name, timestamp) values ('9999-of-tomorrow', '2030-01-01')");
  newer.close();
  await expect(openDatabase(join(folder, 'newer.sqlite'))).rejects.toThrow(
    'was written by a newer version of the portal. Update the program',
  );
  for (const OPENCHARTER_DATA_DIR of ['/proc/none/data', join(folder, 'damaged.sqlite', 'data')]) {
    expect(() => readSettings({ OPENCHARTER_DATA_DIR }, folder)).toThrow(
      /^The folder .* cannot be made \((?:ENOENT|ENOTDIR|EEXIST)\)\. Name another one/,
    );
  }
  expect(command('start', { OPENCHARTER_DATA_DIR: '/proc/none/data' }, ['--no-build'])).toMatchObject({ status: 73 });
});

test('whatever the umask, cases and key are for their owner alone, and a file that others could read is closed to them', async () => {
  const folder = await temporaryFolder();
  const before = process.umask(0o022);
  try {
    const { dataDir, database } = readSettings({ OPENCHARTER_DATA_DIR: join(folder, 'new', 'data') }, folder);
    const db = await openDatabase(database);
    const rights = (path: string): number => statSync(path).mode & 0o777;
    expect([dataDir, dirname(dataDir)].map(rights)).toEqual([0o700, 0o700]);
    expect([database, `${database}-wal`, `${database}-shm`, join(dataDir, 'secret')].map(rights)).toEqual([
      0o600, 0o600, 0o600, 0o600,
    ]);
    await db.destroy();
    chmodSync(database, 0o644);
    await (await openDatabase(database)).destroy();
    expect(rights(database)).toBe(0o600);
  } finally {
    process.umask(before);
  }
});
