import { expect, test } from 'vitest';
import type { CaseKind } from '../../../src/schemas/cases/case.ts';
import type { Jurisdiction } from '../../../src/schemas/jurisdiction.ts';
import { movedSentence } from '../../../src/cases/letters/event-sentences.ts';
import { giveInformationLaw, testRegister } from '../register-fixture.ts';
import { accepted, catchMail, complaintForm, openPipeline, readMail, sendForm } from '../pipeline-fixture.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const wanted = 'The list of contracts for pipes that were let in River Town.';
const email = 'amina@home.example';

async function sent(
  fields: Record<string, string> = {},
  kind: CaseKind = 'information-request',
  reviewer: string | undefined = 'ombudsman',
  calendar: Partial<Jurisdiction['calendar']> = {},
) {
  const catcher = await catchMail();
  const register = testRegister((whole) => {
    giveInformationLaw(whole, reviewer);
    Object.assign(whole.jurisdictions.get('xx')?.data.calendar ?? {}, calendar);
  });
  const pipeline = await openPipeline({ smtpPort: catcher.smtpPort, register: () => Promise.resolve(register) });
  const { cases } = pipeline;
  const keys = accepted(
    await sendForm(cases, complaintForm({ kind, details: wanted, email, ...fields }), { language: 'en' }),
  );
  await cases.rounds.drain();
  const to = async (recipient: string) => (await readMail(catcher)).filter((mail) => mail.recipient === recipient);
  const token = /\/cases\/act\/\?t=(\S+)/.exec((await to('complaints@water.example'))[0]?.text ?? '')?.[1] ?? '';
  return { ...pipeline, ...keys, register, to, token };
}

async function close({ cases, token }: Awaited<ReturnType<typeof sent>>, fields: Record<string, string>) {
  const shown = await cases.officer.show(token);
  const form = new FormData();
  const version = 'view' in shown ? shown.view.case.version : 0;
  for (const [name, value] of Object.entries({ action: 'resolve', version: String(version), ...fields }))
    form.set(name, value);
  return cases.officer.act(token, form, 'en');
}

test('the mail to the desk names it, and tells what is wanted, from when, in which form and how urgently', async () => {
  const { to, reference, cases, secret } = await sent({
    period: '2024 and 2025',
    access: 'paper',
    urgent: 'yes',
    name: 'Amina Otieno',
  });
  const [mail] = await to('complaints@water.example');
  expect(mail?.subject).toBe(`Request for information ${reference}: Water Board`);
  expect(mail?.text).toContain('A citizen asks Water Board for information, through Test Portal.');
  expect(mail?.text).toContain(
    [
      '> I ask for this information or record:',
      `> ${wanted}`,
      '> It is about this time: 2024 and 2025',
      '> Please give me a copy on paper.',
      '> Somebody’s life or liberty is at stake. Please answer within the shorter time that the law sets for this.',
    ].join('\n'),
  );
  expect(mail?.text).toContain('The citizen says that somebody’s life or liberty is at stake.');
  expect(mail?.raw).not.toContain('Amina');
  const [receipt] = await to(email);
  expect(receipt?.subject).toBe(`We have your request for information: ${reference}`);
  expect((await cases.citizen.follow(reference, secret))?.answers('sw')).toContainEqual({
    label: 'Ungependa kuipata vipi?',
    value: 'Kama nakala ya karatasi',
  });
});

test('what was written down for somebody else says so to the office, in the mail and on the page', async () => {
  const aloud = await sent({ takenDown: 'officer' });
  expect((await aloud.to('complaints@water.example'))[0]?.text?.replaceAll(/\s+/g, ' ')).toContain(
    '> This was said aloud to an officer, who wrote it down and read it back.',
  );
  expect((await aloud.cases.citizen.follow(aloud.reference, aloud.secret))?.answers('en')).toContainEqual({
    label: 'Is it written down for somebody else?',
    value: 'Yes, I am an officer: it was said aloud to me, and I read it back',
  });
});

test('the Act sets the time, and the mail, the page and the silence go by it', async () => {
  const { to, reference, secret, cases, passTime } = await sent();
  const term = 'An answer is due by 31 March 2026. Water Board has 21 days to answer: Information Act, s.9(1).';
  expect((await to('complaints@water.example'))[0]?.text).toContain(term);
  // The citizen's mail may go out before the other: it names no day until the Board has the request.
  const [receipt] = await to(email);
  expect(receipt?.text).toContain(
    'The 21 days start when Water Board gets it. Water Board has 21 days to answer: Information Act, s.9(1).',
  );
  expect(receipt?.text).not.toContain('due by');
  expect(await cases.citizen.follow(reference, secret)).toMatchObject({
    term: { basis: 'law', says: 'Information Act, s.9(1)' },
    urgent: false,
    lawOf: 'xx',
    // Received on 10 March, which is day zero.
    deadline: { due: '2026-03-31' },
  });
  passTime(23 * DAY_MS);
  expect(await cases.rounds.tick()).toMatchObject({ escalated: 1 });
  await cases.rounds.drain();
  const [review] = await to('help@ombudsman.example');
  expect(review?.text).toContain(`> ${wanted}`);
  expect(await cases.citizen.follow(reference, secret)).toMatchObject({ holder: { name: 'The Ombudsman' } });
});

test('a time that would end on a holiday is told with both dates, and nobody is late before the later one', async () => {
  const evidence = { sources: ['s1'], verification: 'law' as const };
  const excluded = (['sunday', 'public-holiday'] as const).map((day) => ({ day, certain: false }));
  const { to, reference, secret, cases, passTime } = await sent({}, 'information-request', 'ombudsman', {
    declared: [{ date: '2026-03-31', name: 'Day of Rest', evidence }],
    counting: { law: 'Interpretation Act', section: 's.15', excluded, evidence },
  });
  const text = (await to('complaints@water.example'))[0]?.text;
  expect(text).toContain('An answer is due by 1 April 2026.');
  expect(text).toContain('Counted strictly, the time ends on 31 March 2026.');
  expect(text).toContain('Interpretation Act, s.15');
  passTime(22 * DAY_MS);
  expect(await cases.rounds.tick()).toMatchObject({ escalated: 0 });
  expect((await cases.citizen.follow(reference, secret))?.deadline).toMatchObject({
    due: '2026-04-01',
    earliest: '2026-03-31',
  });
  passTime(DAY_MS);
  expect(await cases.rounds.tick()).toMatchObject({ escalated: 1 });
});

test('the page of a request says which holiday was declared since, and from where to where it moved the last day', async () => {
  const evidence = { sources: ['s1'], verification: 'law' as const };
  const { register, reference, secret, cases } = await sent({}, 'information-request', 'ombudsman', {
    counting: {
      law: 'Interpretation Act',
      section: 's.15',
      excluded: [{ day: 'public-holiday', certain: true }],
      evidence,
    },
  });
  expect((await cases.citizen.follow(reference, secret))?.moved).toBeUndefined();
  const declare = (date: string, name: string, asOf: string) =>
    register.jurisdictions.get('xx')?.data.calendar.declared.push({ date, name, evidence: { ...evidence, asOf } });
  // Known before the request was sent, and one that changes nothing.
  declare('2026-03-20', 'Old Day', '2026-03-01');
  declare('2026-03-24', 'Market Day', '2026-03-22');
  expect((await cases.citizen.follow(reference, secret))?.moved).toBeUndefined();
  declare('2026-03-31', 'Day of Rest', '2026-03-29');
  const moved = (await cases.citizen.follow(reference, secret))?.moved;
  expect(moved && movedSentence(moved, 'en')).toBe(
    '31 March 2026 (Day of Rest) was declared a holiday on 29 March 2026. The last day moved from 31 March 2026 to 1 April 2026.',
  );
});

test('a holiday that is declared after the request was sent moves the day of that request too', async () => {
  const evidence = { sources: ['s1'], verification: 'law' as const };
  const { register, reference, secret, cases, passTime } = await sent({}, 'information-request', 'ombudsman', {
    counting: {
      law: 'Interpretation Act',
      section: 's.15',
      excluded: [{ day: 'public-holiday', certain: true }],
      evidence,
    },
  });
  expect((await cases.citizen.follow(reference, secret))?.deadline).toMatchObject({ due: '2026-03-31' });
  register.jurisdictions.get('xx')?.data.calendar.declared.push({ date: '2026-03-31', name: 'Day of Rest', evidence });
  expect((await cases.citizen.follow(reference, secret))?.deadline).toMatchObject({ due: '2026-04-01' });
  passTime(22 * DAY_MS);
  expect(await cases.rounds.tick()).toMatchObject({ escalated: 0 });
});

test('where nobody who reviews has an address, silence ends with the operator, and the citizen is led to what the law says of it', async () => {
  const { to, cases, passTime } = await sent({}, 'information-request', '');
  passTime(23 * DAY_MS);
  expect(await cases.rounds.tick()).toMatchObject({ escalated: 0, ended: 1 });
  await cases.rounds.drain();
  expect((await to(email)).at(-1)?.text).toContain('https://portal.example/xx/information-rights/#review');
  expect(await to('help@ombudsman.example')).toEqual([]);
});

test.each(['given', 'given-in-part', 'refused', 'no-record'] as const)(
  'it can be closed as %s, in words that fit, and counts as resolved',
  async (outcome) => {
    const request = await sent();
    const text = 'Here is what we hold, under section 9.';
    const action = { given: 'grant', 'given-in-part': 'grant-in-part', refused: 'refuse', 'no-record': 'no-record' };
    const cited = { sections: '6(1)(d)', withheld: 'The names of the workers.' };
    expect(await close(request, { action: action[outcome], text, ...cited })).toMatchObject({
      kind: 'done',
      view: { case: { resolution: outcome } },
    });
    await request.cases.rounds.drain();
    const closing = (await request.to(email)).at(-1)?.text;
    const words = {
      given: 'given in full',
      'given-in-part': 'given in part',
      refused: 'refused',
      'no-record': 'no such record is held',
    };
    expect(closing).toContain(`Water Board closed it: ${words[outcome]}.`);
    expect(closing).toContain(`> ${text}`);
    // Who did not get all of it learns who reviews that.
    expect(closing?.includes('https://portal.example/xx/information-rights/#review')).toBe(outcome !== 'given');
  },
);

test('nothing can be “put right” in a request, and no complaint is “given in full”', async () => {
  const request = await sent();
  expect(await close(request, { outcome: 'remedied', text: 'It is put right.' })).toMatchObject({ kind: 'refused' });
  expect(await close(request, { outcome: 'given', text: 'It is given.' })).toMatchObject({ kind: 'changed' });
  expect(await close(await sent({}, 'complaint'), { outcome: 'given', text: 'It is given.' })).toMatchObject({
    kind: 'refused',
  });
  expect(await close(await sent({}, 'complaint'), { action: 'grant', text: 'It is given.' })).toMatchObject({
    kind: 'changed',
  });
});

test('what can end in one way only is closed without being asked how', async () => {
  expect(await close(await sent({}, 'question'), { text: 'We open at eight.' })).toMatchObject({
    view: { case: { resolution: 'answered' } },
  });
  expect(await close(await sent({}, 'compliment'), { outcome: '', text: 'Thank you very much.' })).toMatchObject({
    view: { case: { resolution: 'noted' } },
  });
});

test('what is missing or cannot be chosen is told in its own words', async () => {
  const { cases } = await openPipeline();
  const form = complaintForm({ kind: 'information-request', details: '', access: 'by-pigeon' });
  expect(await sendForm(cases, form, { language: 'sw' })).toMatchObject({
    ok: false,
    problems: {
      details: 'Andika unataka taarifa au kumbukumbu gani: angalau herufi 10.',
      access: 'Chagua njia moja kati ya tatu, au usichague.',
    },
  });
});
