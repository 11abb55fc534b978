import type { Page } from '@playwright/test';
import { describe, expect, inject, it } from 'vitest';
import { barriersOn } from './accessibility.ts';
import { localePath } from '../../src/lib/locales.ts';
import { caseKind, type CaseKind, type CaseEnding } from '../../src/schemas/cases/case.ts';
import { fieldTexts } from '../../src/schemas/cases/form-field.ts';
import { kindFields } from '../../src/schemas/cases/kinds.ts';
import { pageTexts, texts } from '../../src/texts/texts.ts';
import { goToStep, sendForm } from './send-form.ts';
import { useBrowser } from './browser.ts';
import { allMail, mailWith } from './inbox.ts';

type Language = 'en' | 'sw';

const open = useBrowser();

/** Agencies that no other journey writes to, so that their figures are known to the last case. */
const kra = {
  id: 'kra',
  path: '/ke/kra/',
  name: 'Kenya Revenue Authority',
  desk: 'callcentre@kra.go.ke',
  writes: 'en' as Language,
};
const ncc = {
  id: 'ncc',
  path: '/ng/ncc/',
  name: 'Nigerian Communications Commission',
  desk: 'foia@ncc.gov.ng',
  writes: 'en' as Language,
};
const longido = {
  id: 'longido-district',
  path: '/tz/longido-district/',
  name: 'Halmashauri ya Wilaya ya Longido',
  desk: 'ded@longidodc.go.tz',
};
const halmashauri = { ...longido, writes: 'sw' as Language };

interface Journey {
  /**
   * Whom it is about, or asked of. A citizen who writes Kiswahili may have to do with an office that writes English.
   */
  office: Record<Language, typeof kra>;
  /** Who receives it, where that is not the office's own desk. */
  receiver?: string;
  /**
   * Pages on the way from the charter to the form, below the charter's address; an address from the root begins with
   * "//".
   */
  way: string[];
  /** What an officer says came of it. Where there is one answer only, it is not asked. */
  outcome: CaseEnding;
  isAsked: boolean;
  /** Who says until when an answer is due, in the language of the receiver; absent where none is due. */
  term?: Record<Language, RegExp>;
}

const portalTerm = {
  en: /There are 10 working days\. .* the portal’s own rule/,
  sw: /Kuna siku za kazi 10\. .* kanuni ya tovuti/,
};
const mended = { outcome: 'partly-remedied', isAsked: true } as const;

const journeys: Record<CaseKind, Journey> = {
  complaint: { office: { en: kra, sw: halmashauri }, way: ['complain/'], ...mended, term: portalTerm },
  question: {
    office: { en: kra, sw: halmashauri },
    way: ['feedback/'],
    outcome: 'answered',
    isAsked: false,
    term: portalTerm,
  },
  compliment: { office: { en: kra, sw: kra }, way: ['feedback/'], outcome: 'noted', isAsked: false },
  suggestion: { office: { en: kra, sw: kra }, way: ['feedback/'], outcome: 'taken-up', isAsked: true },
  misconduct: {
    office: { en: kra, sw: kra },
    receiver: 'report@integrity.go.ke',
    way: ['//ke/report/', 'report/'],
    ...mended,
    term: portalTerm,
  },
  'wrong-content': {
    office: { en: kra, sw: kra },
    receiver: 'operator@opencharter.example',
    way: ['feedback/'],
    ...mended,
  },
  'information-request': {
    office: { en: kra, sw: ncc },
    way: ['information/', 'request/'],
    outcome: 'given',
    isAsked: false,
    term: {
      en: /has \d+ days to answer: (?:Access to Information Act, 2016, s\.9\(1\)|Freedom of Information Act 2011, s\.4)\./,
      sw: /kujibu:/,
    },
  },
};

const kindNames: Record<Language, Record<CaseKind, string>> = {
  en: {
    complaint: 'Complaint',
    question: 'Question',
    compliment: 'Compliment',
    suggestion: 'Suggestion',
    misconduct: 'Report of misconduct',
    'wrong-content': 'Report of wrong content',
    'information-request': 'Request for information',
  },
  sw: {
    complaint: 'Malalamiko',
    question: 'Swali',
    compliment: 'Pongezi',
    suggestion: 'Pendekezo',
    misconduct: 'Ripoti ya utovu wa maadili',
    'wrong-content': 'Taarifa ya maudhui yasiyo sahihi',
    'information-request': 'Ombi la taarifa',
  },
};

const due = { en: 'An answer is due by', sw: 'Jibu linatakiwa kufikia' };
/** No day is named before the desk has it; its mail may be quicker than the page. */
const dueOrStart = { en: /An answer is due by|starts? when/, sw: /Jibu linatakiwa kufikia|unaanza/ };
const noAnswerDue = { en: 'No answer is due.', sw: 'Jibu si lazima.' };

/** Words that speak to the citizen. */
const asCitizen = { en: /With you|sent to you|Your complaint/, sw: /kwako\b|Malalamiko yako/ };

const runs = (['en', 'sw'] as const).flatMap((language) =>
  caseKind.options.map((kind) => ({ kind, language, ...journeys[kind] })),
);
type Run = (typeof runs)[number];

/** Goes from page to page by their links, as a citizen does, and gives the form. */
async function formOf({ kind, language, way, office }: Run, page: Page) {
  const [first = '', ...rest] = [...(way[0]?.startsWith('//') ? [] : ['']), ...way].map((step) =>
    addressOf(step, language, office[language].path),
  );
  await page.goto(first);
  for (const address of rest) {
    const link = page.locator(`a[href="${address}"]`);
    const folded = page.locator('main details:not([open])', { has: link }).locator('> summary');
    if ((await folded.count()) > 0) await folded.first().click();
    await page.locator('main').locator(link).first().click();
  }
  const form = page
    .locator('form[data-complaint-form]')
    .filter({ has: page.locator(`input[name="kind"][value="${kind}"]`) });
  const closed = page.locator(`details#${kind} > summary`);
  if ((await closed.count()) > 0) await closed.click();
  return form;
}

function addressOf(step: string, language: Language, charter: string): string {
  return localePath(language, step.startsWith('//') ? step.slice(1) : `${charter}${step}`);
}

/** Does something on the page of a case: opens its form, fills it in, presses the button. */
async function act(
  page: Page,
  action: string,
  { words, choice }: { words?: string; choice?: string } = {},
): Promise<void> {
  const form = page.locator('details.case-action').filter({ has: page.getByText(action, { exact: true }) });
  await form.locator('summary').click();
  if (choice) await form.getByLabel(choice, { exact: true }).check();
  if (words) await form.getByRole('textbox').fill(words);
  await form.locator('button[type="submit"]').click();
}

const mailTo = (address: string, reference: string, words: string) =>
  mailWith(
    (mail) =>
      mail.to?.[0]?.address === address &&
      Boolean(mail.subject?.includes(reference)) &&
      Boolean(mail.text?.includes(words)),
  );

const linkIn = (text: string | undefined, path: string): URL =>
  new URL(new RegExp(`http\\S+${path}\\?\\S+`).exec(text ?? '')?.[0] ?? '');
const inLanguage = (language: Language, link: URL): string =>
  localePath(language, `${link.pathname.replace(/^\/sw\//, '/')}${link.search}`);

describe.each(runs)('a $kind in "$language"', (run) => {
  const { kind, language, receiver, outcome, isAsked, term } = run;
  const office = run.office[language];
  const m = pageTexts('cases', language);
  const life = pageTexts('case-life', language);
  const fields = Object.fromEntries(kindFields(kind).map(([name, meta]) => [name, fieldTexts(meta, language)]));
  const label = (name: string): string => fields[name]?.label ?? '';
  const story = `Window 4 of ${office.id} on Monday: what the ${kind} in ${language} tells, word for word.`;
  const email = `${kind}.${language}@citizen.example`;
  const name = `Achieng ${kind} ${language}`;
  const desk = receiver ?? office.desk;
  // Half of them agree to be known, and half do not.
  const agrees = language === 'en';

  it('goes from the form to the right desk and back, until it is closed and rated', async () => {
    const { page: citizen } = await open({ javaScriptEnabled: false });
    const form = await formOf(run, citizen);
    await form.getByLabel(label('details')).fill(story);
    await goToStep(citizen, 'you', { language, form });
    await citizen.getByLabel(label('email')).fill(email);
    await citizen.getByLabel(label('name'), { exact: true }).fill(name);
    if (agrees) await citizen.getByLabel(label('shareIdentity')).check();
    await sendForm(citizen, { language });
    const reference = (await citizen.locator('.case-reference').textContent()) ?? '';
    const secret = (await citizen.locator('.case-secret').textContent()) ?? '';
    expect(await citizen.locator('html').getAttribute('lang')).toBe(language);
    expect(await citizen.getByText(dueOrStart[language]).count(), 'the citizen is told when the time starts').toBe(
      term ? 1 : 0,
    );
    if (kind !== 'complaint') expect(await citizen.locator('h1').textContent()).toContain(kindNames[language][kind]);

    // The receiver reads it in the office's own language, with a name only where the citizen agreed.
    const body = receiver ? 'en' : office.writes;
    const arrived = await mailTo(desk, reference, story);
    expect(arrived.subject).toBe(`${kindNames[body][kind]} ${reference}: ${office.name}`);
    expect(arrived.text?.includes(due[body])).toBe(term !== undefined);
    if (term) expect(arrived.text).toMatch(term[body]);
    else expect(arrived.text).toContain(noAnswerDue[body]);
    expect([arrived.text?.includes(name), arrived.text?.includes(email)]).toEqual([agrees, agrees]);
    expect(arrived.text).not.toContain(secret);
    // Whoever reads a mail could open the case with it: no mail about a report lets them.
    const opens = kind !== 'misconduct';
    const acknowledgement = await mailTo(email, reference, opens ? secret : '');
    expect(acknowledgement.text?.includes(secret)).toBe(opens);
    expect(acknowledgement.text).toContain(texts('case-mails', language).saved[kind]({ agency: office.name }));
    if (term) expect(acknowledgement.text).toMatch(term[language]);
    expect(acknowledgement.text?.includes(due[language]), 'a day before the desk has it').toBe(false);

    // The officer opens the link, in the language of this journey.
    const { page: officer } = await open({ javaScriptEnabled: false });
    const deskLink = inLanguage(language, linkIn(arrived.text, '/cases/act/'));
    await officer.goto(deskLink);
    const facts = officer.locator('dl.facts').first();
    expect(await facts.textContent()).toContain(kindNames[language][kind]);
    expect(await officer.locator('html').getAttribute('lang')).toBe(language);
    await officer.getByText(story).waitFor();
    expect(await officer.getByText(name).count()).toBe(agrees ? 1 : 0);
    expect(await officer.getByText(due[language]).count()).toBe(term ? 1 : 0);
    await act(officer, life.desk.action.acknowledge);
    await officer.getByText(life.desk.done.acknowledge).waitFor();
    await act(officer, life.desk.action.ask, { words: 'On which day was that, please?' });
    await officer.getByText(life.desk.done.ask).waitFor();
    expect(await officer.locator('main').textContent(), 'the officer is not the citizen').not.toMatch(
      asCitizen[language],
    );

    // The citizen types in reference and secret, and answers.
    await citizen.goto(localePath(language, '/cases/'));
    await citizen.getByLabel(m.reference).fill(reference.toLowerCase());
    await citizen.getByLabel(m.secret).fill(secret);
    await citizen.getByRole('button', { name: m.show }).click();
    await citizen.getByText(m.statuses['with-citizen']).waitFor();
    await citizen.locator('.receipt blockquote', { hasText: 'On which day was that, please?' }).waitFor();
    expect(await citizen.getByText(name).count(), 'the page is read on shared screens').toBe(0);
    await act(citizen, life.citizen.action.message, { words: 'It was the first Monday of the month.' });
    await citizen.getByText(life.citizen.done.message).waitFor();
    await mailTo(desk, reference, 'It was the first Monday of the month.');

    await officer.goto(deskLink);
    const closing = {
      words: 'This is what we did about it.',
      ...(isAsked ? { choice: texts('outcomes', language)[outcome] } : {}),
    };
    // How a request ends is an action each: a refusal asks for what a grant does not.
    const ending = kind === 'information-request' ? 'grant' : 'resolve';
    await act(officer, life.desk.action[ending], closing);
    await officer.getByText(life.desk.done[ending]).waitFor();

    const closed = await mailTo(email, reference, closing.words);
    expect(closed.text?.toLowerCase()).toContain(texts('outcomes', language)[outcome].toLowerCase());
    const rating = linkIn(closed.text, '/cases/rate/');
    expect(rating.pathname).toBe(localePath(language, '/cases/rate/'));
    await citizen.goto(`${rating.pathname}${rating.search}`);
    await citizen.locator('input[name="score"][value="5"]').check();
    await citizen.getByRole('button', { name: life.citizen.action.rate }).click();
    await citizen.getByText(life.rating.thanks).waitFor();
    if (opens) {
      const view = linkIn(closed.text, '/cases/view/');
      await citizen.goto(`${view.pathname}${view.search}`);
    } else {
      expect(closed.text).not.toContain('/cases/view/');
      await citizen.goto(localePath(language, '/cases/'));
      await citizen.getByLabel(m.reference).fill(reference);
      await citizen.getByLabel(m.secret).fill(secret);
      await citizen.getByRole('button', { name: m.show }).click();
    }
    expect(await citizen.locator('dl.facts').first().textContent()).toContain(texts('outcomes', language)[outcome]);

    // Nobody else has read it: not another desk, nor, of a report, the office it is about.
    const readers = (await allMail()).filter((mail) => mail.text?.includes(story)).map((mail) => mail.to?.[0]?.address);
    expect([...new Set(readers)]).toEqual([desk]);
  });
});

describe('the open figures', () => {
  const figuresOf = async (agency: string) =>
    (await (await fetch(new URL(`/statistics/${agency}.json`, inject('portalUrl')))).json()) as {
      all: Record<string, number | null>;
      requests: Record<string, number | null>;
    };

  it('count each kind for the office it was about, requests for information apart, and neither reports of its people nor what is wrong here', async () => {
    const about = runs.filter(
      ({ kind, language, office }) =>
        !['information-request', 'wrong-content', 'misconduct'].includes(kind) && office[language] === kra,
    ).length;
    const told = about < 5 ? null : about;
    expect(await figuresOf('kra')).toMatchObject({
      all: {
        received: told,
        acknowledged: told,
        answered: told,
        resolved: told,
        rated: told,
        satisfaction: told && 5,
        silence: 0,
      },
      // One, which is not told.
      requests: { received: null, resolved: null, silence: 0 },
    });
    expect(await figuresOf('ncc')).toMatchObject({ all: { received: 0 }, requests: { received: null } });
  });

  it.each([
    ['/statistics/', 'Requests for information'],
    ['/sw/statistics/', 'Maombi ya taarifa'],
  ])('stand at %s under a heading of their own', async (path, heading) => {
    const { page } = await open();
    await page.goto(path);
    const requests = page.getByRole('region', { name: heading });
    expect(await barriersOn(page)).toEqual([]);
    const asked = (await requests.getByRole('rowheader').allTextContents()).map((name) => name.trim());
    // Other journeys in the same portal may have asked other offices.
    expect(asked).toEqual(expect.arrayContaining(['Kenya Revenue Authority', 'Nigerian Communications Commission']));
  });
});
