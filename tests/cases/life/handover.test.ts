import { expect, test } from 'vitest';
import { letterView } from '../../../src/views/case/letter-view.ts';
import type { Register } from '../../../src/register/register.ts';
import { caseKind, type CaseKind } from '../../../src/schemas/cases/case.ts';
import { startMailServer } from '../mail-servers.ts';
import { accepted, complaintForm, openPipeline, sendForm } from '../pipeline-fixture.ts';
import { giveInformationLaw, lawRules, testRegister } from '../register-fixture.ts';
import { caseReceipt } from '../../../src/views/case/case-receipt.ts';
import { requestAnswerView } from '../../../src/views/case/request-answer.ts';
import { deskView, form, livingCase } from './letter-fixture.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const operator = 'operator@portal.example';
const citizen = 'amina@home.example';
/** What names a day by which an answer is due, in both languages. */
const aDate = /due by|linatakiwa kufikia/;

/** A country in which no body has an address, so that the operator gets all that is for the Roads Board. */
function noAddresses(register: Register): void {
  giveInformationLaw(register, 'ombudsman');
  for (const { data } of register.agencies.values()) for (const contact of data.contacts) contact.emails = [];
}

async function withOperator(kind: CaseKind = 'information-request', language: 'en' | 'sw' = 'en') {
  const { port, taken } = await startMailServer({});
  const register = testRegister(noAddresses);
  const pipeline = await openPipeline({ smtpPort: port, register: () => Promise.resolve(register) });
  const { cases } = pipeline;
  const fields = {
    kind,
    agency: 'roads',
    details: 'The contracts that were let for River Road.',
    language,
    email: citizen,
  };
  const { reference, secret } = accepted(await sendForm(cases, complaintForm(fields), { language }));
  const atOnce = await cases.citizen.follow(reference, secret);
  await cases.rounds.drain();
  const view = async () => {
    const found = await cases.citizen.follow(reference, secret);
    if (!found) throw new Error('the case is gone');
    return found;
  };
  // Lines are wrapped and their ends marked for the way.
  const read = (to: string): string =>
    taken
      .filter((mail) => mail.to === to)
      .map(({ text }) =>
        text
          .replaceAll(/=\r?\n/g, '')
          .replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
      )
      .join('\n');
  const token = () => [...read(operator).matchAll(/\/cases\/act\/\?t=(\S+)/g)].at(-1)?.[1] ?? '';
  const passOn = async (on: string, agency = 'roads') =>
    cases.officer.act(token(), form({ action: 'pass-on', version: (await view()).version, agency, on }), language);
  const handIn = async (on: string) =>
    cases.citizen.act(reference, secret, form({ action: 'hand-in', version: (await view()).version, on }), language);
  const can = async () => deskView(await cases.officer.show(token())).can;
  const act = async (action: string, filled: Record<string, string> = {}) =>
    cases.officer.act(token(), form({ action, version: (await view()).version, ...filled }), language);
  return { ...pipeline, register, atOnce, view, read, passOn, handIn, can, act };
}

test.each(caseKind.options.filter((kind) => kind !== 'wrong-content'))(
  'a %s that the operator is to pass on is not delivered, names no day and is never late before the body has it',
  async (kind) => {
    for (const language of ['en', 'sw'] as const) {
      const waiting = await withOperator(kind, language);
      expect(waiting.atOnce?.deadline).toBeUndefined();
      const view = await waiting.view();
      expect(view).toMatchObject({ delivery: 'with-operator', status: 'with-operator' });
      expect(view.deadline).toBeUndefined();
      expect(view.can).toContain('hand-in');
      for (const reader of [operator, citizen]) expect(waiting.read(reader)).not.toMatch(aDate);
      waiting.passTime(90 * DAY_MS);
      expect(await waiting.cases.rounds.tick()).toEqual({ reminded: 0, escalated: 0, ended: 0 });
      if (language === 'sw') continue;
      for (let other = 0; other < 4; other++)
        await sendForm(
          waiting.cases,
          complaintForm({
            kind,
            agency: 'roads',
            details: `The contract number ${other} for River Road.`,
            submissionKey: `another-key-number-${other}`,
          }),
          { language },
        );
      const figures = await waiting.cases.statistics.ofAgency('roads');
      // The office learns from no figure that one of its people was reported.
      const received = kind === 'misconduct' ? 0 : 5;
      expect(figures?.[kind === 'information-request' ? 'requests' : 'all']).toMatchObject({ received, silence: 0 });
    }
  },
);

test('the citizen and the operator read whom it waits for, when the time starts and by which law', async () => {
  const { read, view } = await withOperator();
  expect(await view()).toMatchObject({
    awaited: { name: 'Roads Board', byHand: true, term: { basis: 'law', limit: { max: 21 } } },
  });
  expect(read(citizen).replaceAll(/\s+/g, ' ')).toContain(
    'Not yet with Roads Board; the 21 days start when it gets it. Roads Board has 21 days to answer',
  );
  expect(read(operator).replaceAll(/\s+/g, ' ')).toContain('Please pass it on to Roads Board by other means');
});

test('the operator says on which day the body received it, and the time runs from that day', async () => {
  const waiting = await withOperator();
  waiting.passTime(12 * DAY_MS);
  // Sent on 10 March; today is the 22nd.
  for (const on of ['2026-03-09', '2026-03-23', 'some day', ''])
    expect(await waiting.passOn(on)).toMatchObject({
      kind: 'refused',
      values: { on },
      problems: { on: expect.stringContaining('Write the day') as unknown },
    });
  expect(await waiting.passOn('20/3/2026')).toMatchObject({ kind: 'done' });
  const view = await waiting.view();
  expect(view).toMatchObject({
    delivery: 'delivered',
    status: 'with-body',
    broughtTo: 'Roads Board',
    deadline: { due: '2026-04-10' },
    term: { basis: 'law' },
  });
  expect(view.awaited).toBeUndefined();
  await waiting.cases.rounds.drain();
  const told = waiting.read(citizen).replaceAll(/\s+/g, ' ');
  expect(told).toContain('Roads Board received it on 20 March 2026');
  expect(told).toContain('An answer is due by 10 April 2026.');
  expect(await waiting.passOn('21/3/2026')).toMatchObject({ kind: 'changed' });
  waiting.passTime(30 * DAY_MS);
  expect(await waiting.cases.rounds.tick()).toMatchObject({ ended: 1 });
  expect((await waiting.view()).timeline.at(-1)?.event).toMatchObject({ kind: 'ladder-ended', due: '2026-04-10' });
  await waiting.cases.rounds.drain();
  expect(waiting.read(citizen).replaceAll(/\s+/g, ' ')).toContain('Roads Board had until 10 April 2026');
});

test('nobody decides on a request in the name of a body that has not got it, and its page says who has it', async () => {
  const waiting = await withOperator();
  giveInformationLaw(waiting.register, 'ombudsman', lawRules);
  const decisions = ['grant', 'grant-in-part', 'refuse', 'no-record', 'extend', 'ask-charge'];
  expect((await waiting.can()).filter((action) => decisions.includes(action))).toEqual([]);
  const text = 'We have looked at it with care.';
  expect(await waiting.act('refuse', { text, sections: '6(1)(d)' })).toMatchObject({ kind: 'changed' });
  const since = async (language: 'en' | 'sw' = 'en') =>
    caseReceipt(await waiting.view(), 'citizen', language).lines.find(({ key }) => key === 'since');
  expect(await since()).toMatchObject({
    label: 'Received by this portal',
    notes: [{ text: 'Not yet with Roads Board.' }],
  });
  expect(await since('sw')).toMatchObject({ label: 'Tovuti hii ililipokea' });
  expect(await waiting.passOn('2026-03-10')).toMatchObject({ kind: 'done' });
  expect(await since()).toMatchObject({ label: 'Received' });
  expect((await waiting.can()).filter((action) => decisions.includes(action))).toHaveLength(decisions.length);
  expect(await waiting.act('refuse', { text, sections: '6(1)(d)' })).toMatchObject({ kind: 'done' });
  // Received and refused on the 10th: 30 days.
  expect(requestAnswerView((await waiting.view()).requestAnswer('en'), 'en')?.doors[0]?.lines[0]).toBe(
    'Until 9 April 2026 (s.14).',
  );
});

test('the citizen who handed in a letter says so, and the operator is told', async () => {
  const waiting = await withOperator();
  waiting.passTime(3 * DAY_MS);
  expect(await waiting.handIn('2026-03-01')).toMatchObject({ kind: 'refused' });
  expect(await waiting.handIn('2026-03-12')).toMatchObject({ kind: 'done', view: { deadline: { due: '2026-04-02' } } });
  await waiting.cases.rounds.drain();
  expect(waiting.read(operator)).toContain('The citizen handed it in.');
});

test('“today” is the day where the office is, also in the hours in which it is another day elsewhere', async () => {
  const waiting = await withOperator();
  const { receivedAt } = await waiting.view();
  // Half past midnight in Nairobi.
  waiting.passTime(Date.parse('2026-03-14T21:30:00Z') - Date.parse(receivedAt));
  expect(await waiting.handIn('leo')).toMatchObject({ kind: 'done' });
  expect((await waiting.view()).timeline.at(-1)?.event).toMatchObject({ kind: 'passed-on', on: '2026-03-15' });
});

test('the mail to whoever handles it tells when it came by the clock and day of the country', async () => {
  const waiting = await withOperator();
  const mail = waiting.read(operator).replaceAll(/\s+/g, ' ');
  // Noon in Nairobi.
  expect(mail).toContain('Received: 10 March 2026');
  expect(mail).toContain('12:00 GMT+3');
  expect(mail).not.toContain('UTC');
});

test('the letter names the office, the words, the law and what the office is to stamp; the secret and who wrote are not in it', async () => {
  const { view, register } = await withOperator();
  const letter = letterView(await view(), register, 'en');
  expect(letter).toMatchObject({
    office: 'Roads Board',
    to: ['The officer for requests for information', 'Roads Board'],
    sender: [],
  });
  expect(letter?.basis.join(' ')).toContain('Information Act, s.9(1)');
  expect(letter?.request).toContain('The contracts that were let for River Road.');
  expect(JSON.stringify(letter)).not.toContain(citizen);
});

test('a report of misconduct is never to be brought to the office it is about', async () => {
  const { view, passOn } = await withOperator('misconduct');
  expect((await view()).handInTo).toMatchObject({ agency: 'ombudsman' });
  expect(await passOn('2026-03-10')).toMatchObject({ kind: 'changed' });
});

test('the time of a body that mail reaches runs from the mail, and ends when the mail comes back', async () => {
  const life = await livingCase();
  expect(await life.view()).toMatchObject({ delivery: 'delivered', deadline: { due: '2026-03-21' } });
  const { cases, passTime } = await openPipeline();
  const { reference, secret } = accepted(await sendForm(cases, complaintForm(), { language: 'en' }));
  passTime(20 * DAY_MS);
  expect(await cases.rounds.tick()).toMatchObject({ reminded: 0, escalated: 0 });
  const view = await cases.citizen.follow(reference, secret);
  expect(view).toMatchObject({ delivery: 'waiting', awaited: { name: 'Water Board', byHand: false } });
  expect(view?.deadline).toBeUndefined();
});
