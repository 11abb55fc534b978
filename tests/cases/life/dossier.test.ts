import { describe, expect, test } from 'vitest';
import type { CaseView } from '../../../src/cases/case/view.ts';
import type { Register } from '../../../src/register/register.ts';
import type { InformationLaw } from '../../../src/schemas/information-law.ts';
import { dossierView } from '../../../src/views/case/dossier.ts';
import { requestAnswerView } from '../../../src/views/case/request-answer.ts';
import { accepted, catchMail, complaintForm, openPipeline, readMail, sendForm } from '../pipeline-fixture.ts';
import { giveInformationLaw, lawDoor, testRegister } from '../register-fixture.ts';
import { deskView, form } from './letter-fixture.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const wanted = 'The list of contracts for pipes that were let in River Town.';
const added = 'The prices were read out at the opening of the bids.';

/** A request that reached the Water Board on 10 March 2026, under a law with these rules; refused there, or left alone. */
async function request(rules: Partial<InformationLaw>, days: number, refusal?: Record<string, string>) {
  const catcher = await catchMail();
  const register = testRegister((whole) => giveInformationLaw(whole, 'ombudsman', rules));
  const { cases, passTime } = await openPipeline({
    smtpPort: catcher.smtpPort,
    register: () => Promise.resolve(register),
  });
  const sent = complaintForm({ kind: 'information-request', details: wanted });
  const { reference, secret } = accepted(await sendForm(cases, sent, { language: 'en' }));
  await cases.rounds.drain();
  const desk = (await readMail(catcher)).find(({ recipient }) => recipient === 'complaints@water.example');
  const token = /\/cases\/act\/\?t=(\S+)/.exec(desk?.text ?? '')?.[1] ?? '';
  if (refusal) {
    const { version } = deskView(await cases.officer.show(token)).case;
    await cases.officer.act(token, form({ version, text: 'We have looked at it with care.', ...refusal }), 'en');
  }
  passTime(days * DAY_MS);
  const view = await cases.citizen.follow(reference, secret);
  if (!view) throw new Error('the case is gone');
  return { register, view };
}

const refuse = { action: 'refuse', sections: '6(1)(d)' };
const inside = lawDoor('internal-review');
const later = { ...lawDoor('commission'), runsFrom: ['internal-review'], after: ['internal-review'] } as const;
const ghana = {
  remedies: [
    { ...inside, decideWithin: { ...inside, limit: { max: 15, unit: 'days' as const }, section: '33(1)' } },
    { ...later, runsFrom: [...later.runsFrom], after: [...later.after] },
  ],
};

/** What the sheets of a dossier say; each part without its days. */
function paper({ register, view }: { register: Register; view: CaseView }, door?: string, language = 'en') {
  const dossier = dossierView(view, register, { door, added }, language);
  if (!dossier) throw new Error('there is no dossier');
  return dossier;
}

describe('the letter', () => {
  test('goes to the body that reviews refusals, with the words of the citizen and the sections of the law', async () => {
    const { letter, isForCourt, counting, refusal } = paper(await request({}, 3, refuse));
    expect(letter).toMatchObject({
      label: 'Request for a review',
      to: ['The Ombudsman', expect.any(String)],
      facts: ['I asked Water Board for information under Information Act. It received the request on 10 March 2026.'],
      grounds: [
        'On 10 March 2026 the request was refused.',
        'The refusal names s.6(1)(d).',
        'By the law, s.6(1)(d) gives way where the public interest in the information weighs more. I ask you to weigh that.',
      ],
      added,
      times: ['The time for this request runs until 9 April 2026 (s.14).'],
    });
    expect(letter.words).toContain(wanted);
    expect(letter.wish).toContain('review this decision under s.14');
    expect(isForCourt).toBe(false);
    expect(counting.map(({ date }) => [date.due, date.days.length])).toEqual([
      ['2026-03-31', 22],
      ['2026-04-09', 31],
    ]);
    expect(refusal?.cited[0]?.says.text).toBe('What would invade somebody’s privacy.');
  });

  test('before a court goes to the institution, and says that it is no application', async () => {
    const { letter, isForCourt } = paper(await request({ remedies: [lawDoor('court')] }, 3, refuse));
    expect(isForCourt).toBe(true);
    expect(letter).toMatchObject({
      label: 'Letter before an application to the Court',
      to: ['The head of the institution', 'Water Board', expect.any(String)],
      times: ['This letter is no application to the Court. The time for that runs until 9 April 2026 (s.14).'],
    });
    expect(letter.wish).toContain('I may apply to the Court under s.14');
  });

  test('goes to the head of the institution first, and to the next body when the citizen says so', async () => {
    const asked = await request(ghana, 3, refuse);
    expect(paper(asked).letter).toMatchObject({
      label: 'Request for an internal review',
      to: ['The head of the institution', 'Water Board', expect.any(String)],
      times: [
        'The time for this request runs until 9 April 2026 (s.14).',
        'The law gives 15 days for the decision (s.33(1)).',
      ],
    });
    const next = paper(asked, '1').letter;
    expect(next).toMatchObject({ label: 'Request for a review', to: ['Review forum'], addressMissing: true });
    expect(next.grounds.at(-1)).toMatch(/^I asked the institution itself for a review on _+/);
    expect(requestAnswerView(asked.view.requestAnswer('en'), 'en')).toMatchObject({
      letters: {
        chosen: '0',
        options: { 1: 'Review by an independent body: Review forum (Opens later)' },
      },
      doors: [
        { state: 'open', lines: ['Until 9 April 2026 (s.14).', 'There it is decided within 15 days.'] },
        { state: 'later' },
      ],
    });
  });

  test('after silence names the day on which the answer was due, and no refusal', async () => {
    const { letter, refusal, counting } = paper(await request({}, 22));
    expect(letter.grounds).toEqual([
      'The answer was due by 31 March 2026 (s.9(1)), and none has come. By law that counts as a refusal.',
    ]);
    expect(letter.times[0]).toBe('The time for this request runs until 30 April 2026 (s.14).');
    expect(refusal).toBeUndefined();
    expect(counting).toHaveLength(2);
  });
});

test('nobody is led to a door whose time is over, unless more time may be allowed there', async () => {
  const over = await request({}, 60, refuse);
  expect(dossierView(over.view, over.register, { added: '' }, 'en')).toBeUndefined();
  expect(requestAnswerView(over.view.requestAnswer('en'), 'en')?.letters).toBeUndefined();
  const extendable = await request({ remedies: [{ ...lawDoor('commission'), extendable: true }] }, 60, refuse);
  expect(paper(extendable).letter.times[0]).toContain('The law lets more time be allowed, and I ask for it.');
});

test('is in a language of the country, also for who reads the portal in another', async () => {
  const asked = await request({}, 3, refuse);
  const country = asked.register.jurisdictions.get('xx')?.data;
  Object.assign(country ?? {}, { languages: ['en'] });
  expect(paper(asked, undefined, 'sw')).toMatchObject({ language: 'en', letter: { label: 'Request for a review' } });
  Object.assign(country ?? {}, { languages: ['en', 'sw'] });
  expect(paper(asked, undefined, 'sw')).toMatchObject({ language: 'sw', letter: { label: 'Ombi la mapitio' } });
});
