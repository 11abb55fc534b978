import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { citizenEmail, livingCase, type LivingCase } from './life/letter-fixture.ts';
import type { TakenMail } from './mail-servers.ts';

/*
 * Whatever a mail server does, in whatever order: each mail ends, goes to one address at a time under one Message-ID,
 * and the case says of it what is true.
 */
const DAY_MS = 24 * 60 * 60 * 1000;
const desk = 'complaints@water.example';
const second = 'second@water.example';
const operator = 'operator@portal.example';

type Fate = { at: 'recipient' | 'end'; answer: number } | { at: 'end'; answer: 'drop' } | 'taken';
const fate: fc.Arbitrary<Fate> = fc.oneof(
  fc.constant('taken' as const),
  {
    weight: 2,
    arbitrary: fc.record({ at: fc.constantFrom('recipient' as const, 'end' as const), answer: fc.constant(550) }),
  },
  fc.record({ at: fc.constantFrom('recipient' as const, 'end' as const), answer: fc.constant(451) }),
  fc.constant({ at: 'end' as const, answer: 'drop' as const }),
);
type Step =
  { does: 'message' | 'acknowledge' | 'answer' | 'drain' | 'both-drain' | 'restart' } | { does: 'wait'; days: number };
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constantFrom('message' as const, 'acknowledge' as const, 'answer' as const) }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('drain' as const, 'both-drain' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('wait' as const), days: fc.double({ min: 0.01, max: 2, noNaN: true }) }),
  },
  fc.record({ does: fc.constant('restart' as const) }),
);

async function take(life: LivingCase, { does, ...rest }: Step): Promise<void> {
  const { pipeline } = life;
  if ('days' in rest) return pipeline.passTime(rest.days * DAY_MS);
  if (does === 'message') return void (await life.citizen('message', { text: 'One more thing.' }));
  if (does === 'acknowledge' || does === 'answer')
    return void (await life.officer(desk, does, { text: 'We come tomorrow.' }));
  if (does === 'restart') return pipeline.reopen();
  await Promise.all(Array.from({ length: does === 'drain' ? 1 : 2 }, () => pipeline.cases.rounds.drain()));
}

test('whatever the mail server does, each mail of a case ends, and the case says of it what is true', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 4, maxLength: 14 }),
      fc.array(fate, { minLength: 1, maxLength: 12 }),
      async (steps, fates) => {
        const life = await livingCase(({ agencies }) => agencies.get('water')?.data.contacts[0]?.emails.push(second));
        const confirmed: TakenMail[] = [...life.taken];
        let next = 0;
        const current = (): Fate => fates[next % fates.length] ?? 'taken';
        life.behaviour.atRecipient = () => {
          const now = current();
          if (now === 'taken' || now.at !== 'recipient') return undefined;
          next++;
          return Number(now.answer);
        };
        life.behaviour.afterData = (mail) => {
          const now = current();
          next++;
          if (now === 'taken' || now.at !== 'end') return void confirmed.push(mail);
          return now.answer;
        };
        for (const each of steps) await take(life, each);
        fates.splice(0, fates.length, 'taken');
        for (let i = 0; i < 3; i++) {
          life.pipeline.passTime(DAY_MS);
          await life.pipeline.cases.rounds.drain();
        }
        expect(await life.pipeline.count('outbox where sent_at is null and failed_at is null')).toBe(0);
        const addressesOf = new Map<string, Set<string>>();
        for (const { messageId, to } of life.taken)
          addressesOf.set(messageId, (addressesOf.get(messageId) ?? new Set()).add(to));
        for (const [id, addresses] of addressesOf) expect([id, addresses.size]).toEqual([id, 1]);
        const times = new Map<string, number>();
        // What the server has confirmed is never sent again.
        for (const { messageId } of confirmed) times.set(messageId, (times.get(messageId) ?? 0) + 1);
        expect([...times.values()].filter((count) => count > 1)).toEqual([]);
        const rows = await life.pipeline.query('select id, sent_at, redirected_to from outbox');
        for (const { id, sent_at, redirected_to } of rows) {
          const messageId = `<${String(id)}${redirected_to ? '.2' : ''}@portal.example>`;
          expect([id, times.has(messageId)]).toEqual([id, sent_at !== null]);
        }
        const { timeline } = await life.view();
        for (const { event } of timeline) {
          if (event.kind !== 'forwarded') continue;
          expect(confirmed.map(({ to, messageId }) => `${to} ${messageId.slice(1, 37)}`)).toContain(
            `${event.to.email} ${event.mail}`,
          );
        }
        expect(
          life.taken.map(({ to }) => to).filter((to) => ![desk, second, operator, citizenEmail].includes(to)),
        ).toEqual([]);
        await life.pipeline.cases.close();
      },
    ),
    { numRuns: 12 },
  );
});
