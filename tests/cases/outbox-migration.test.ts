import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { PORTAL_TERM } from '../../src/cases/routing/term.ts';
import type { CaseEvent } from '../../src/schemas/cases/event.ts';
import { startMailServer } from './mail-servers.ts';
import { makeOldDatabase, type OldMail } from './old-database.ts';
import { openPipeline } from './pipeline-fixture.ts';
import { storeUnderTest } from './store-under-test.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const secret = 'a secret for tests that is long enough';
const now = '2026-03-10T09:00:00.000Z';
const earlier = '2026-03-09T09:00:00.000Z';
const later = '2026-03-10T15:00:00.000Z';

type States = Record<string, Partial<OldMail>>;
/** A mail in every state in which the version before may have left it. */
const states: States = {
  waiting: {},
  deferred: { due_at: later, deferrals: 3, attempts: 3, last_error: '451' },
  sending: { claimed_by: 'a sender at work', claimed_until: '2026-03-10T09:10:00.000Z', attempts: 1 },
  killed: { claimed_by: 'a sender that is gone', claimed_until: '2026-03-10T08:00:00.000Z', attempts: 1 },
  sent: { sent_at: earlier, attempts: 1 },
  failed: { failed_at: earlier, attempts: 1, last_error: '550' },
};
const ombudsman = {
  kind: 'body',
  agency: 'ombudsman',
  name: 'The Ombudsman',
  title: 'Desk',
  own: false,
  email: 'help@ombudsman.example',
} as const;
const acknowledged: CaseEvent = { kind: 'acknowledged', version: 1, turn: 1 };
const reminded: CaseEvent = { kind: 'reminded', version: 1, turn: 1, due: '2026-03-20' };
const escalated: CaseEvent = {
  kind: 'escalated',
  version: 1,
  reason: 'dissatisfied',
  from: 1,
  to: ombudsman,
  term: PORTAL_TERM,
  passedOver: [],
};

test('two outboxes of before become one: each mail keeps what was known of it, and none is lost or sent twice', async () => {
  const databaseFile = await storeUnderTest().create();
  const old = await makeOldDatabase(databaseFile, { until: '0004', at: earlier, secret });
  const mails: OldMail[] = [];
  const expected = new Map<string, { kind: string; sequence: number; audience: string; turn: number; state: string }>();
  const add = async (
    table: 'outbox' | 'letters',
    state: string,
    place: { case_id: string } & Record<string, string | number>,
  ): Promise<void> => {
    const common = { id: randomUUID(), due_at: earlier, ...(table === 'outbox' ? { created_at: earlier } : {}) };
    const mail = { ...common, ...place, ...states[state] } as OldMail;
    mails.push(mail);
    await old.addMails(table, [mail]);
    const kind = String(place['kind'] ?? 'letter');
    const audience = String(
      place['audience'] ?? { complaint: 'officer', acknowledgement: 'citizen', undeliverable: 'operator' }[kind],
    );
    const turn = Number(place['turn'] ?? (kind === 'acknowledgement' ? 0 : 1));
    // The mail that brings a case to its first receiver has another name since.
    const now = kind === 'complaint' ? 'submission' : kind;
    expected.set(mail.id, { kind: now, sequence: Number(place['sequence'] ?? 1), audience, turn, state });
  };
  for (const state of Object.keys(states)) {
    const fresh = await old.addCase();
    for (const kind of ['complaint', 'acknowledgement', 'undeliverable'])
      await add('outbox', state, { case_id: fresh, kind });
    const living = await old.addCase([acknowledged, reminded, escalated]);
    await add('letters', state, { case_id: living, sequence: 2, audience: 'citizen', turn: 0 });
    await add('letters', state, { case_id: living, sequence: 3, audience: 'officer', turn: 1 });
    await add('letters', state, { case_id: living, sequence: 4, audience: 'officer', turn: 4 });
    await add('letters', state, { case_id: living, sequence: 4, audience: 'operator', turn: 4 });
  }
  await old.close();

  const { port: smtpPort, taken } = await startMailServer({});
  const pipeline = await openPipeline({ databaseFile, smtpPort });
  const rows = await pipeline.query('select * from outbox');
  expect(
    new Map(rows.map(({ id, kind, sequence, audience, turn }) => [id, { kind, sequence, audience, turn }])),
  ).toEqual(new Map([...expected].map(([id, { state: _, ...place }]) => [id, place])));
  for (const mail of mails)
    expect(rows.find(({ id }) => id === mail.id)).toMatchObject({
      ...mail,
      ...('kind' in mail ? { kind: expected.get(mail.id)?.kind } : {}),
      created_at: earlier,
    });

  const idsOf = (...wanted: string[]): string[] =>
    [...expected].filter(([, { state }]) => wanted.includes(state)).map(([id]) => `<${id}@portal.example>`);
  const arrived = (): string[] => taken.map(({ messageId }) => messageId).sort();
  await pipeline.cases.rounds.drain();
  expect(arrived()).toEqual(idsOf('waiting', 'killed').sort());
  pipeline.passTime(DAY_MS);
  await pipeline.cases.rounds.drain();
  pipeline.passTime(DAY_MS);
  await pipeline.cases.rounds.drain();
  expect(arrived()).toEqual(idsOf('waiting', 'killed', 'sending', 'deferred').sort());
  expect(await pipeline.count('outbox where sent_at is null and failed_at is null')).toBe(0);
  expect(
    await pipeline.count(`cases where matter like '%"details":"Nobody has come%' and matter not like '%whatHappened%'`),
  ).toBe(await pipeline.count('cases'));
  // What hands a case over is told on it, after the move as before.
  expect(await pipeline.count(`events where kind = 'forwarded' and data like '%help@ombudsman.example%'`)).toBe(4);
});

test('a process of the version before cannot add a mail that nobody knows how to order', async () => {
  const databaseFile = await storeUnderTest().create();
  const old = await makeOldDatabase(databaseFile, { until: '0004', at: earlier, secret });
  const case_id = await old.addCase();
  await openPipeline({ databaseFile });
  await expect(
    old.addMails('outbox', [{ id: randomUUID(), case_id, kind: 'complaint', created_at: now, due_at: now }]),
  ).rejects.toThrow();
  await old.close();
});
