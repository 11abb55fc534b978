import type { Language } from '../../lib/locales.ts';
import { contactFor } from '../../register/ladder.ts';
import type { Agency, Register, RegisterEntry } from '../../register/register.ts';
import { agencyOfOutcome, type Finder, type FinderOutcome, type FinderQuestion } from '../../schemas/finder.ts';
import { translator, type Text, type Translator } from '../../register/localise.ts';
import { urls } from '../urls.ts';
import { contactView, type ContactView } from './contact.ts';
import type { ViewContext } from './evidence.ts';
import { ownDoorOf, serviceView, type ServiceView } from './service.ts';

interface StepView {
  id: string;
  country: { id: string; name: Text };
  /** Address of the question before; absent on the first. */
  back?: string;
  /** What was asked and answered so far. */
  trail: { question: Text; answer: Text }[];
}

export interface QuestionView extends StepView {
  kind: 'question';
  text: Text;
  help?: Text;
  answers: { text: Text; href: string }[];
  /** Place of this question, and of the last one on the longest way from here. */
  number: number;
  most: number;
}

export interface OutcomeView extends StepView {
  kind: 'outcome';
  text: Text;
  agency: { id: string; name: Text; href: string };
  service?: ServiceView;
  desk?: ContactView;
  next: FinderOutcome['next'];
  /** Where each step leads. A service that takes complaints or reports has none for a complaint about it. */
  hrefs: { read: string; ask: string; complain?: string };
  /** The portal's own form that is this very complaint or report. */
  own?: { href: string; label: string };
}

/** Gives the countries that have a finder, with the address of its first question. */
export function finderCountries(register: Register, language: Language): { id: string; name: Text; href: string }[] {
  return [...register.finder.keys()].map((id) => ({
    id,
    name: countryName(register, id, language),
    href: urls.finderStep(language, id),
  }));
}

/** Gives the ids of all pages of a country's finder except its first question, whose address is the country's. */
export function finderSteps({ data }: RegisterEntry<'finder'>): string[] {
  return [...data.questions, ...data.outcomes].map(({ id }) => id).filter((id) => id !== data.start);
}

/**
 * Gives a question or an outcome ready to show; without a step the first question. Undefined when there is none of that
 * name.
 */
export function finderStep(
  register: Register,
  country: string,
  step: string | undefined,
  options: { language: Language; today: Date },
): QuestionView | OutcomeView | undefined {
  const entry = register.finder.get(country);
  if (!entry) return undefined;
  const { data } = entry;
  const { language } = options;
  const t = translator(data, language);
  const id = step ?? data.start;
  const way = wayTo(data, id);
  const before = way.at(-1);
  const base: StepView = {
    id,
    country: { id: country, name: countryName(register, country, language) },
    ...(before ? { back: hrefOf(data, country, before.question.id, language) } : {}),
    trail: way.map(({ question, answer }) => {
      const at = data.questions.indexOf(question);
      return {
        question: t(question.text, 'questions', at, 'text'),
        answer: t(question.answers[answer]?.text ?? '', 'questions', at, 'answers', answer, 'text'),
      };
    }),
  };
  const question = data.questions.find((candidate) => candidate.id === id);
  if (question) return { ...base, ...questionView(data, country, question, way.length, t, language) };
  const outcome = data.outcomes.find((candidate) => candidate.id === id);
  const agency = outcome && register.agencies.get(agencyOfOutcome(outcome));
  return outcome && agency ? { ...base, ...outcomeView(register, data, outcome, agency, t, options) } : undefined;
}

function questionView(
  data: Finder,
  country: string,
  question: FinderQuestion,
  before: number,
  t: Translator,
  language: Language,
) {
  const at = data.questions.indexOf(question);
  const help = t(question.help, 'questions', at, 'help');
  return {
    kind: 'question' as const,
    text: t(question.text, 'questions', at, 'text'),
    ...(help ? { help } : {}),
    answers: question.answers.map(({ text, to }, place) => ({
      text: t(text, 'questions', at, 'answers', place, 'text'),
      href: hrefOf(data, country, to, language),
    })),
    number: before + 1,
    most: before + questionsFrom(data, question.id),
  };
}

function outcomeView(
  register: Register,
  data: Finder,
  outcome: FinderOutcome,
  agency: Agency,
  t: Translator,
  options: { language: Language; today: Date },
) {
  const { language } = options;
  const context: ViewContext = { ...options, sources: agency.data.sources };
  const ofAgency = translator(agency.data, language);
  const registered = agency.services.find(({ id }) => `${agency.id}/${id}` === outcome.service);
  const contact = contactFor(agency, 'complaint') ?? contactFor(agency, 'general');
  const href = urls.charter(language, agency);
  const service = registered && serviceView(register, agency, registered, context);
  const own = service && ownDoorOf(service, language);
  const complain = service ? service.complainHref : urls.complain(language, agency);
  return {
    kind: 'outcome' as const,
    text: t(outcome.text, 'outcomes', data.outcomes.indexOf(outcome), 'text'),
    agency: { id: agency.id, name: ofAgency(agency.data.name, 'name'), href },
    ...(service ? { service } : {}),
    ...(own ? { own } : {}),
    ...(contact
      ? { desk: contactView(contact, ofAgency, ['contacts', agency.data.contacts.indexOf(contact)], context) }
      : {}),
    next: outcome.next,
    hrefs: {
      read: registered ? urls.service(language, agency, registered.id) : href,
      ...(complain ? { complain } : {}),
      ask: urls.informationRights(language, agency.data.jurisdiction),
    },
  };
}

/** The shortest way from the first question: each question with the place of the answer that was given. */
function wayTo(data: Finder, goal: string): { question: FinderQuestion; answer: number }[] {
  const ways: { id: string; way: { question: FinderQuestion; answer: number }[] }[] = [{ id: data.start, way: [] }];
  for (const { id, way } of ways) {
    if (id === goal) return way;
    const question = data.questions.find((candidate) => candidate.id === id);
    question?.answers.forEach(({ to }, answer) => ways.push({ id: to, way: [...way, { question, answer }] }));
  }
  return [];
}

/**
 * Counts the questions of the longest way from a question to an outcome, itself included. The check has refused
 * circles.
 */
function questionsFrom(data: Finder, id: string): number {
  const question = data.questions.find((candidate) => candidate.id === id);
  return question ? 1 + Math.max(...question.answers.map(({ to }) => questionsFrom(data, to))) : 0;
}

function hrefOf({ start }: Finder, country: string, step: string, language: Language): string {
  return urls.finderStep(language, country, step === start ? undefined : step);
}

function countryName(register: Register, id: string, language: Language): Text {
  const jurisdiction = register.jurisdictions.get(id);
  return jurisdiction ? translator(jurisdiction.data, language)(jurisdiction.data.name, 'name') : { text: id };
}
