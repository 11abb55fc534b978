import { expect, test } from 'vitest';
import { requestAnswerView } from '../../../src/views/case/request-answer.ts';
import { accepted, complaintForm, openPipeline, sendForm } from '../pipeline-fixture.ts';
import { giveInformationLaw, lawDoor, lawRules, testRegister } from '../register-fixture.ts';
import { form } from './letter-fixture.ts';
import { email, request, text } from './request-fixture.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const desk = 'complaints@water.example';
const { evidence } = lawRules.urgent;
const clarification = { section: '18', says: 'It may ask.', stopsClock: true, wordingRead: true, evidence };

test('a refusal names a section of the law; its text and what can be done stand on the page and in the mail', async () => {
  const asked = await request();
  for (const sections of ['', '99'])
    expect(await asked.act('refuse', { sections })).toMatchObject({
      kind: 'refused',
      values: { text },
      problems: { sections: 'Tick at least one section of the law.' },
    });
  expect((await asked.view()).requestAnswer('en')).toBeUndefined();
  expect(await asked.act('refuse', { sections: '6(1)(d)' })).toMatchObject({ kind: 'done' });
  expect(await asked.told()).toMatchObject({
    outcome: 'refused',
    law: { name: 'Information Act', sections: ['6(1)(d)'] },
  });
  const shown = requestAnswerView((await asked.view()).requestAnswer('en'), 'en');
  expect(shown).toMatchObject({
    title: 'Refused: on what, and what you can do',
    cited: [
      {
        section: 's.6(1)(d)',
        says: { text: 'What would invade somebody’s privacy.' },
        interest: 'It gives way where the public interest in the information weighs more.',
      },
    ],
    publicInterest: [{ section: 's.6(4)' }],
    // Refused on the 10th: 30 days.
    doors: [{ forum: { text: 'Review forum' }, state: 'open', lines: ['Until 9 April 2026 (s.14).'] }],
  });
  const mail = await asked.lastTo(email);
  for (const words of [
    'Water Board closed it: refused. The law it rests on: Information Act, s.6(1)(d).',
    's.6(1)(d): What would invade somebody’s privacy. It gives way where the public interest',
    's.6(4): What the public needs to know comes first.',
    'Review by an independent body: Review forum',
  ])
    expect(mail).toContain(words);
  // Who was refused may have it reviewed, satisfied or not.
  expect((await asked.view()).can).toContain('next-rung');
});

test('of what is given in part the citizen reads what is withheld, and takes it along', async () => {
  const asked = await request();
  expect(await asked.act('grant-in-part', { sections: '6(1)(e)' })).toMatchObject({
    kind: 'refused',
    problems: { withheld: expect.any(String) as string },
  });
  const withheld = 'The prices of the other bidders.';
  expect(await asked.act('grant-in-part', { sections: '6(1)(e)', withheld })).toMatchObject({ kind: 'done' });
  expect((await asked.view()).requestAnswer('sw')).toMatchObject({ why: 'given-in-part', withheld });
  expect((await asked.view()).timeline.at(-1)).toMatchObject({ words: text, withheld });
  expect(await asked.lastTo(email)).toContain(`What is withheld: > ${withheld}`);
  const taken = await asked.export();
  expect(JSON.stringify(taken)).toContain('6(1)(e)');
  expect(taken?.events.at(-1)).toMatchObject({ words: text, withheld });
});

test('no record held opens the same doors, and what is granted opens none', async () => {
  const none = await request();
  await none.act('no-record');
  expect((await none.view()).requestAnswer('en')).toMatchObject({ why: 'no-record', cited: [] });
  const all = await request();
  await all.act('grant');
  expect((await all.view()).requestAnswer('en')).toBeUndefined();
  expect((await all.view()).can).not.toContain('next-rung');
});

test('more time is taken on a ground of the law, up to its cap and once; without a rule for it, never', async () => {
  expect(await (await request()).can()).not.toContain('extend');
  const asked = await request({ extension: lawRules.extension });
  const ground = 'Necessary consultations';
  for (const days of [0, 15, 'ten'])
    expect(await asked.act('extend', { days, ground })).toMatchObject({
      kind: 'refused',
      problems: { days: 'Write a whole number of days, no more than the law allows.' },
    });
  expect(await asked.act('extend', { days: 14, ground: 'We are busy' })).toMatchObject({
    problems: { ground: 'Choose the ground of the law on which more time is taken.' },
  });
  expect(await asked.act('extend', { days: 14, ground })).toMatchObject({ kind: 'done' });
  expect(await asked.can()).not.toContain('extend');
  expect(await asked.view()).toMatchObject({ deadline: { due: '2026-04-14' } });
  const mail = await asked.lastTo(email);
  expect(mail).toContain('took 14 more days by law (Information Act, s.9(3)). The ground: Necessary consultations.');
  expect(mail).toContain('An answer is due by 14 April 2026.');
});

test('a time that is over is not prolonged, also where nobody has looked at the clock yet', async () => {
  const asked = await request({ extension: lawRules.extension });
  asked.passTime(22 * DAY_MS);
  expect(await asked.act('extend', { days: 7, ground: 'Necessary consultations' })).toMatchObject({ kind: 'changed' });
});

test('what is urgent is due within hours, and in the ordinary time once it is not taken as urgent', async () => {
  const asked = await request({ urgent: lawRules.urgent, extension: lawRules.extension }, { urgent: 'yes' });
  expect(await asked.view()).toMatchObject({ term: { limit: { max: 48, unit: 'hours' } } });
  expect((await asked.view()).deadline?.dueAt).toBe('2026-03-12T09:00:00.000Z');
  expect((await asked.to(desk))[0]?.text?.replaceAll(/\s+/g, ' ')).toContain(
    'An answer is due by 12 March 2026 at 12:00 GMT+3. Water Board has 48 hours to answer: Information Act, s.9(2).',
  );
  // Hours are never prolonged.
  expect(await asked.can()).not.toContain('extend');
  expect(await asked.act('not-urgent', { text: 'Nobody’s life is at stake.' })).toMatchObject({ kind: 'done' });
  expect(await asked.view()).toMatchObject({ deadline: { due: '2026-03-31' }, term: { limit: { max: 21 } } });
  expect(await asked.can()).toContain('extend');
  expect(await asked.can()).not.toContain('not-urgent');
  expect(await asked.lastTo(email)).toContain('does not take the request as urgent. The ordinary time holds');
});

test('an urgent request that nobody answers within its hours goes to review then', async () => {
  const asked = await request({ urgent: lawRules.urgent }, { urgent: 'yes' });
  asked.passTime(2 * DAY_MS - 60_000);
  expect(await asked.cases.rounds.tick()).toMatchObject({ escalated: 0 });
  asked.passTime(2 * 60_000);
  expect(await asked.cases.rounds.tick()).toMatchObject({ escalated: 1 });
});

test('a tick for urgency counts only where the law sets a shorter time', async () => {
  const asked = await request({}, { urgent: 'yes' });
  expect(await asked.view()).toMatchObject({ term: { limit: { max: 21, unit: 'days' } } });
  expect(await asked.can()).not.toContain('not-urgent');
});

test('a deposit stops the clock where the law says so, and only then, until the office confirms the payment', async () => {
  const asked = await request({ deposit: lawRules.deposit });
  asked.passTime(4 * DAY_MS);
  expect(await asked.act('ask-charge', { amount: 'plenty' })).toMatchObject({
    problems: { amount: 'Write the sum in figures. For example 500 or 1,250.50.' },
  });
  expect(await asked.act('ask-charge', { amount: '1,250.50' })).toMatchObject({ kind: 'done' });
  expect(await asked.lastTo(email)).toContain(
    'Water Board asked for a deposit of XTS 1,250.50. By law the time to answer stands until it is paid.',
  );
  expect(await asked.view()).toMatchObject({
    status: 'to-be-paid',
    pace: { kind: 'paused' },
    deadline: { paused: true },
  });
  expect(await asked.card()).toBe(
    'To be paid | before they go on | You have to pay XTS 1,250.50 first: by law the time to answer stands until then.',
  );
  expect(await asked.card('officer', 'sw')).toContain('Mwananchi anatakiwa kulipa XTS 1,250.50 kwanza');
  // Fifteen days: longer than the portal lets a question stop a clock.
  asked.passTime(15 * DAY_MS);
  await asked.citizen('message', { text: 'I paid it at the bank today.' });
  expect(await asked.view()).toMatchObject({ status: 'to-be-paid' });
  expect(await asked.act('charge-paid')).toMatchObject({ kind: 'done' });
  // Asked on the 14th, paid on the 29th: day 5 of 21 is the 30th.
  expect(await asked.view()).toMatchObject({ status: 'with-body', deadline: { due: '2026-04-15', paused: false } });
});

test('a fee for copies lets the clock run; where the law knows no charge, none can be asked for', async () => {
  expect(await (await request()).can()).not.toContain('ask-charge');
  const asked = await request({ copyRates: lawRules.copyRates });
  await asked.act('ask-charge', { amount: '400' });
  expect(await asked.lastTo(email)).toContain('a fee of XTS 400. The time to answer goes on meanwhile.');
  expect(await asked.view()).toMatchObject({ deadline: { due: '2026-03-31', paused: false } });
  expect((await asked.view()).pace).toMatchObject({ kind: 'running' });
  expect(await asked.card()).toBe(
    'With the office | 21 days left | The office goes on with it, and its time to answer runs. You have XTS 400 to pay.',
  );
  // Paid after the yes, which the office can still confirm.
  await asked.act('grant');
  expect(await asked.can()).toEqual(['charge-paid']);
  expect(await asked.card()).toContain('You have XTS 400 to pay.');
  expect(await asked.act('charge-paid')).toMatchObject({ kind: 'done', view: { can: [] } });
  expect(await asked.card()).not.toContain('XTS 400');
});

test('a question about a request stops no clock unless the law says so, and is no excuse for what is late', async () => {
  const asked = await request();
  await asked.act('ask', { text: 'Which year do you mean?' });
  expect(await asked.lastTo(email)).toContain('By law the time to answer goes on meanwhile.');
  expect(await asked.view()).toMatchObject({
    status: 'with-citizen',
    deadline: { due: '2026-03-31', paused: false },
    pace: { kind: 'running' },
  });
  asked.passTime(22 * DAY_MS);
  expect(await asked.view()).toMatchObject({ pace: { kind: 'over' } });
  expect(await asked.cases.rounds.tick()).toMatchObject({ escalated: 1 });
  const stopped = await request({ clarification });
  await stopped.act('ask', { text: 'Which year do you mean?' });
  expect(await stopped.view()).toMatchObject({ deadline: { paused: true }, pace: { kind: 'paused' } });
});

test('what an office waited for stops no clock once it has written without it, or passed the request on', async () => {
  const asked = await request({ clarification });
  await asked.act('ask', { text: 'Which year do you mean?' });
  asked.passTime(3 * DAY_MS);
  await asked.act('answer', { text: 'We begin with the last year.' });
  expect(await asked.view()).toMatchObject({ deadline: { due: '2026-04-03', paused: false } });
  const { deposit, transfer } = lawRules;
  const given = await request({ deposit, transfer: { ...transfer, restartsClock: false } });
  await given.act('ask-charge', { amount: '400' });
  given.passTime(3 * DAY_MS);
  await given.act('transfer', { agency: 'maji' });
  await given.cases.rounds.drain();
  expect(await given.view()).toMatchObject({ deadline: { due: '2026-04-03', paused: false } });
});

test('an answer that decides nothing neither ends nor renews the time that the law gives', async () => {
  const asked = await request();
  asked.passTime(10 * DAY_MS);
  await asked.act('answer', { text: 'We are still looking for it.' });
  expect(await asked.view()).toMatchObject({ deadline: { due: '2026-03-31' }, pace: { kind: 'running' } });
  asked.passTime(12 * DAY_MS);
  expect(await asked.cases.rounds.tick()).toMatchObject({ escalated: 1 });
});

test('where the law does not say whether a transfer starts the clock anew, nobody is late before both times are over', async () => {
  const transfer = { ...lawRules.transfer, restartsClock: undefined };
  const asked = await request({ transfer });
  asked.passTime(3 * DAY_MS);
  await asked.act('transfer', { agency: 'maji' });
  expect(await asked.lastTo(email)).toContain('The law does not say whether the time to answer starts anew');
  expect(await asked.view()).toMatchObject({ deadline: { earliest: '2026-03-31', due: '2026-04-03' } });
  asked.passTime(20 * DAY_MS);
  expect(await asked.cases.rounds.tick()).toMatchObject({ escalated: 0 });
});

test('a request that is passed on says what the law makes of the time that has run', async () => {
  const asked = await request({ transfer: lawRules.transfer });
  asked.passTime(3 * DAY_MS);
  await asked.act('transfer', { agency: 'maji' });
  expect(await asked.lastTo(email)).toContain('By law the time to answer starts anew on the day on which they get it.');
  expect(await asked.view()).toMatchObject({ deadline: { due: '2026-04-03' } });
});

test('after silence nothing goes to a court: the citizen alone is told, with the doors of the law', async () => {
  const asked = await request({ remedies: [lawDoor('court')] });
  asked.passTime(22 * DAY_MS);
  expect(await asked.cases.rounds.tick()).toMatchObject({ ended: 1 });
  const mail = await asked.lastTo(email);
  expect(mail).toContain(
    'The next step is a court, and only the citizen can take it: nothing was passed on to anybody.',
  );
  expect(mail).toContain('Court: The High Court');
  expect(await asked.to('operator@portal.example')).toEqual([]);
  expect((await asked.view()).can).not.toContain('next-rung');
  expect((await asked.view()).requestAnswer('en')).toMatchObject({ why: 'silence' });
});

test('after silence the head of the same body is for the citizen to ask, and a reviewer with an address gets it', async () => {
  const inside = await request({ remedies: [lawDoor('internal-review')] });
  inside.passTime(22 * DAY_MS);
  expect(await inside.cases.rounds.tick()).toMatchObject({ ended: 1 });
  expect(await inside.lastTo(email)).toContain('The next step is a review by the head of the institution');
  const outside = await request();
  outside.passTime(22 * DAY_MS);
  await outside.cases.rounds.tick();
  expect(await outside.lastTo(email)).toContain('So it went to The Ombudsman, who can review that.');
  // Who reviews it does not hold it: nothing is granted, charged or prolonged by the law there.
  expect((await outside.view()).term?.basis).not.toBe('law');
});

test('a letter handed in as well starts no second time, and starts the first where no mail arrived', async () => {
  const asked = await request();
  expect((await asked.view()).letterTo).toMatchObject({ agency: 'water' });
  asked.passTime(5 * DAY_MS);
  expect(await asked.citizen('hand-in', { on: '2026-03-14' })).toMatchObject({ kind: 'done' });
  // The mail reached them on the 10th.
  expect(await asked.view()).toMatchObject({ deadline: { due: '2026-03-31' } });
  expect((await asked.view()).can).not.toContain('hand-in');
  expect(await asked.lastTo(desk)).toContain('The citizen handed it in. Water Board received it on 14 March 2026.');
  const register = testRegister((whole) => giveInformationLaw(whole));
  const { cases, passTime } = await openPipeline({ register: () => Promise.resolve(register) });
  const { reference, secret } = accepted(
    await sendForm(cases, complaintForm({ kind: 'information-request' }), { language: 'en' }),
  );
  passTime(2 * DAY_MS);
  const version = (await cases.citizen.follow(reference, secret))?.version ?? 0;
  const letter = form({ action: 'hand-in', version, on: '2026-03-11' });
  expect(await cases.citizen.act(reference, secret, letter, 'en')).toMatchObject({
    kind: 'done',
    view: { deadline: { due: '2026-04-01' }, delivery: 'delivered' },
  });
});

test('opened again, a refused request keeps the doors of the law in sight', async () => {
  const asked = await request();
  await asked.act('refuse', { sections: '6(1)(d)' });
  await asked.citizen('reopen', { text: 'That is public already.' });
  asked.passTime(5 * DAY_MS);
  expect((await asked.view()).requestAnswer('en')).toMatchObject({
    why: 'refused',
    doors: [{ until: { earliest: '2026-04-09', latest: '2026-04-09' }, state: 'open' }],
  });
  // Nobody who refused once is given less time to look at it again than for a first answer.
  expect((await asked.view()).deadline?.due).toBe('2026-03-31');
  asked.passTime(30 * DAY_MS);
  expect((await asked.view()).requestAnswer('en')).toMatchObject({ doors: [{ state: 'closed' }] });
});

test('an extension that runs from the day on which the decision was due is counted from there', async () => {
  const asked = await request({ extension: { ...lawRules.extension, countsFrom: 'due-day' } });
  await asked.act('extend', { days: 7, ground: 'Necessary consultations' });
  expect(await asked.view()).toMatchObject({ deadline: { due: '2026-04-07' } });
});

test('copies that were paid for are owed within the time that the law sets for it', async () => {
  const access = { limit: { max: 2, unit: 'working-days' as const }, section: '11(2)', wordingRead: true };
  const asked = await request({ access: { ...access, evidence: lawRules.urgent.evidence } });
  await asked.act('ask-charge', { amount: '400' });
  await asked.act('grant');
  await asked.act('charge-paid');
  // Tuesday the 10th; working days leave out Sundays alone here.
  expect(await asked.lastTo(email)).toContain('You are to have it by 12 March 2026 (s.11(2)).');
  expect((await asked.view()).accessBy).toMatchObject({ due: '2026-03-12', section: '11(2)' });
});

test('a window that ends on a day on which offices are closed names the last day before on which they are open', async () => {
  const asked = await request({
    remedies: [{ ...lawDoor('commission', 'ombudsman'), limit: { max: 33, unit: 'days' } }],
  });
  await asked.act('no-record');
  // The 12th is a Sunday.
  for (const [language, says] of [
    ['en', 'Offices are closed on 12 April 2026; go by 11 April 2026.'],
    ['sw', 'Ofisi zimefungwa 12 Aprili 2026; fuata 11 Aprili 2026.'],
  ] as const)
    expect(requestAnswerView((await asked.view()).requestAnswer(language), language)?.doors[0]?.lines).toContain(says);
});
