import { expect, test } from 'vitest';
import { deriveSecret } from '../../src/cases/case/secret.ts';
import { signLink } from '../../src/cases/case/signed-link.ts';
import { accepted, complaintForm, openPipeline, sendForm } from './pipeline-fixture.ts';

test('whoever has the database and not the server’s key opens no case, neither as the citizen nor as the officer', async () => {
  const { cases, query } = await openPipeline();
  const { reference, secret } = accepted(
    await sendForm(cases, complaintForm({ email: 'amina@home.example' }), { language: 'en' }),
  );
  const [row] = await query('select * from cases');
  const seed = String(row?.['secret_seed']);
  const rows = (
    await Promise.all(['cases', 'events', 'outbox'].map((table) => query(`select * from ${table}`)))
  ).flat();
  const everything = JSON.stringify(rows);
  expect(everything).toContain(seed);
  for (const form of [secret, secret.replaceAll('-', ''), secret.toLowerCase()]) expect(everything).not.toContain(form);
  // What can be tried with what is stored, and with a key that was guessed.
  const guesses = [
    seed,
    String(row?.['secret_hash']),
    deriveSecret('a guess at the key, long enough to be one', seed),
    '',
  ];
  for (const guess of guesses) {
    expect(await cases.citizen.follow(reference, guess)).toBeUndefined();
    const token = signLink({ reference, scope: 1, expires: '2026-09-06' }, { seed, secret: guess });
    expect(await cases.officer.show(token)).toEqual({ kind: 'unknown' });
  }
  // With the case's own secret it would have opened.
  expect(
    await cases.officer.show(signLink({ reference, scope: 1, expires: '2026-09-06' }, { seed, secret })),
  ).toMatchObject({
    kind: 'shown',
  });
});
