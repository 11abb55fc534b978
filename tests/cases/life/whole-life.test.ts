import { expect, test } from 'vitest';
import { startMailServer } from '../mail-servers.ts';
import { testRegister } from '../register-fixture.ts';
import { accepted, complaintForm, openPipeline, sendForm } from '../pipeline-fixture.ts';
import { DAY_MS, email, started, tokenIn, view, form, officer, citizen } from './whole-life-fixture.ts';

test('a whole life: acknowledged, asked, answered, resolved, rated', async () => {
  const { cases, pipeline, reference, secret, to, token } = await started();
  const desk = await token('complaints@water.example');
  expect(await officer(pipeline, desk, 'acknowledge')).toMatchObject({ kind: 'done' });
  expect(await officer(pipeline, desk, 'ask', { text: 'Which street is it, please?' })).toMatchObject({ kind: 'done' });
  expect(await cases.citizen.follow(reference, secret)).toMatchObject({
    status: 'with-citizen',
    deadline: { paused: true },
  });
  await cases.rounds.drain();
  const question = (await to(email)).at(-1);
  expect(question?.subject).toBe(`${reference}: a question to you`);
  expect(question?.text).toContain('> Which street is it, please?');
  expect(question?.raw).not.toContain('complaints@water.example');

  expect(await citizen(pipeline, reference, secret, 'message', { text: 'It is River Road 7.' })).toMatchObject({
    kind: 'done',
  });
  await cases.rounds.drain();
  const reply = (await to('complaints@water.example')).at(-1);
  expect(reply?.text).toContain('> It is River Road 7.');
  expect(reply?.raw).not.toContain(email);

  expect(
    await officer(pipeline, desk, 'resolve', { outcome: 'remedied', text: 'The pipe was laid today.' }),
  ).toMatchObject({ kind: 'done' });
  await cases.rounds.drain();
  expect(await cases.citizen.follow(reference, secret)).toMatchObject({
    status: 'closed',
    resolution: 'remedied',
    can: ['reopen', 'rate'],
  });
  const closing = (await to(email)).at(-1)?.text ?? '';
  expect(closing).toContain('> The pipe was laid today.');
  const rating = tokenIn(closing);
  const asked = await cases.citizen.rating(rating);
  expect(asked.kind).toBe('asked');
  const version = 'view' in asked ? asked.view.version : 0;
  expect(await cases.citizen.rate(rating, form({ action: 'rate', version, score: 5 }), 'en')).toMatchObject({
    kind: 'rated',
    view: { rating: 5, can: ['reopen'] },
  });
  expect((await cases.citizen.rate(rating, form({ action: 'rate', version: version + 1, score: 1 }), 'en')).kind).toBe(
    'changed',
  );
  const told = (await cases.citizen.follow(reference, secret))?.timeline
    .map(({ event }) => event.kind)
    .filter((kind) => !/forwarded|sent/.test(kind));
  expect(told).toEqual(['received', 'acknowledged', 'asked', 'message', 'resolved', 'rated']);
});

test('looking at a link changes nothing, however often a mail scanner does it', async () => {
  const { cases, token, count } = await started();
  const desk = await token('complaints@water.example');
  const before = await count('events');
  for (let i = 0; i < 3; i++) expect((await cases.officer.show(desk)).kind).toBe('shown');
  expect(await count('events')).toBe(before);
});

test('a link opens its own case and turn only, and only as it was signed', async () => {
  const { cases, token, pipeline, passTime } = await started();
  const desk = await token('complaints@water.example');
  const [reference = '', turn = '', expiry = '', signature = ''] = desk.split('.');
  const other = accepted(await sendForm(cases, complaintForm({ wanted: 'Another' }), { language: 'en' }));
  for (const forged of [
    `${other.reference}.${turn}.${expiry}.${signature}`,
    `${reference}.2.${expiry}.${signature}`,
    `${reference}.rate.${expiry}.${signature}`,
    `${reference}.${turn}.29991231.${signature}`,
    `${reference}.${turn}.${expiry}.${'A'.repeat(43)}`,
    desk.slice(0, -1),
    '',
  ]) {
    expect(await cases.officer.show(forged)).toEqual({ kind: 'unknown' });
    expect(await cases.citizen.rating(forged)).toEqual({ kind: 'unknown' });
    expect(await cases.officer.act(forged, form({ action: 'acknowledge', version: 1 }), 'en')).toEqual({
      kind: 'unknown',
    });
  }
  expect(await cases.citizen.rating(desk)).toEqual({ kind: 'unknown' });
  passTime(181 * DAY_MS);
  expect(await cases.officer.show(desk)).toEqual({ kind: 'expired' });
  expect(await pipeline.count('events')).toBeGreaterThan(0);
});

test('of two officers who close a case at once, one does and the other is shown what happened', async () => {
  const { cases, token, reference, secret } = await started();
  const desk = await token('complaints@water.example');
  const { version } = view(await cases.officer.show(desk)).case;
  const outcomes = await Promise.all(
    ['remedied', 'not-upheld'].map((outcome) =>
      cases.officer.act(desk, form({ action: 'resolve', version, outcome, text: 'Decided by me.' }), 'en'),
    ),
  );
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['changed', 'done']);
  expect(
    (await cases.citizen.follow(reference, secret))?.timeline.filter(({ event }) => event.kind === 'resolved'),
  ).toHaveLength(1);
});

test('what is missing in an officer’s form is told, and what was typed stays', async () => {
  const { pipeline, token } = await started();
  const desk = await token('complaints@water.example');
  expect(await officer(pipeline, desk, 'resolve', { text: 'no' })).toMatchObject({
    kind: 'refused',
    values: { text: 'no' },
    problems: { outcome: 'Choose what came of it.', text: expect.stringContaining('at least 5') as string },
  });
  expect(await officer(pipeline, desk, 'transfer', { agency: 'nowhere', text: 'It is theirs.' })).toMatchObject({
    kind: 'changed',
  });
});

test('“not ours” hands the case over with its whole history; the first desk is out of it', async () => {
  const { cases, pipeline, token, to, reference, secret } = await started();
  const desk = await token('complaints@water.example');
  expect(
    await officer(pipeline, desk, 'transfer', { agency: 'maji', text: 'The line belongs to them.' }),
  ).toMatchObject({
    kind: 'done',
    view: { can: [] },
  });
  await cases.rounds.drain();
  const [handedOver] = await to('malalamiko@maji.example');
  expect(handedOver?.text).toContain('> I paid for a new connection');
  expect(handedOver?.text).toContain('> The line belongs to them.');
  expect(handedOver?.text).toContain('Shauri ambalo Water Board inasema ni lenu.');
  expect(await cases.citizen.follow(reference, secret)).toMatchObject({
    status: 'with-body',
    holder: { name: 'Bodi ya Maji' },
    resolution: 'open',
  });
  const theirs = await token('malalamiko@maji.example');
  const next = view(await cases.officer.show(theirs));
  expect(next.can).toContain('resolve');
  expect(next.transferTargets.map(({ id }) => id)).not.toContain('water');
});

test('silence: one reminder at two thirds, then the next rung with the dossier, each once; the citizen sees why and when', async () => {
  const { cases, passTime, to, token, reference, secret } = await started({}, 'en');
  expect((await cases.citizen.follow(reference, secret))?.deadline?.due).toBe('2026-03-21');
  passTime(6 * DAY_MS);
  expect(await cases.rounds.tick()).toEqual({ reminded: 0, escalated: 0, ended: 0 });
  passTime(2 * DAY_MS);
  expect(await cases.rounds.tick()).toMatchObject({ reminded: 1, escalated: 0 });
  expect(await cases.rounds.tick()).toMatchObject({ reminded: 0 });
  passTime(4 * DAY_MS);
  expect(
    await Promise.all([cases.rounds.tick(), cases.rounds.tick()]).then((results) =>
      results.map(({ escalated }) => escalated).reduce((a, b) => a + b),
    ),
  ).toBe(1);
  await cases.rounds.drain();
  expect((await to('complaints@water.example')).map(({ subject }) => subject)).toEqual([
    `Complaint ${reference}: Water Board`,
    `${reference}: an answer is due soon`,
    `${reference}: passed one rung up`,
  ]);
  const [dossier] = await to('help@ombudsman.example');
  expect(dossier?.text).toContain('> I paid for a new connection');
  expect(dossier?.text).toContain('Water Board had until 21 March 2026 and did not answer in time.');
  const news = (await to(email)).at(-1);
  expect(news?.subject).toBe(`${reference}: one rung up`);
  expect(news?.text).toContain(
    'Water Board had until 21 March 2026 and did not answer in time. So it went one rung up, to The Ombudsman.',
  );
  // The agency may still put it right, beside the body above it.
  const late = view(await cases.officer.show(await token('complaints@water.example')));
  expect(late.can).toEqual(['acknowledge', 'answer', 'resolve']);

  passTime(30 * DAY_MS);
  expect(await cases.rounds.tick()).toMatchObject({ escalated: 0, ended: 1 });
  passTime(30 * DAY_MS);
  expect(await cases.rounds.tick()).toEqual({ reminded: 0, escalated: 0, ended: 0 });
  await cases.rounds.drain();
  expect((await to('operator@portal.example')).at(-1)?.subject).toBe(`${reference}: no answer, and nobody further up`);
});

test('an open question stops the clock, for ten working days at most', async () => {
  const { cases, pipeline, passTime, token } = await started();
  await officer(pipeline, await token('complaints@water.example'), 'ask', { text: 'Which street is it?' });
  passTime(11 * DAY_MS);
  expect(await cases.rounds.tick()).toEqual({ reminded: 0, escalated: 0, ended: 0 });
  // Stopped until 21 March, so ten working days end on 2 April.
  passTime(12 * DAY_MS);
  expect(await cases.rounds.tick()).toMatchObject({ reminded: 1, escalated: 0 });
  passTime(DAY_MS);
  expect(await cases.rounds.tick()).toMatchObject({ escalated: 1 });
});

test('an extension moves the end once, and an answer starts the clock anew', async () => {
  const { cases, pipeline, passTime, token, reference, secret } = await started();
  const desk = await token('complaints@water.example');
  expect(await officer(pipeline, desk, 'extend', { days: 5, text: 'The engineer is on leave.' })).toMatchObject({
    kind: 'done',
  });
  expect((await cases.citizen.follow(reference, secret))?.deadline?.due).toBe('2026-03-27');
  expect(view(await cases.officer.show(desk)).can).not.toContain('extend');
  passTime(3 * DAY_MS);
  await officer(pipeline, desk, 'answer', { text: 'We come next week.' });
  const followed = await cases.citizen.follow(reference, secret);
  expect(followed?.deadline?.due).toBe('2026-03-25');
  expect(followed?.can).toContain('next-rung');
});

test('a citizen who is not satisfied goes to the next rung; without an address further up the operator is told', async () => {
  const { cases, pipeline, token, to, reference, secret } = await started();
  await officer(pipeline, await token('complaints@water.example'), 'resolve', {
    outcome: 'not-upheld',
    text: 'Nothing was wrong.',
  });
  await citizen(pipeline, reference, secret, 'rate', { score: 1 });
  expect(await citizen(pipeline, reference, secret, 'next-rung')).toMatchObject({
    kind: 'done',
    view: { resolution: 'open', holder: { name: 'The Ombudsman' } },
  });
  await cases.rounds.drain();
  expect(await to('help@ombudsman.example')).toHaveLength(1);
});

test('opened again, the case is with whoever closed it, and their clock begins anew', async () => {
  const { cases, pipeline, token, passTime, reference, secret, to } = await started();
  const desk = await token('complaints@water.example');
  await officer(pipeline, desk, 'resolve', { outcome: 'remedied', text: 'All is well now.' });
  passTime(20 * DAY_MS);
  expect(await cases.rounds.tick()).toEqual({ reminded: 0, escalated: 0, ended: 0 });
  expect(await citizen(pipeline, reference, secret, 'reopen', { text: 'Nothing has changed.' })).toMatchObject({
    kind: 'done',
  });
  expect(await cases.citizen.follow(reference, secret)).toMatchObject({
    resolution: 'open',
    deadline: { due: '2026-04-10' },
  });
  await cases.rounds.drain();
  expect((await to('complaints@water.example')).at(-1)?.text).toContain('> Nothing has changed.');
});

test('withdrawn is the end, and everybody who had it is told', async () => {
  const { cases, pipeline, token, to, reference, secret } = await started();
  const desk = await token('complaints@water.example');
  expect(await citizen(pipeline, reference, secret, 'withdraw')).toMatchObject({
    kind: 'done',
    view: { status: 'closed', resolution: 'withdrawn', can: [] },
  });
  await cases.rounds.drain();
  expect((await to('complaints@water.example')).at(-1)?.subject).toBe(`${reference}: withdrawn, nothing to do`);
  expect(view(await cases.officer.show(desk)).can).toEqual([]);
});

test('with the mail server down nothing of a life is lost, and each letter goes out once when it is back', async () => {
  const register = testRegister();
  const { port, stop } = await startMailServer({});
  const { cases, count, passTime } = await openPipeline({ smtpPort: port, register: () => Promise.resolve(register) });
  const { reference, secret } = accepted(await sendForm(cases, complaintForm({ email }), { language: 'en' }));
  expect(await cases.rounds.drain()).toMatchObject({ sent: 2 });
  await stop();
  await cases.citizen.act(reference, secret, form({ action: 'message', version: 1, text: 'One more thing.' }), 'en');
  passTime(30 * DAY_MS);
  await cases.rounds.tick();
  expect(await cases.rounds.drain()).toMatchObject({ sent: 0, reachable: false });
  expect(await count("outbox where kind = 'letter' and sent_at is null")).toBe(4);
  expect((await cases.citizen.follow(reference, secret))?.holder).toMatchObject({ name: 'The Ombudsman' });
});

test('a whole life in Kiswahili', async () => {
  const { cases, pipeline, token, to, reference } = await started({ agency: 'maji' }, 'sw');
  const desk = await token('malalamiko@maji.example');
  expect((await to('malalamiko@maji.example'))[0]?.text).toContain('Kuna siku za kazi 10.');
  await officer(pipeline, desk, 'answer', { text: 'Tutakuja kesho.' });
  await cases.rounds.drain();
  const answer = (await to(email)).at(-1);
  expect(answer?.subject).toBe(`${reference}: jibu kwako`);
  expect(answer?.text).toContain('Bodi ya Maji imejibu.');
  expect(answer?.text).toContain('/sw/cases/view/');
});

test('who the citizen is reaches the desk only with consent, on the page as in the mail', async () => {
  const withheld = await started({ name: 'Amina Otieno' });
  expect(
    view(await withheld.cases.officer.show(await withheld.token('complaints@water.example'))).identity('en'),
  ).toEqual([]);
  const shared = await started({ name: 'Amina Otieno', shareIdentity: 'yes' });
  expect(
    view(await shared.cases.officer.show(await shared.token('complaints@water.example'))).identity('en'),
  ).toContainEqual({
    label: 'Name',
    value: 'Amina Otieno',
  });
});
