import { expect, test } from 'vitest';
import { caseReceipt } from '../../../src/views/case/case-receipt.ts';
import type { CaseView } from '../../../src/cases/case/view.ts';
import { renderReceipt } from '../../../src/views/receipt/render-receipt.ts';
import { DAY_MS } from './whole-life-fixture.ts';
import { livingCase, type LivingCase } from './letter-fixture.ts';
import { accepted, complaintForm, openPipeline, sendForm } from '../pipeline-fixture.ts';

const desk = 'complaints@water.example';

/** A receipt as somebody reads it: its stamp, and its lines. */
function read(view: CaseView, reader: 'citizen' | 'officer' = 'citizen', language: 'en' | 'sw' = 'en') {
  const { stamp, lines } = caseReceipt(view, reader, language);
  return {
    state: stamp?.state,
    stamp: [stamp?.says, stamp?.detail].filter(Boolean).join(' '),
    lines: lines.map(({ label, figure, quote, notes = [] }) =>
      [label, figure?.value.text, quote && `“${quote.words}” ${quote.by}`, ...notes.map(({ text }) => text)]
        .filter(Boolean)
        .join(': '),
    ),
  };
}
const readNow = async (life: LivingCase) => read(await life.view());

test('a case that the office has says how much of its time is left, and until when', async () => {
  const life = await livingCase();
  expect(await readNow(life)).toEqual({
    state: 'waiting',
    stamp: 'With the office 10 working days left',
    lines: [
      'About: Water Board',
      'Where it stands: No answer yet. Sent to the body that answers.',
      'Received: 10 March 2026',
      'Answer due: 21 March 2026',
    ],
  });
  life.pipeline.passTime(11 * DAY_MS);
  expect((await readNow(life)).stamp).toBe('With the office today is the last day');
});

test('a question to the citizen is quoted, and says whose turn it is to each reader', async () => {
  const life = await livingCase();
  await life.officer(desk, 'ask', { text: 'Which street is it, please?' });
  const view = await life.view();
  expect(read(view)).toMatchObject({ state: 'waiting', stamp: 'A question waits for an answer' });
  expect(read(view).lines[1]).toBe(
    'What they wrote last: “Which street is it, please?” Water Board, 10 March 2026: With you: a question waits for your answer.',
  );
  expect(read(view, 'officer').lines[1]).toContain('With the citizen: a question waits for an answer.');
});

test('an answer heads the case in the office’s words, with the days that it took of those it had', async () => {
  const life = await livingCase();
  life.pipeline.passTime(3 * DAY_MS);
  await life.officer(desk, 'answer', { text: 'The pipe is laid on Monday.' });
  const answered = await readNow(life);
  expect(answered).toMatchObject({ state: 'answered', stamp: 'Answered in 3 of 10 working days' });
  expect(answered.lines[3]).toBe('Answered: 13 March 2026');
  expect(answered.lines[1]).toContain('“The pipe is laid on Monday.” Water Board, 13 March 2026');
});

test('a case that was closed is answered until the citizen has said how well, then closed', async () => {
  const life = await livingCase();
  await life.officer(desk, 'resolve', { outcome: 'remedied', text: 'The pipe was laid today.' });
  expect(await readNow(life)).toMatchObject({ state: 'answered', stamp: 'Answered on the same day' });
  await life.citizen('rate', { score: 4 });
  expect(await readNow(life)).toMatchObject({ state: 'none', stamp: 'Closed Put right' });
});

test('a case that was withdrawn is closed, by whom is said to each reader', async () => {
  const life = await livingCase();
  await life.citizen('withdraw');
  const view = await life.view();
  expect(read(view)).toMatchObject({ state: 'none', stamp: 'Closed Withdrawn by you' });
  expect(read(view, 'officer').stamp).toBe('Closed Withdrawn by the citizen');
  expect(read(view).lines).not.toContainEqual(expect.stringContaining('due'));
});

test('an overdue case says by how many days, and who was told: no other stamp is in the colour of broken promises', async () => {
  const life = await livingCase();
  life.pipeline.passTime(13 * DAY_MS);
  await life.pipeline.cases.rounds.tick();
  await life.pipeline.cases.rounds.drain();
  expect(await readNow(life)).toEqual({
    state: 'overdue',
    stamp: 'Overdue by 2 days',
    lines: [
      'About: Water Board',
      expect.stringMatching(/^Where it stands: No answer yet\. The Ombudsman was told on 23 March 2026\. /),
      'Received: 10 March 2026',
      'Answer was due: 21 March 2026',
    ],
  });
});

test('a question asks the citizen also after a time was missed, which stays told', async () => {
  const life = await livingCase();
  life.pipeline.passTime(13 * DAY_MS);
  await life.pipeline.cases.rounds.tick();
  await life.pipeline.cases.rounds.drain();
  await life.officer('help@ombudsman.example', 'ask', { text: 'Did anybody come since?' });
  const { state, stamp, lines } = await readNow(life);
  expect([state, stamp]).toEqual(['waiting', 'A question waits for an answer']);
  expect(lines[1]).toContain('The Ombudsman was told on 23 March 2026. With you: a question waits for your answer.');
  expect(lines[3]).toBe('Answer was due: 21 March 2026');
});

test('praise has no time to be late in, and a case that nobody has yet says so', async () => {
  const { cases } = await openPipeline();
  const follow = async (fields: Record<string, string>): Promise<CaseView> => {
    const { reference, secret } = accepted(await sendForm(cases, complaintForm(fields), { language: 'en' }));
    return (await cases.citizen.follow(reference, secret)) ?? expect.unreachable();
  };
  expect(read(await follow({ kind: 'compliment' })).stamp).toBe('Received not yet with the office');
  // No mail reaches the Roads Board, and the mail server is down.
  const waiting = read(await follow({ agency: 'roads' }));
  expect(waiting).toMatchObject({ state: 'waiting', stamp: 'Received not yet with the office' });
  expect(waiting.lines).not.toContainEqual(expect.stringContaining('due'));
});

test('reads well in Kiswahili, and what an officer wrote is no markup', async () => {
  const life = await livingCase();
  const swahili = read(await life.view(), 'citizen', 'sw');
  expect(swahili.stamp).toBe('Liko ofisini bado siku za kazi 10');
  await life.officer(desk, 'answer', { text: '<b>Bold</b> & "quoted" words.' });
  const drawn = renderReceipt(caseReceipt(await life.view(), 'citizen', 'en')).text;
  expect(drawn).toContain('<blockquote>&lt;b&gt;Bold&lt;/b&gt; &amp; &quot;quoted&quot; words.</blockquote>');
  expect(drawn).toContain('<p class="stamp stamp-answered">');
});
