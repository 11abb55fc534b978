import { expect, test } from 'vitest';
import { createTries, type Tries } from '../../src/cases/abuse/tries.ts';
import { createReference } from '../../src/cases/case/reference.ts';
import { accepted, complaintForm, openPipeline, sendForm } from './pipeline-fixture.ts';

function counter() {
  let now = Date.parse('2026-03-10T09:00:00Z');
  const tries = createTries({ clock: () => new Date(now) });
  return { tries, passTime: (ms: number) => void (now += ms) };
}

/** Fails at a door, and says whether it was let in to do so. */
function fail(tries: Tries, door: string, address: string): boolean {
  const admitted = tries.admit(door, address);
  if (admitted.ok) admitted.ended(false);
  return admitted.ok;
}

test('of 300 wrong secrets from one address a few are looked at, and after a quarter of an hour the address may try again', () => {
  const { tries, passTime } = counter();
  const answers = Array.from({ length: 300 }, () => fail(tries, 'K7M2-9QXF', '203.0.113.7'));
  expect(answers.filter(Boolean)).toHaveLength(5);
  passTime(15 * 60_000);
  expect(fail(tries, 'K7M2-9QXF', '203.0.113.7')).toBe(true);
});

test('many at once are not all let in while none has failed yet', () => {
  const { tries } = counter();
  expect(
    Array.from({ length: 300 }, () => tries.admit('K7M2-9QXF', '203.0.113.7')).filter(({ ok }) => ok),
  ).toHaveLength(5);
});

test('one visitor cannot go from case to case, nor from address to address of their own network', () => {
  const { tries } = counter();
  expect(Array.from({ length: 300 }, (_, i) => fail(tries, `case ${i}`, '203.0.113.7')).filter(Boolean)).toHaveLength(
    30,
  );
  expect(
    Array.from({ length: 300 }, (_, i) => fail(tries, 'K7M2-9QXF', `2001:db8:0:1::${i.toString(16)}`)).filter(Boolean),
  ).toHaveLength(5);
});

test('a stranger with a thousand addresses cannot lock the citizen out', () => {
  const { tries } = counter();
  for (let i = 0; i < 1000; i++) fail(tries, 'K7M2-9QXF', `198.51.${i >> 8}.${i & 255}`);
  // Whoever failed there once waits by now; who has not, does not.
  expect(fail(tries, 'K7M2-9QXF', '198.51.0.1')).toBe(false);
  const citizen = tries.admit('K7M2-9QXF', '203.0.113.9');
  expect(citizen.ok).toBe(true);
  if (citizen.ok) citizen.ended(true);
  for (let i = 0; i < 50; i++) {
    const again = tries.admit('K7M2-9QXF', '203.0.113.9');
    expect(again.ok).toBe(true);
    if (again.ok) again.ended(true);
  }
});

test('whoever has to wait is told so before anything is looked up, whether or not there is such a case', async () => {
  const { cases } = await openPipeline();
  const { reference, secret } = accepted(await sendForm(cases, complaintForm(), { language: 'en' }));
  const unknown = createReference();
  for (const door of [reference, unknown]) {
    let looked = 0;
    const knock = (written: string, address: string, key: string) =>
      cases.knock(written, address, () => {
        looked++;
        return cases.citizen.follow(written, key);
      });
    for (let i = 0; i < 20; i++)
      await knock(i % 2 ? door : door.toLowerCase().replace('-', ''), '203.0.113.7', 'A'.repeat(27));
    expect(looked).toBe(5);
    // The right secret too has to wait there: the answer must not tell that it was right.
    expect(await knock(door, '203.0.113.7', secret)).toMatchObject({ kind: 'later' });
    expect(looked).toBe(5);
  }
  expect(await cases.knock(reference, '203.0.113.9', () => cases.citizen.follow(reference, secret))).toMatchObject({
    kind: 'tried',
    value: { reference },
  });
});

test('a store that fails is nobody’s wrong secret', async () => {
  const { cases } = await openPipeline();
  const { reference, secret } = accepted(await sendForm(cases, complaintForm(), { language: 'en' }));
  const broken = (): Promise<never> => Promise.reject(new Error('the store is away'));
  for (let i = 0; i < 10; i++) await expect(cases.knock(reference, '203.0.113.7', broken)).rejects.toThrow('away');
  expect(await cases.knock(reference, '203.0.113.7', () => cases.citizen.follow(reference, secret))).toMatchObject({
    kind: 'tried',
    value: { reference },
  });
});
