import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  allowed,
  citizenActions,
  officerActions,
  TRANSFERS_MAX,
  type Action,
  type Actor,
} from '../../../src/cases/state/allowed.ts';
import { lettersFor } from '../../../src/cases/case/letters-for.ts';
import { apply, currentTurn, reduce, type CaseState } from '../../../src/cases/state/state.ts';
import { isOfPublication } from '../../../src/cases/state/publication.ts';
import type { CaseEvent, RecordedEvent } from '../../../src/schemas/cases/event.ts';
import type { Receiver } from '../../../src/schemas/cases/route.ts';

const body = (number: number): Receiver => ({
  kind: 'body',
  agency: `body-${number}`,
  name: `Body ${number}`,
  title: 'Desk',
  own: number === 0,
  email: `desk@body-${number}.example`,
});
const received: RecordedEvent = {
  sequence: 1,
  at: '2026-03-10T09:00:00.000Z',
  event: {
    kind: 'received',
    version: 1,
    agency: 'body-0',
    agencyName: 'Body 0',
    route: { receiver: body(0), passedOver: [] },
  },
};
const term = { limit: { max: 10, unit: 'working-days' as const }, basis: 'portal' as const };

/** The event that an action leads to, as the desks and the clock make it. */
function eventOf(action: Action, actor: Actor, state: CaseState): CaseEvent {
  const turn = actor.kind === 'officer' ? actor.turn : currentTurn(state).turn;
  const base = { version: 1, turn, words: 'w' } as const;
  const bodies = state.tried.length;
  switch (action) {
    case 'pass-on':
    case 'hand-in':
      return {
        kind: 'passed-on',
        version: 1,
        turn,
        by: 'operator',
        agency: `body-${bodies}`,
        agencyName: 'Other',
        on: '2026-03-12',
        term,
      };
    case 'acknowledge':
      return { kind: 'acknowledged', version: 1, turn };
    case 'ask':
      return { ...base, kind: 'asked' };
    case 'answer':
      return { ...base, kind: 'answered' };
    case 'extend':
      return { ...base, kind: 'extended', days: 3 };
    case 'transfer':
      return {
        ...base,
        kind: 'transferred',
        agency: `body-${bodies}`,
        agencyName: 'Other',
        route: { receiver: body(bodies), passedOver: [], term },
      };
    case 'not-urgent':
      return { ...base, kind: 'urgency-refused', term };
    case 'ask-charge':
      return { ...base, kind: 'charge-asked', amount: 20, currency: 'XTS', what: 'deposit', clock: 'stands' };
    case 'charge-paid':
      return { kind: 'charge-paid', version: 1, turn };
    case 'grant':
      return { ...base, kind: 'resolved', outcome: 'given' };
    case 'grant-in-part':
    case 'refuse':
    case 'no-record':
      return { ...base, kind: 'resolved', outcome: 'refused', law: { name: 'Information Act', sections: ['6'] } };
    case 'resolve':
      return { ...base, kind: 'resolved', outcome: 'remedied' };
    case 'message':
      return { kind: 'message', version: 1, words: 'w' };
    case 'reopen':
      return { kind: 'reopened', version: 1, words: 'w' };
    case 'rate':
      return { kind: 'rated', version: 1, score: 1 };
    case 'withdraw':
      return { kind: 'withdrawn', version: 1 };
    case 'remind':
      return { kind: 'reminded', version: 1, turn, due: '2026-03-20' };
    case 'next-rung':
    case 'escalate':
      return { kind: 'escalated', version: 1, reason: 'overdue', from: turn, to: body(bodies), term, passedOver: [] };
    case 'end-ladder':
      return { kind: 'ladder-ended', version: 1, turn, passedOver: [] };
    case 'allow-publication':
      return { kind: 'publication-allowed', version: 1 };
    case 'end-publication':
      return { kind: 'publication-ended', version: 1 };
    case 'publish':
      return { kind: 'published', version: 1, page: 'p', rewritten: false };
    case 'refuse-publication':
      return { kind: 'publication-refused', version: 1, words: 'w' };
  }
}

function actors(state: CaseState): Actor[] {
  return [
    ...state.turns.map(({ turn }) => ({ kind: 'officer' as const, turn })),
    { kind: 'citizen' },
    { kind: 'clock' },
  ];
}

interface Step {
  before: CaseState;
  after: CaseState;
  actor: Actor;
  action: Action;
  recorded: RecordedEvent;
}

const request: RecordedEvent = {
  ...received,
  event: {
    kind: 'received',
    version: 1,
    about: 'information-request',
    agency: 'body-0',
    agencyName: 'Body 0',
    urgent: true,
    route: { receiver: body(0), passedOver: [], term: { limit: { max: 48, unit: 'hours' }, basis: 'law' } },
  },
};

/**
 * Walks through a case: each number picks one of all the actions that anybody is allowed just then. With an odd number
 * first it is a request for information.
 */
function walk(picks: number[]): { events: RecordedEvent[]; steps: Step[] } {
  const events = [(picks[0] ?? 0) % 2 === 1 ? request : received];
  const steps: Step[] = [];
  for (const pick of picks) {
    const before = reduce(events);
    const choices = actors(before).flatMap((actor) => allowed(before, actor).map((action) => ({ actor, action })));
    const choice = choices[pick % Math.max(choices.length, 1)];
    if (!choice) break;
    const recorded = {
      sequence: events.length + 1,
      at: new Date(Date.parse(received.at) + events.length * 3_600_000).toISOString(),
      event: eventOf(choice.action, choice.actor, before),
    };
    steps.push({ before, after: apply(before, recorded), ...choice, recorded });
    events.push(recorded);
  }
  return { events, steps };
}

const walks = fc.array(fc.nat(1000), { minLength: 1, maxLength: 60 });

test('on no path is a case lost: somebody always has it, and whoever has it can be reached', () => {
  fc.assert(
    fc.property(walks, (picks) => {
      const { events } = walk(picks);
      const state = reduce(events);
      expect(currentTurn(state).holder.email).toMatch(/@/);
      expect(currentTurn(state).open).toBe(true);
      if (state.resolution === 'open')
        expect(
          officerActions.some((action) =>
            allowed(state, { kind: 'officer', turn: currentTurn(state).turn }).includes(action),
          ),
        ).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('no case is closed twice without having been opened again in between', () => {
  fc.assert(
    fc.property(walks, (picks) => {
      for (const { before, after, recorded } of walk(picks).steps) {
        if (recorded.event.kind === 'resolved' || recorded.event.kind === 'withdrawn') {
          expect(before.resolution).toBe('open');
          expect(after.closedAt).toBe(recorded.at);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('every case that is not withdrawn has a way on for the citizen or for whoever has it', () => {
  fc.assert(
    fc.property(walks, (picks) => {
      const state = reduce(walk(picks).events);
      if (state.resolution === 'withdrawn') return;
      const ways = actors(state).flatMap((actor) => allowed(state, actor));
      // Closed, rated well and opened again three times: that is the end of it.
      if (state.resolution === 'open' || state.reopenings < 3) expect(ways).not.toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('“not ours” is a transfer and nothing else: the turn passes on, the case stays open, and it cannot go round for ever', () => {
  fc.assert(
    fc.property(walks, (picks) => {
      for (const { before, after, action, actor } of walk(picks).steps) {
        const gaveUp = before.turns.filter(
          ({ open, turn }) => open && !after.turns.find((other) => other.turn === turn)?.open,
        );
        expect(gaveUp).toHaveLength(action === 'transfer' ? 1 : 0);
        if (action !== 'transfer') continue;
        expect(after.resolution).toBe('open');
        expect(allowed(after, actor)).toEqual([]);
        expect(after.transfers).toBeLessThanOrEqual(TRANSFERS_MAX);
      }
    }),
    { numRuns: 500 },
  );
});

test('whoever acts on an old state is known by its version', () => {
  fc.assert(
    fc.property(walks, (picks) => {
      for (const { before, after, recorded } of walk(picks).steps) {
        // Whether it is published changes nothing in the case, and can be done twice without harm.
        const counts = isOfPublication(recorded.event) ? 0 : 1;
        expect(after.version).toBe(before.version + counts);
      }
    }),
  );
});

test('mail that comes and goes leaves the version as it was, so that it spoils nobody’s form', () => {
  const state = reduce([received]);
  const forwarded: RecordedEvent = {
    sequence: 2,
    at: received.at,
    event: { kind: 'forwarded', version: 1, mail: 'm', to: body(0) },
  };
  expect(apply(state, forwarded)).toMatchObject({ version: state.version, turns: [{ delivery: 'delivered' }] });
});

test('each event writes to each reader at most once, and never to a body that passed the case on', () => {
  fc.assert(
    fc.property(walks, (picks) => {
      for (const { after, recorded } of walk(picks).steps) {
        const letters = lettersFor(recorded, after, true).map(({ audience, turn }) => `${audience} ${turn}`);
        expect(new Set(letters).size).toBe(letters.length);
        const shut = after.turns.filter(({ open }) => !open).map(({ turn }) => `officer ${turn}`);
        expect(letters.filter((letter) => shut.includes(letter))).toEqual([]);
      }
    }),
  );
});

test('a citizen without an address gets no letter', () => {
  const asked: RecordedEvent = {
    sequence: 2,
    at: received.at,
    event: { kind: 'asked', version: 1, turn: 1, words: 'w' },
  };
  const after = apply(reduce([received]), asked);
  expect([lettersFor(asked, after, false), lettersFor(asked, after, true)]).toEqual([
    [],
    [{ sequence: 2, audience: 'citizen', turn: 0 }],
  ]);
});

test('the citizen’s actions fit where the case stands', () => {
  const { events } = walk([]);
  const at = (event: CaseEvent): RecordedEvent => ({ sequence: events.length + 1, at: received.at, event });
  const open = reduce(events);
  const resolved = apply(open, at({ kind: 'resolved', version: 1, turn: 1, outcome: 'remedied', words: 'w' }));
  const content = apply(resolved, at({ kind: 'rated', version: 1, score: 5 }));
  const poor = apply(resolved, at({ kind: 'rated', version: 1, score: 2 }));
  const can = (state: CaseState): string[] => allowed(state, { kind: 'citizen' });
  expect(can(open)).toEqual(['message', 'withdraw']);
  expect(can(resolved)).toEqual(['reopen', 'rate']);
  expect(can(content)).toEqual(['reopen']);
  expect(can(poor)).toEqual(['reopen', 'next-rung']);
  expect(can(apply(open, at({ kind: 'withdrawn', version: 1 })))).toEqual([]);
  expect(citizenActions).toContain('next-rung');
});
