import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { attach, samplePdf } from './sample-files.ts';
import { makeOldDatabase } from './old-database.ts';
import { accepted, complaintForm, openPipeline, sendForm } from './pipeline-fixture.ts';
import { temporaryFolder } from './store-under-test.ts';

const context = { language: 'en' } as const;
const words = 'The clerk at counter seven of Kibera asked Wanjiru for tea.';
const name = 'Wanjiru wa Kamau';
const email = 'wanjiru.kamau@home.example';

/** Everything that lies in the files of a database. */
async function bytesOf(file: string): Promise<string> {
  const parts = await Promise.all(['', '-wal'].map((ending) => readFile(file + ending).catch(() => Buffer.alloc(0))));
  return Buffer.concat(parts).toString('latin1');
}

test('what a citizen erases is in the database’s files no more: first who they are, then the whole case', async () => {
  const { cases, databaseFile } = await openPipeline();
  // Others before and after it, so that pages fill and are split.
  for (let i = 0; i < 20; i++)
    accepted(await sendForm(cases, complaintForm({ wanted: `Wish ${i}. `.repeat(100) }), context));
  const form = attach(
    complaintForm({ details: words.repeat(60), name, email, shareIdentity: 'yes' }),
    Buffer.concat([samplePdf, Buffer.from(name)]),
  );
  const { reference, secret } = accepted(await sendForm(cases, form, context));
  const message = new FormData();
  for (const [field, value] of Object.entries({ action: 'message', version: '1', text: `Once more: ${words}` }))
    message.set(field, value);
  expect(await cases.citizen.act(reference, secret, message, 'en')).toMatchObject({ kind: 'done' });
  for (let i = 0; i < 20; i++)
    accepted(await sendForm(cases, complaintForm({ wanted: `Another wish ${i}. `.repeat(100) }), context));
  const before = await bytesOf(databaseFile);
  for (const told of [words, name, email]) expect(before).toContain(told);

  await cases.citizen.erase(reference, secret, 'identity');
  const nameless = await bytesOf(databaseFile);
  for (const told of [name, email]) expect(nameless).not.toContain(told);
  expect(nameless).toContain(words);

  await cases.citizen.erase(reference, secret, 'case');
  const gone = await bytesOf(databaseFile);
  for (const told of [words, 'counter seven', reference]) expect(gone).not.toContain(told);
});

test('somebody who erases a case and those who write in the meantime never wait for each other for ever', async () => {
  const { cases } = await openPipeline();
  const { reference, secret } = accepted(await sendForm(cases, complaintForm({ name }), context));
  const erased = Array.from({ length: 5 }, () => cases.citizen.erase(reference, secret, 'identity'));
  const sent = Array.from({ length: 5 }, (_, i) => sendForm(cases, complaintForm({ wanted: `Wish ${i}.` }), context));
  expect(await Promise.all(erased)).toEqual([true, true, true, true, true]);
  for (const each of await Promise.all(sent)) expect(each).toMatchObject({ ok: true });
});

test('what earlier versions deleted without overwriting it is gone once the database is opened', async () => {
  const file = `${await temporaryFolder()}/cases.sqlite`;
  const old = await makeOldDatabase(file, {
    until: '0009',
    at: '2026-03-01T09:00:00Z',
    secret: 'a secret for tests that is long enough',
  });
  for (let i = 0; i < 50; i++) await old.addCase();
  await old.close();
  const { DatabaseSync } = await import('node:sqlite');
  const db = new DatabaseSync(file);
  db.exec(
    `pragma secure_delete = off; update cases set matter = replace(matter, 'since March', '${words}'); delete from events; delete from cases;`,
  );
  db.close();
  expect(await bytesOf(file)).toContain(words);
  await openPipeline({ databaseFile: file });
  expect(await bytesOf(file)).not.toContain(words);
});
