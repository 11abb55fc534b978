import { expect, test } from 'vitest';
import { DEFERRALS_MAX } from '../../../src/mail/backoff.ts';
import type { Register } from '../../../src/register/register.ts';
import { eventText } from '../../../src/views/case/event-text.ts';
import { citizenEmail, livingCase, type LivingCase } from './letter-fixture.ts';

/* Letters about the life of a case have the outbox of its first mails; what outbox.test.ts shows of those holds for them. */
const DAY_MS = 24 * 60 * 60 * 1000;
const desk = 'complaints@water.example';
const ombudsman = 'help@ombudsman.example';
const operator = 'operator@portal.example';

function secondAddress(agency: string, email: string): (register: Register) => void {
  return ({ agencies }) => agencies.get(agency)?.data.contacts[0]?.emails.push(email);
}

function refusing(...addresses: string[]): (address: string) => number | undefined {
  return (address) => (addresses.includes(address) ? 550 : undefined);
}

async function kindsOf(life: LivingCase): Promise<string[]> {
  return (await life.view()).timeline.map(({ event }) => event.kind);
}

function idsOf({ taken }: LivingCase, address: string): string[] {
  return taken.filter(({ to }) => to === address).map(({ messageId }) => messageId);
}

/** The citizen is dissatisfied with an answer, so the case goes up to the ombudsman. */
async function escalate(life: LivingCase): Promise<void> {
  await life.officer(desk, 'answer', { text: 'We do not know.' });
  await life.citizen('next-rung');
}

test('a case handed up to an address that is refused goes to another of the same body; the operator is told once', async () => {
  const life = await livingCase(secondAddress('ombudsman', 'second@ombudsman.example'));
  await escalate(life);
  life.behaviour.atRecipient = refusing(ombudsman);
  await life.pipeline.cases.rounds.drain();
  expect(await life.subjects('second@ombudsman.example')).toEqual(['please answer']);
  life.pipeline.passTime(DAY_MS / 24);
  await life.pipeline.cases.rounds.drain();
  expect(await life.lastText('second@ombudsman.example')).toContain(`could not be delivered to ${ombudsman}`);
  expect(idsOf(life, 'second@ombudsman.example')[0]).toMatch(/\.2@portal\.example>$/);
  expect(await life.subjects(operator)).toEqual(['could not be delivered']);
  expect(await life.lastText(operator)).toContain(`The Ombudsman (${ombudsman})`);
  expect(await life.lastText(operator)).toContain(
    'sent to another address of theirs as well: second@ombudsman.example',
  );
  expect(await life.view()).toMatchObject({
    delivery: 'delivered',
    status: 'with-body',
    holder: { email: 'second@ombudsman.example' },
  });
  expect(await life.officer('second@ombudsman.example', 'acknowledge')).toMatchObject({ kind: 'done' });

  // The address is known to be dead: what follows goes to the other one at once, and nobody is told again.
  await life.citizen('message', { text: 'One more thing.' });
  await life.pipeline.cases.rounds.drain();
  expect(await life.subjects('second@ombudsman.example')).toEqual(['please answer', 'the citizen wrote']);
  expect(await life.subjects(operator)).toHaveLength(1);
});

test('a body that cannot be reached at all leaves its turn with the operator, whose link acts in its place', async () => {
  const life = await livingCase();
  await escalate(life);
  life.behaviour.atRecipient = refusing(ombudsman);
  for (let i = 0; i < 3; i++) await life.pipeline.cases.rounds.drain();
  expect(await life.subjects(operator)).toEqual(['could not be delivered']);
  expect(await life.lastText(operator)).toContain('We know no other address of theirs.');
  expect(await life.view()).toMatchObject({
    delivery: 'failed',
    status: 'with-operator',
    holder: { kind: 'operator' },
  });
  expect(await life.officer(operator, 'answer', { text: 'We have telephoned them.' })).toMatchObject({ kind: 'done' });
  await life.pipeline.cases.rounds.drain();
  expect((await life.subjects(citizenEmail)).at(-1)).toBe('an answer to you');
});

test('a body both of whose addresses fail is told to the operator by one mail', async () => {
  const life = await livingCase(secondAddress('ombudsman', 'second@ombudsman.example'));
  await escalate(life);
  life.behaviour.atRecipient = refusing(ombudsman, 'second@ombudsman.example');
  for (let i = 0; i < 3; i++) {
    await life.pipeline.cases.rounds.drain();
    life.pipeline.passTime(DAY_MS / 24);
  }
  expect(await life.subjects(operator)).toEqual(['could not be delivered']);
  expect(await life.lastText(operator)).toContain(
    'The Ombudsman (help@ombudsman.example, second@ombudsman.example). Please correct the address. We know no other',
  );
  expect(await life.view()).toMatchObject({ delivery: 'failed', status: 'with-operator' });
});

test('a letter that fails later takes away nothing that has arrived, and says so on the case', async () => {
  const life = await livingCase();
  await life.citizen('message', { text: 'One more thing.' });
  life.behaviour.atRecipient = refusing(desk);
  await life.pipeline.cases.rounds.drain();
  expect(await life.view()).toMatchObject({ delivery: 'delivered', status: 'with-body', holder: { email: desk } });
  const { timeline } = await life.view();
  const failure = timeline.find(({ event }) => event.kind === 'delivery-failed');
  expect(failure && eventText(failure, timeline, 'en')).toMatch(/^A mail about it could not be delivered\..* 550/);
  expect(await life.subjects(operator)).toEqual(['could not be delivered']);
});

test('a letter that the desk’s address refuses goes to its other address, which has the case from then on', async () => {
  const life = await livingCase(secondAddress('water', 'second@water.example'));
  await life.citizen('message', { text: 'One more thing.' });
  life.behaviour.atRecipient = refusing(desk);
  await life.pipeline.cases.rounds.drain();
  expect(await life.subjects('second@water.example')).toEqual(['the citizen wrote']);
  expect(await life.view()).toMatchObject({ delivery: 'delivered', holder: { email: 'second@water.example' } });
});

test('a letter to the citizen that fails is told on the case; that the acknowledgement arrived stays true', async () => {
  const life = await livingCase();
  await life.officer(desk, 'answer', { text: 'We come tomorrow.' });
  life.behaviour.atRecipient = refusing(citizenEmail);
  await life.pipeline.cases.rounds.drain();
  expect(await life.view()).toMatchObject({ acknowledgement: 'sent' });
  expect((await kindsOf(life)).at(-1)).toBe('delivery-failed');
  expect(await life.subjects(operator)).toEqual([]);
});

test('letters to a citizen who erased their address end without a word', async () => {
  const life = await livingCase();
  await life.officer(desk, 'answer', { text: 'We come tomorrow.' });
  await life.pipeline.cases.citizen.erase(life.reference, life.secret, 'identity');
  expect(await life.pipeline.cases.rounds.drain()).toEqual({ sent: 0, deferred: 0, refused: 0, reachable: true });
  expect(await kindsOf(life)).not.toContain('delivery-failed');
  expect(await life.pipeline.count('outbox where sent_at is null and failed_at is null')).toBe(0);
});

test('“later” for a letter is tried again for days, then another address has it and the operator knows', async () => {
  const life = await livingCase(secondAddress('water', 'second@water.example'));
  await life.citizen('message', { text: 'One more thing.' });
  life.behaviour.atRecipient = (address) => (address === desk ? 451 : undefined);
  for (let i = 0; i < DEFERRALS_MAX; i++) {
    expect(await kindsOf(life)).not.toContain('delivery-failed');
    await life.pipeline.cases.rounds.drain();
    life.pipeline.passTime(DAY_MS);
  }
  await life.pipeline.cases.rounds.drain();
  expect(await life.subjects('second@water.example')).toEqual(['the citizen wrote']);
  life.pipeline.passTime(DAY_MS);
  await life.pipeline.cases.rounds.drain();
  expect(await life.subjects(operator)).toEqual(['could not be delivered']);
});

test('a letter that was taken and never confirmed goes out again under the same Message-ID', async () => {
  const life = await livingCase();
  await life.officer(desk, 'ask', { text: 'Which street is it?' });
  life.behaviour.afterData = () => 'drop';
  expect(await life.pipeline.cases.rounds.drain()).toMatchObject({ sent: 0, reachable: false });
  life.behaviour.afterData = () => 452;
  life.pipeline.passTime(DAY_MS);
  expect(await life.pipeline.cases.rounds.drain()).toMatchObject({ deferred: 1, reachable: true });
  delete life.behaviour.afterData;
  life.pipeline.passTime(DAY_MS);
  expect(await life.pipeline.cases.rounds.drain()).toMatchObject({ sent: 1 });
  const [acknowledgement, ...question] = idsOf(life, citizenEmail);
  expect(question).toHaveLength(3);
  expect(new Set(question).size).toBe(1);
  expect(question).not.toContain(acknowledgement);
});

test('killed between sending a letter and noting it, it goes out again under the same Message-ID, after the claim ran out', async () => {
  const life = await livingCase();
  await life.officer(desk, 'ask', { text: 'Which street is it?' });
  const mend = await life.pipeline.breakWrites({
    table: 'outbox',
    on: 'update',
    when: 'new.sent_at is not null',
    message: 'killed',
  });
  await expect(life.pipeline.cases.rounds.drain()).rejects.toThrow('killed');
  await mend();
  await life.pipeline.reopen();
  expect(await life.pipeline.cases.rounds.drain()).toMatchObject({ sent: 0 });
  life.pipeline.passTime(DAY_MS);
  expect(await life.pipeline.cases.rounds.drain()).toMatchObject({ sent: 1 });
  expect(new Set(idsOf(life, citizenEmail).slice(1)).size).toBe(1);
});

test('letters to one reader arrive in the order of what they tell, though several are under way and the server is slow', async () => {
  const life = await livingCase();
  const texts = ['acknowledge', 'ask', 'answer', 'extend', 'resolve'];
  for (const action of texts)
    await life.officer(desk, action, {
      ...(action === 'acknowledge' ? {} : { text: 'Some words.' }),
      days: 2,
      outcome: 'remedied',
    });
  const slow = [30, 1, 20, 1, 1];
  life.behaviour.afterData = () => {
    life.behaviour.delayMs = slow.shift() ?? 1;
    return undefined;
  };
  await Promise.all([life.pipeline.cases.rounds.drain(), life.pipeline.cases.rounds.drain()]);
  await life.pipeline.cases.rounds.drain();
  expect((await life.subjects(citizenEmail)).slice(1)).toEqual([
    'your case is in their hands',
    'a question to you',
    'an answer to you',
    'more time is needed',
    'closed',
  ]);
  expect(new Set(idsOf(life, citizenEmail)).size).toBe(6);
});

test('a letter that was put off holds up no later one', async () => {
  const life = await livingCase();
  await life.officer(desk, 'ask', { text: 'Which street is it?' });
  life.behaviour.afterData = () => 452;
  await life.pipeline.cases.rounds.drain();
  delete life.behaviour.afterData;
  await life.officer(desk, 'answer', { text: 'We found it.' });
  expect(await life.pipeline.cases.rounds.drain()).toMatchObject({ sent: 1 });
  expect((await life.subjects(citizenEmail)).at(-1)).toBe('an answer to you');
});

test('a mail that cannot be written waits and holds up no other', async () => {
  const life = await livingCase();
  await life.officer(desk, 'ask', { text: 'Which street is it?' });
  await life.pipeline.query(`update outbox set sequence = 99, turn = 99 where kind = 'letter'`);
  await life.officer(desk, 'answer', { text: 'We found it.' });
  expect(await life.pipeline.cases.rounds.drain()).toEqual({ sent: 1, deferred: 1, refused: 0, reachable: true });
  expect(await life.pipeline.count('outbox where sent_at is null and failed_at is null')).toBe(1);
  expect(life.pipeline.logged).toContainEqual(expect.objectContaining({ event: 'mail-not-written' }));
});
