import { expect, test } from 'vitest';
import { testRegister } from '../register-fixture.ts';
import { openDatabase } from '../../../src/database/open-database.ts';
import { accepted, complaintForm, openPipeline, story, sendForm } from '../pipeline-fixture.ts';
import { attach, samplePdf } from '../sample-files.ts';

const MONTH_MS = 31 * 24 * 60 * 60 * 1000;
const who = { name: 'Amina Otieno', email: 'amina@home.example', phone: '0712 345 678' };

function form(fields: Record<string, string | number>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, String(value));
  return data;
}

test('a citizen takes along all that is stored, and nobody else does', async () => {
  const { cases } = await openPipeline();
  const { reference, secret } = accepted(await sendForm(cases, complaintForm(who), { language: 'en' }));
  await cases.citizen.act(reference, secret, form({ action: 'message', version: 1, text: 'One more thing.' }), 'en');
  const data = JSON.stringify(await cases.citizen.export(reference, secret));
  for (const detail of [story, 'One more thing.', ...Object.values(who)]) expect(data).toContain(detail);
  expect(data).not.toContain(secret);
  expect(await cases.citizen.export(reference, 'wrong')).toBeUndefined();
});

/**
 * Columns that tell nothing about the case: keys, hashes, the state of sending, and the files' own bytes, which the
 * case page gives.
 */
const INTERNAL = new Set(
  `id case_id agency turn secret_seed secret_hash submission_key created_at due_at deferrals attempts claimed_by claimed_until look_at
  content`.split(/\s+/),
);

/** The values in a stored cell, those of JSON one by one. */
function valuesIn(cell: unknown): unknown[] {
  if (typeof cell === 'string' && /^[[{]/.test(cell)) return valuesIn(JSON.parse(cell));
  return typeof cell === 'object' && cell !== null
    ? Object.values(cell).flatMap(valuesIn)
    : cell === null
      ? []
      : [cell];
}

test('the export holds everything that is stored about the case, whatever table holds it', async () => {
  const { cases, query, databaseFile } = await openPipeline();
  const sent = attach(
    complaintForm({ ...who, wanted: 'My water.', shareIdentity: 'yes', service: 'new-connection' }),
    samplePdf,
  );
  const { reference, secret } = accepted(await sendForm(cases, sent, { language: 'en' }));
  await cases.citizen.act(reference, secret, form({ action: 'message', version: 1, text: 'One more thing.' }), 'en');
  await cases.citizen.act(reference, secret, form({ action: 'withdraw', version: 2, text: 'It is done.' }), 'en');
  const exported = valuesIn(await cases.citizen.export(reference, secret)).map(String);
  const db = await openDatabase(databaseFile);
  const tables = (await db.introspection.getTables()).filter(({ columns }) =>
    columns.some(({ name }) => name === 'case_id'),
  );
  await db.destroy();
  for (const table of ['cases', ...tables.map(({ name }) => name)]) {
    for (const row of await query(`select * from ${table}`)) {
      for (const [column, cell] of Object.entries(row)) {
        if (INTERNAL.has(column)) continue;
        for (const value of valuesIn(cell))
          expect({
            table,
            column,
            value,
            exported: exported.some((item) => item.includes(String(value))),
          }).toMatchObject({ exported: true });
      }
    }
  }
});

test('who the citizen is can be erased; the case goes on without them', async () => {
  const { cases, query } = await openPipeline();
  const { reference, secret } = accepted(
    await sendForm(cases, complaintForm({ ...who, shareIdentity: 'yes' }), { language: 'en' }),
  );
  expect(await cases.citizen.erase(reference, 'wrong', 'identity')).toBe(false);
  expect(await cases.citizen.erase(reference, secret, 'identity')).toBe(true);
  expect(await cases.citizen.follow(reference, secret)).toMatchObject({ identity: 'none', resolution: 'open' });
  const stored = JSON.stringify([await query('select * from cases'), await query('select * from events')]);
  for (const detail of Object.values(who)) expect(stored).not.toContain(detail);
});

test('an erased case leaves bare events and nothing that leads back to it', async () => {
  const { cases, query, count } = await openPipeline();
  const { reference, secret } = accepted(await sendForm(cases, complaintForm(who), { language: 'en' }));
  await cases.citizen.act(reference, secret, form({ action: 'message', version: 1, text: 'One more thing.' }), 'en');
  const [row] = await query('select id from cases');
  expect(await cases.citizen.erase(reference, secret, 'case')).toBe(true);
  expect(await cases.citizen.follow(reference, secret)).toBeUndefined();
  for (const table of ['cases', 'events', 'outbox', 'case_words', 'case_clocks'])
    expect([table, await count(table)]).toEqual([table, 0]);
  const past = JSON.stringify(await query('select * from past_events'));
  expect(past).toContain('"kind":"received"');
  for (const detail of [reference, String(row?.['id']), story, 'One more thing.', ...Object.values(who)])
    expect(past).not.toContain(detail);
});

test('closed cases are deleted when their country has kept them long enough; open ones never', async () => {
  const register = testRegister(({ jurisdictions }) => {
    const country = jurisdictions.get('xx');
    if (country) country.data.retentionMonths = 6;
  });
  const { cases, passTime, count } = await openPipeline({ register: () => Promise.resolve(register) });
  const closed = accepted(await sendForm(cases, complaintForm(), { language: 'en' }));
  const open = accepted(await sendForm(cases, complaintForm({ wanted: 'Another' }), { language: 'en' }));
  await cases.citizen.act(closed.reference, closed.secret, form({ action: 'withdraw', version: 1 }), 'en');
  passTime(5 * MONTH_MS);
  expect(await cases.rounds.deleteOld()).toBe(0);
  passTime(2 * MONTH_MS);
  expect(await cases.rounds.deleteOld()).toBe(1);
  expect(await cases.citizen.follow(closed.reference, closed.secret)).toBeUndefined();
  expect(await cases.citizen.follow(open.reference, open.secret)).toMatchObject({ resolution: 'open', keptMonths: 6 });
  expect(await count('past_events')).toBe(2);
});
