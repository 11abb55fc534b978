import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agencyStatistics, allStatistics, statisticsCsv } from '../../../src/cases/statistics/report.ts';
import { figuresOf, outcomeOf, type CaseOutcome } from '../../../src/cases/statistics/figures.ts';
import { workCalendar } from '../../../src/deadlines/working-days.ts';
import type { CaseEvent } from '../../../src/schemas/cases/event.ts';
import { startMailServer } from '../mail-servers.ts';
import { testRegister } from '../register-fixture.ts';
import { accepted, complaintForm, openPipeline, sendForm } from '../pipeline-fixture.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const place = { calendar: workCalendar({ weekend: ['sunday'], rules: [], declared: [] }), timeZone: 'Africa/Nairobi' };
const receiver = {
  kind: 'body' as const,
  agency: 'water',
  name: 'Water Board',
  title: 'Desk',
  own: true,
  email: 'desk@water.example',
};
const term = { limit: { max: 10, unit: 'working-days' as const }, basis: 'portal' as const };
const received: CaseEvent = {
  kind: 'received',
  version: 1,
  agency: 'water',
  agencyName: 'Water Board',
  route: { receiver, passedOver: [], term },
};

const forwarded: CaseEvent = { kind: 'forwarded', version: 1, mail: 'm', to: receiver, turn: 1 };

/** What a case comes to whose later events happened so many days after 10 March 2026, a Tuesday. */
function outcome(later: [days: number, event: CaseEvent][], nowDays = 100): CaseOutcome {
  const at = (days: number): string => new Date(Date.parse('2026-03-10T09:00:00Z') + days * DAY_MS).toISOString();
  const events = [
    { sequence: 1, at: at(0), event: received },
    { sequence: 2, at: at(0), event: forwarded },
    ...later.map(([days, event], index) => ({ sequence: index + 3, at: at(days), event })),
  ];
  return outcomeOf({ events, place }, new Date(at(nowDays)));
}

const resolved: CaseEvent = { kind: 'resolved', version: 1, turn: 1, outcome: 'remedied', words: '' };
const escalated: CaseEvent = {
  kind: 'escalated',
  version: 1,
  reason: 'overdue',
  from: 1,
  to: { ...receiver, agency: 'o', own: false, email: 'o@o.example' },
  term,
  passedOver: [],
};

test('answers count in working days and in time only before the time is over', () => {
  expect(outcome([[6, resolved]])).toMatchObject({
    answerDays: 5,
    inTime: true,
    silence: false,
    resolved: true,
    acknowledged: true,
  });
  expect(outcome([[11, resolved]])).toMatchObject({ answerDays: 10, inTime: true });
  expect(outcome([[13, resolved]])).toMatchObject({ answerDays: 11, inTime: false, silence: false });
});

test('silence is counted, whether or not the case went up the ladder', () => {
  expect(outcome([], 5)).toMatchObject({ silence: false, inTime: false });
  expect(outcome([], 20)).toMatchObject({ silence: true });
  expect(outcome([[12, escalated]], 13)).toMatchObject({ silence: true, acknowledged: false });
  expect(
    outcome([
      [12, escalated],
      [14, { ...resolved, turn: 3 }],
    ]),
  ).toMatchObject({ silence: false, inTime: false, resolved: true });
});

test('small counts are never told, nor what is worked out from them', () => {
  const one = outcome([[6, resolved]]);
  fc.assert(
    fc.property(fc.nat(12), fc.nat(12), (answered, silent) => {
      const figures = figuresOf([
        ...Array.from({ length: answered }, () => one),
        ...Array.from({ length: silent }, () => outcome([], 20)),
      ]);
      for (const name of ['received', 'acknowledged', 'answered', 'resolved', 'inTime', 'silence', 'rated'] as const) {
        expect([1, 2, 3, 4]).not.toContain(figures[name]);
      }
      if (answered < 5) expect([figures.medianDays, figures.p90Days]).toEqual([null, null]);
    }),
    { numRuns: 50 },
  );
});

test('half and nine in ten are read off by rank', () => {
  const days = [0, 1, 2, 3, 6, 7, 8, 9, 10, 11].map((day) => outcome([[day, resolved]]));
  expect(figuresOf(days)).toMatchObject({ received: 10, answered: 10, medianDays: 5, p90Days: 9, inTime: 10 });
});

test('figures come from the event log: the same after a restart and after cases were erased', async () => {
  const { port } = await startMailServer({});
  const pipeline = await openPipeline({ smtpPort: port });
  const { cases, passTime } = pipeline;
  const keys = [];
  for (let i = 0; i < 6; i++)
    keys.push(
      accepted(
        await sendForm(cases, complaintForm({ wanted: `Wish ${i}`, service: 'new-connection' }), { language: 'en' }),
      ),
    );
  await cases.rounds.drain();
  passTime(30 * DAY_MS);
  await cases.rounds.tick();
  const before = await cases.statistics.ofAgency('water');
  expect(before).toMatchObject({
    agencyName: 'Water Board',
    all: { received: 6, answered: 0, silence: 6, medianDays: null },
    services: [{ service: 'new-connection', figures: { received: 6 } }],
    months: [{ month: '2026-03', figures: { received: 6 } }],
  });
  await cases.citizen.erase(keys[0]?.reference ?? '', keys[0]?.secret ?? '', 'case');
  expect(await cases.statistics.ofAgency('water')).toEqual(before);
  expect(await cases.statistics.ofAgency('nowhere')).toBeUndefined();
  expect((await cases.statistics.ofAll('2026-03')).cases.map(({ agency }) => agency)).toEqual(['water']);
  expect(await cases.statistics.ofAll('2026-02')).toEqual({ cases: [], requests: [] });
  await pipeline.reopen();
  expect(await pipeline.cases.statistics.ofAgency('water')).toEqual(before);
});

test('requests for information are counted apart from all else', async () => {
  const { cases } = await openPipeline();
  for (let i = 0; i < 11; i++)
    await sendForm(
      cases,
      complaintForm({ kind: i < 5 ? 'information-request' : 'complaint', details: `${i} is what it is about.` }),
      {
        language: 'en',
      },
    );
  expect(await cases.statistics.ofAgency('water')).toMatchObject({
    all: { received: 6 },
    requests: { received: 5 },
    months: [{ figures: { received: 6 } }],
  });
  expect(await cases.statistics.ofAll()).toMatchObject({
    cases: [{ figures: { received: 6 } }],
    requests: [{ agency: 'water', figures: { received: 5 } }],
  });
});

test('a spreadsheet reads the CSV as text, and small counts as such', () => {
  const csv = statisticsCsv([
    { name: { agency: 'x', agencyName: '=HYPERLINK("a"), Board' }, figures: figuresOf([outcome([[6, resolved]])]) },
  ]);
  // Excel takes a file for UTF-8 only where it begins with the byte order mark.
  expect(csv.split('\r\n')[0]).toMatch(/^\uFEFFagency,agencyName,received/);
  expect(csv).toContain(`x,"'=HYPERLINK(""a""), Board",<5,<5,<5,<5,<5,0,,,,0\r\n`);
});

test('a name in two lines stays one cell, and one that begins with a wide equals sign is no formula either', () => {
  const named = (agency: string) => statisticsCsv([{ name: { agency }, figures: figuresOf([]) }]);
  expect(named('Water\nBoard')).toContain('\r\n"Water\nBoard",');
  expect(named('＝SUM(A1)')).toContain("\r\n'＝SUM(A1),");
});

test('an office learns from no figure that one of its people was reported', async () => {
  const complaint = outcome([]);
  const report: CaseOutcome = { ...complaint, about: 'misconduct' };
  const register = testRegister();
  const now = new Date('2026-06-01T12:00:00Z');
  const [agency = ''] = register.agencies.keys();
  const of = (...outcomes: CaseOutcome[]) =>
    agencyStatistics(() => Promise.resolve(outcomes.map((one) => ({ ...one, agency }))), register, agency, now);
  expect(await of(report)).toEqual(await of());
  expect(await of(complaint, report)).toEqual(await of(complaint));
  const { cases } = await allStatistics(() => Promise.resolve([{ ...report, agency }]), register, now);
  expect(cases).toEqual([]);
});
