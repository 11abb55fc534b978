import { expect, test } from 'vitest';
import { createGuard, defaultLimits } from '../../src/cases/abuse/guard.ts';
import { createIntakeRate } from '../../src/cases/abuse/intake-rate.ts';
import { createTries } from '../../src/cases/abuse/tries.ts';

const clock = (): Date => new Date('2026-03-10T09:00:00Z');

/** How many of 300 submissions from one address so many processes let in together, without waiting. */
function letIn(processes: number): number {
  const guards = Array.from({ length: processes }, () =>
    createGuard({ secret: 'a secret for tests that is long enough', clock, processes }),
  );
  const attempts = Array.from({ length: 300 }, (_, at) => ({
    address: '203.0.113.7',
    submission: `s${at}`,
    formKey: '',
  }));
  return attempts.filter((attempt, at) => guards[at % processes]?.admit(attempt).ok).length;
}

test('processes that share the work let in together what one would', () => {
  const { count } = defaultLimits.easilyFromAddress;
  expect([letIn(1), letIn(2), letIn(3)]).toEqual([count, count, count]);
  expect(createIntakeRate({ processes: 4 }).perSecond()).toBe(createIntakeRate().perSecond() / 4);
});

test('however many share the tries, whoever slips twice while copying a secret comes in', () => {
  const tries = createTries({ clock, processes: 16 });
  const admitted = Array.from({ length: 10 }, () => {
    const answer = tries.admit('K7M2-9QXF', '203.0.113.7');
    if (answer.ok) answer.ended(false);
    return answer.ok;
  });
  expect(admitted.filter(Boolean)).toHaveLength(3);
});
