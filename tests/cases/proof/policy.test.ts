import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dueStep,
  isUsable,
  mayReceive,
  NEXT_ROUND_DAYS,
  proofState,
  type ProofStep,
} from '../../../src/cases/addresses/policy.ts';
import { asked, bounced, emptyRow, proved, refused, sent, told } from '../../../src/cases/store/proof-changes.ts';
import type { ProofRow } from '../../../src/cases/store/tables.ts';

const start = Date.parse('2026-03-10T09:00:00Z');
const day = (n: number): Date => new Date(start + n * 24 * 60 * 60 * 1000);
const iso = (n: number): string => day(n).toISOString();
const row = (...changes: Partial<ProofRow>[]): ProofRow => Object.assign(emptyRow('desk@water.example'), ...changes);

/** What happens to an address on a day, beside what the portal does. */
type Happening = 'nothing' | 'answered' | 'bounced' | 'question-bounced' | 'refused';

interface Day {
  n: number;
  happening: Happening;
  step: ProofStep | undefined;
  row: ProofRow;
  usable: boolean;
}

/** Lives through many days: each day something may happen, then the portal looks and does what is due. */
function live(days: number, happens: (n: number, row: ProofRow | undefined) => Happening): Day[] {
  let current: ProofRow | undefined;
  return Array.from({ length: days }, (_, n) => {
    const happening = happens(n, current);
    if (current && happening === 'answered' && proofState(current, day(n)) !== 'refused')
      current = { ...current, ...proved('code', iso(n)) };
    if (current && happening.endsWith('bounced'))
      current = { ...current, ...bounced(current, iso(n), happening === 'question-bounced') };
    if (current && happening === 'refused') current = { ...current, ...refused(iso(n)) };
    const step = dueStep(current, day(n));
    const before = current ?? emptyRow('desk@water.example');
    if (step === 'ask' || step === 'remind')
      current = { ...before, ...asked(before, step, 'seed', iso(n)), ...sent(iso(n)) };
    if (step === 'tell-operator') current = { ...before, ...told(iso(n)) };
    return { n, happening, step, row: current ?? before, usable: isUsable(proofState(current, day(n))) };
  });
}

const happenings = fc.array(
  fc.constantFrom<Happening>(
    'nothing',
    'nothing',
    'nothing',
    'answered',
    'answered',
    'bounced',
    'question-bounced',
    'refused',
  ),
  { minLength: 1 },
);
/** Draws lives in which something happens every few days. */
const lives = fc.tuple(happenings, fc.integer({ min: 1, max: 40 })).map(([drawn, every]) => {
  return live(600, (n) => (n % every === 0 ? (drawn[(n / every) % drawn.length] ?? 'nothing') : 'nothing'));
});

test('mail goes only to an address whose proof is at most 210 days old, and never to one that was refused', () => {
  fc.assert(
    fc.property(lives, (days) => {
      for (const { row, usable, n } of days) {
        const age = row.proved_at ? n - (Date.parse(row.proved_at) - start) / (24 * 60 * 60 * 1000) : Infinity;
        expect(usable).toBe(!row.refused_at && age < 210);
      }
    }),
  );
});

test('an address gets no two mails within 14 days, three of a round and then none for 90 days, unless a proof began or was lost', () => {
  fc.assert(
    fc.property(lives, (days) => {
      const mails = days.filter(({ step }) => step === 'ask' || step === 'remind');
      for (const [i, { n, step, row }] of mails.entries()) {
        expect(row.mails).toBeLessThanOrEqual(3);
        const last = mails[i - 1];
        const between = days.filter((other) => last && other.n > last.n && other.n <= n);
        if (
          !last ||
          row.proved_at ||
          between.some(({ happening }) => happening === 'answered' || happening === 'bounced')
        )
          continue;
        expect(n - last.n).toBeGreaterThanOrEqual(step === 'remind' ? 14 : NEXT_ROUND_DAYS);
      }
    }),
  );
});

test('looking twice at the same time finds nothing more to do', () => {
  fc.assert(
    fc.property(lives, (days) => {
      for (const { n, step, row } of days) if (step !== 'tell-operator') expect(dueStep(row, day(n))).toBeUndefined();
    }),
  );
});

test('a desk that always answers within 40 days of being asked is never cut off again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), (patience) => {
      let askedOn: number | undefined;
      const days = live(900, (n, current) => {
        const waits = current?.asked_at && (!current.proved_at || current.asked_at > current.proved_at);
        askedOn = waits ? (askedOn ?? n) : undefined;
        return askedOn !== undefined && n - askedOn >= patience ? 'answered' : 'nothing';
      });
      const first = days.findIndex(({ usable }) => usable);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(days.slice(first).every(({ usable }) => usable)).toBe(true);
    }),
  );
});

test('a desk that falls silent is asked 30, 16 and 2 days before the end; the operator is told once; mail stops after 210 days', () => {
  const days = live(400, (n) => (n === 3 ? 'answered' : 'nothing')).map((entry) => ({ ...entry, n: entry.n - 3 }));
  expect(days.filter(({ step, n }) => step && n > 0).map(({ n, step }) => [n, step])).toEqual([
    [150, 'ask'],
    [164, 'remind'],
    [178, 'remind'],
    [180, 'tell-operator'],
    [210, 'ask'],
    [224, 'remind'],
    [238, 'remind'],
    [238 + NEXT_ROUND_DAYS, 'ask'],
    [238 + NEXT_ROUND_DAYS + 14, 'remind'],
    [238 + NEXT_ROUND_DAYS + 28, 'remind'],
  ]);
  expect(days.filter(({ usable }) => usable).map(({ n }) => n)).toEqual(Array.from({ length: 210 }, (_, n) => n));
});

test('each state in turn', () => {
  const mailed = row({ mails: 1, asked_at: iso(0) });
  const answered = row(mailed, sent(iso(0)), proved('code', iso(1)));
  expect(proofState(undefined, day(0))).toBe('unproved');
  expect(proofState(mailed, day(0))).toBe('asked');
  expect(proofState(row(mailed, sent(iso(2))), day(15))).toBe('asked');
  expect(proofState(row(mailed, sent(iso(2))), day(16))).toBe('unproved');
  expect([180, 181, 210, 211].map((n) => proofState(answered, day(n)))).toEqual([
    'proved',
    'lapsing',
    'lapsing',
    'lapsed',
  ]);
  expect(proofState(row(answered, refused(iso(2))), day(3))).toBe('refused');
  expect(proofState(row(answered, bounced(answered, iso(2), false)), day(3))).toBe('unproved');
});

test('a mail that waits in the outbox is not followed by another, unless it never leaves', () => {
  expect(dueStep(row({ mails: 1, asked_at: iso(0) }), day(89))).toBeUndefined();
  expect(dueStep(row({ mails: 1, asked_at: iso(0) }), day(90))).toBe('ask');
});

test('a question that came back is sent again after 90 days, without reminders', () => {
  const mailed = row({ mails: 1, asked_at: iso(0) });
  const back = row(mailed, bounced(mailed, iso(1), true));
  expect(dueStep(back, day(90))).toBeUndefined();
  expect(dueStep(back, day(91))).toBe('ask');
});

test('a desk whose proof was lost to another mail that came back is asked anew at once', () => {
  const answered = row({ mails: 1, asked_at: iso(0) }, sent(iso(0)), proved('code', iso(1)));
  const lost = row(answered, bounced(answered, iso(2), false));
  expect(dueStep(lost, day(2))).toBe('ask');
  expect(dueStep(row(lost, asked(lost, 'ask', 'seed', iso(2)), sent(iso(2))), day(2))).toBeUndefined();
});

test('in a demonstration every address may be used; the operator’s own needs no proof anywhere', () => {
  const portal = (publisherKind: 'government' | 'watchdog' | 'demonstration') => ({
    publisherKind,
    operatorEmail: 'operator@portal.example',
  });
  expect(mayReceive(portal('demonstration'), 'desk@water.example', undefined, day(0))).toBe(true);
  for (const kind of ['government', 'watchdog'] as const) {
    expect(mayReceive(portal(kind), 'desk@water.example', undefined, day(0))).toBe(false);
    expect(mayReceive(portal(kind), 'desk@water.example', row(proved('operator', iso(0))), day(0))).toBe(true);
    expect(mayReceive(portal(kind), 'Operator@Portal.example', undefined, day(0))).toBe(true);
  }
});
