import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { createGuard, defaultLimits, type Guard, type Verdict } from '../../src/cases/abuse/guard.ts';
import { createIntakeRate } from '../../src/cases/abuse/intake-rate.ts';
import { bitsFor, bitsOf, challengeOf, PROOF_BITS, proofField } from '../../src/cases/abuse/proof-challenge.ts';
import { isProof } from '../../src/cases/abuse/verify-proof.ts';
import { createWaitingKey, readWaitingKey } from '../../src/cases/abuse/waiting-key.ts';
import { sha256After } from '../../src/components/submission/waiting/sha256-after.ts';
import { checkPage, complaintForm, openPipeline, story } from './pipeline-fixture.ts';

const secret = 'a secret for tests that is long enough';
const morning = new Date('2026-03-10T09:00:00Z');
const MINUTE_MS = 60_000;
/** Easy enough for a test to find one in a moment. */
const EASY_BITS = 8;

/** Finds a proof as the browser does. */
function findProof(key: string, bits: number, from = 0): string {
  const hash = sha256After(challengeOf(key));
  for (let number = from; ; number++) if (Math.clz32(hash(String(number))) >= bits) return String(number);
}

const easyKey = (): string =>
  createWaitingKey(secret, { notBefore: new Date(morning.getTime() + 20_000), bits: EASY_BITS });

/** Makes a guard that holds up whatever comes. */
const strictGuard = (clock: () => Date = () => morning): Guard =>
  createGuard({ secret, clock, rate: { ...createIntakeRate(), takeEasily: () => 1 } });

test('the browser’s hash is SHA-256', () => {
  const ascii = fc.string({
    unit: fc.integer({ min: 0, max: 127 }).map((code) => String.fromCharCode(code)),
    maxLength: 55,
  });
  const block = fc.string({
    unit: fc.integer({ min: 0, max: 127 }).map((code) => String.fromCharCode(code)),
    minLength: 64,
    maxLength: 64,
  });
  fc.assert(
    fc.property(block, ascii, (first, rest) => {
      expect(sha256After(first)(rest)).toBe(
        createHash('sha256')
          .update(first + rest)
          .digest()
          .readUInt32BE(0),
      );
    }),
  );
});

test('a proof lets a held submission in at once, for one submission and one only', () => {
  const guard = strictGuard();
  const key = easyKey();
  expect(guard.admit({ submission: 'a', formKey: key })).toMatchObject({ ok: false, kind: 'wait', formKey: key });
  const proof = findProof(key, EASY_BITS);
  expect(guard.admit({ submission: 'a', formKey: key, proof })).toEqual({ ok: true });
  // A second tap is the same submission; other words need a key and a proof of their own.
  expect(guard.admit({ submission: 'a', formKey: key, proof })).toEqual({ ok: true });
  const another = guard.admit({ submission: 'b', formKey: key, proof: findProof(key, EASY_BITS, Number(proof) + 1) });
  expect(another).toMatchObject({ ok: false, kind: 'wait' });
  expect(another).not.toMatchObject({ formKey: key });
});

test('only what has enough zero bits is a proof, whatever is sent', () => {
  const key = easyKey();
  const hash = (text: string): string =>
    BigInt(`0x1${createHash('sha256').update(text).digest('hex')}`)
      .toString(2)
      .slice(1);
  const anything = fc.oneof(
    fc.nat().map(String),
    fc.string(),
    fc.constantFrom('', '-1', '1e3', ' 1', '1\n', '١', '9'.repeat(400)),
  );
  fc.assert(
    fc.property(anything, fc.integer({ min: 0, max: 32 }), (proof, bits) => {
      const genuine =
        /^\d{1,15}$/.test(proof) &&
        !hash(challengeOf(key) + proof)
          .slice(0, bits)
          .includes('1');
      expect(isProof(key, proof, bits)).toBe(genuine);
    }),
    { numRuns: 2000 },
  );
});

test('a key that was made, changed or kept by somebody else is worth nothing, with or without proof', () => {
  const key = createWaitingKey(secret, { notBefore: morning, bits: PROOF_BITS.max });
  expect(key).toMatch(/^[\w-]{16,64}$/);
  expect(readWaitingKey(secret, key, morning)).toEqual({ notBefore: morning, bits: PROOF_BITS.max });
  expect(readWaitingKey('another secret for tests, long enough', key, morning)).toBeUndefined();
  expect(readWaitingKey(secret, 'a-key-of-this-visitor', morning)).toBeUndefined();
  // An easier task and an earlier time are both under the signature.
  expect(readWaitingKey(secret, key.replace('-22-', '-01-'), morning)).toBeUndefined();
  expect(readWaitingKey(secret, key.replace(/^wait-./, 'wait-1'), morning)).toBeUndefined();
  fc.assert(
    fc.property(fc.nat({ max: key.length - 1 }), fc.constantFrom(...'0aZ_-'), (place, character) => {
      const changed = key.slice(0, place) + character + key.slice(place + 1);
      expect(readWaitingKey(secret, changed, morning) === undefined).toBe(changed !== key);
      if (changed !== key)
        expect(strictGuard().admit({ submission: 'a', formKey: changed, proof: '1' })).toMatchObject({ ok: false });
    }),
  );
});

test('a key serves for a quarter of an hour, so that nobody lays up a store of them', () => {
  const key = createWaitingKey(secret, { notBefore: morning, bits: EASY_BITS });
  const after = (minutes: number): Date => new Date(morning.getTime() + minutes * MINUTE_MS);
  expect(strictGuard(() => after(14)).admit({ submission: 'a', formKey: key })).toEqual({ ok: true });
  const late = strictGuard(() => after(16)).admit({ submission: 'a', formKey: key, proof: findProof(key, EASY_BITS) });
  expect(late).toMatchObject({ ok: false, kind: 'wait' });
});

test('the further one goes beyond what comes easily, the harder it gets, up to what the wait would be', () => {
  const guard = createGuard({ secret, clock: () => morning });
  const bitsOfHeld = (verdict: Verdict): number[] =>
    verdict.ok || verdict.kind === 'later' ? [] : [bitsOf(verdict.formKey)];
  const send = (address: string, number: number): Verdict =>
    guard.admit({ address, submission: `${address} ${number}`, formKey: '' });
  const asked = Array.from({ length: 60 }, (_, i) => bitsOfHeld(send('192.0.2.1', i))).flat();
  expect(asked).toEqual(asked.toSorted((a, b) => a - b));
  expect([asked.at(0), asked.at(-1)]).toEqual([PROOF_BITS.min, PROOF_BITS.max]);
  // Whoever else is held up is not made to pay for it.
  const others = Array.from({ length: 10 }, (_, i) => bitsOfHeld(send('198.51.100.1', i))).flat();
  expect(others.at(0)).toBe(PROOF_BITS.min);
});

test('a flood from everywhere makes it harder for everybody', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }), (a, b) => {
      const [less, more] = [bitsFor(Math.min(a, b)), bitsFor(Math.max(a, b))];
      expect(less).toBeLessThanOrEqual(more);
      expect(less).toBeGreaterThanOrEqual(PROOF_BITS.min);
      expect(more).toBeLessThanOrEqual(PROOF_BITS.max);
    }),
  );
  const guard = createGuard({ secret, clock: () => morning, rate: createIntakeRate({ perSecond: 10 }) });
  const verdicts = Array.from({ length: 900 }, (_, i) =>
    guard.admit({ address: `2001:db8:${i.toString(16)}::1`, submission: `${i}`, formKey: '' }),
  );
  const last = verdicts.at(-1);
  expect(last && !last.ok && last.kind === 'wait' && bitsOf(last.formKey)).toBe(PROOF_BITS.max);
});

/** Posts the check page's form with more fields. */
async function readyToPost(limits = defaultLimits) {
  const easilyFromAddress = { count: 1, withinMs: MINUTE_MS };
  const guard = createGuard({ secret, clock: () => morning, limits: { ...limits, easilyFromAddress } });
  guard.admit({ address: '192.0.2.1', submission: 'another', formKey: '' });
  const { cases } = await openPipeline({ guard });
  const form = await checkPage(cases, complaintForm(), { language: 'en' });
  return (fields: Record<string, string>): ReturnType<typeof cases.intake.receive> => {
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return cases.intake.receive(new Request('http://portal.example/cases/new/', { method: 'POST', body: form }), {
      language: 'en',
      clientAddress: '192.0.2.1',
    });
  };
}

test('a form posted with its proof becomes a case before its time', async () => {
  const send = await readyToPost();
  const held = await send({});
  expect(held).toMatchObject({ kind: 'check', status: 429, values: { details: story } });
  const waitingKey = (held.kind === 'check' && held.wait?.waitingKey) || '';
  expect(await send({ waitingKey, [proofField]: '<script>' })).toMatchObject({ status: 429, wait: { waitingKey } });
  expect(await send({ waitingKey, [proofField]: findProof(waitingKey, bitsOf(waitingKey)) })).toMatchObject({
    kind: 'saved',
  });
});

test('where nothing helps before its time, no proof is asked for', async () => {
  const send = await readyToPost({ ...defaultLimits, atAllFromAddress: { count: 0, withinMs: MINUTE_MS } });
  const later = await send({ waitingKey: easyKey() });
  expect(later).toMatchObject({ kind: 'check', status: 429 });
  expect(later).not.toHaveProperty('wait.waitingKey');
});

test('the script that looks for a proof stays within 2 kB', async () => {
  const entry = new URL('../../src/components/submission/waiting/find-proof.ts', import.meta.url).pathname;
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, formats: ['es'], fileName: 'proof' } },
  });
  const output = Array.isArray(built) ? built[0]?.output : 'output' in built ? built.output : undefined;
  const code = output?.[0].code ?? '';
  expect(code).toContain('setTimeout');
  expect(gzipSync(code, { level: 9 }).byteLength).toBeLessThan(2048);
});
