import type { Language } from '../../lib/locales.ts';
import { emergencyNumbers, type EmergencyNumbers } from '../../register/emergency-numbers.ts';
import type { Agency, Register, RegisterEntry } from '../../register/register.ts';
import { agencyOfOutcome, type FinderOutcome } from '../../schemas/finder.ts';
import type { EmergencyKind } from '../../schemas/emergency.ts';
import type { Text } from '../../register/localise.ts';
import type { Reading } from '../../register/readings.ts';
import { urls } from '../urls.ts';
import { contactOf, type ContactView } from './contact.ts';
import type { ViewOptions } from './evidence.ts';
import { countryName } from './jurisdiction.ts';
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
  /** Absent where only numbers to call are given. */
  office?: OfficeView;
  /** Whom to call first, where danger may lead here. */
  emergency?: { kind: EmergencyKind; numbers: EmergencyNumbers };
}

export interface OfficeView {
  agency: { id: string; name: Text; href: string };
  service?: ServiceView;
  desk?: ContactView;
  next: FinderOutcome['next'];
  /** Where each step leads. A service that takes complaints or reports has none for a complaint about it. */
  hrefs: { read: string; ask: string; complain?: string };
  /** The portal's own form that is this very complaint or report. */
  own?: { href: string; label: string };
}

/** The countries that have a finder, with the address of its first question. */
export function finderCountries(register: Register, language: Language): { id: string; name: Text; href: string }[] {
  return [...register.finder.keys()].map((id) => ({
    id,
    name: countryName(register, id, { language }),
    href: urls.finderStep(language, id),
  }));
}

/** The ids of all pages of a country's finder except its first question, whose address is the country's. */
export function finderSteps({ data }: RegisterEntry<'finder'>): string[] {
  return [...data.questions, ...data.outcomes].map(({ id }) => id).filter((id) => id !== data.start);
}

/**
 * A question or an outcome ready to show; without a step the first question. Undefined when there is none of that
 * name.
 */
export function finderStep(
  register: Register,
  country: string,
  step: string | undefined,
  options: ViewOptions,
): QuestionView | OutcomeView | undefined {
  const entry = register.finder.get(country);
  if (!entry) return undefined;
  const { language } = options;
  const finder = register.in(language).finder(entry);
  const id = step ?? finder.start;
  const way = wayTo(finder, id);
  const before = way.at(-1);
  const base: StepView = {
    id,
    country: { id: country, name: countryName(register, country, options) },
    back: before && hrefOf(finder, country, before.question.id, language),
    trail: way.map(({ question, answer }) => ({ question: question.text, answer: answer.text })),
  };
  const question = finder.questions.find((candidate) => candidate.id === id);
  if (question) return { ...base, ...questionView(finder, country, question, way.length, language) };
  const outcome = finder.outcomes.find((candidate) => candidate.id === id);
  if (!outcome) return undefined;
  const agency = register.agencies.get(agencyOfOutcome(outcome));
  const kind = outcome.emergency;
  const numbers = kind && emergencyNumbers(register, country, language);
  return {
    ...base,
    kind: 'outcome',
    text: outcome.text,
    office: agency && officeView(register, outcome, agency, options),
    emergency: kind && numbers && { kind, numbers },
  };
}

type Read = Reading<'finder'>;
type Question = Read['questions'][number];
type Answer = Question['answers'][number];

function questionView(finder: Read, country: string, question: Question, before: number, language: Language) {
  const { text, help, answers } = question;
  return {
    kind: 'question' as const,
    text,
    help,
    answers: answers.map((answer) => ({ text: answer.text, href: hrefOf(finder, country, answer.to, language) })),
    number: before + 1,
    most: before + questionsFrom(finder, question.id),
  };
}

function officeView(
  register: Register,
  { service: wanted, next }: Read['outcomes'][number],
  agency: Agency,
  options: ViewOptions,
): OfficeView {
  const { language } = options;
  const { name, sources } = register.in(language).charter(agency);
  const registered = agency.services.find(({ id }) => `${agency.id}/${id}` === wanted);
  const href = urls.charter(language, agency);
  const service = registered && serviceView(register, agency, registered, { ...options, sources });
  return {
    agency: { id: agency.id, name, href },
    service,
    own: service && ownDoorOf(service, language),
    desk: contactOf(register, agency, ['complaint', 'general'], options),
    next,
    hrefs: {
      read: service?.href ?? href,
      complain: service ? service.complainHref : urls.complain(language, agency),
      ask: urls.informationRights(language, agency.data.jurisdiction),
    },
  };
}

/** The shortest way from the first question: each question with the answer that was given. */
function wayTo({ start, questions }: Read, goal: string): { question: Question; answer: Answer }[] {
  const ways: { id: string; way: { question: Question; answer: Answer }[] }[] = [{ id: start, way: [] }];
  for (const { id, way } of ways) {
    if (id === goal) return way;
    const question = questions.find((candidate) => candidate.id === id);
    question?.answers.forEach((answer) => ways.push({ id: answer.to, way: [...way, { question, answer }] }));
  }
  return [];
}

/**
 * Counts the questions of the longest way from a question to an outcome, itself included. The check has refused
 * circles.
 */
function questionsFrom(finder: Read, id: string): number {
  const question = finder.questions.find((candidate) => candidate.id === id);
  return question ? 1 + Math.max(...question.answers.map(({ to }) => questionsFrom(finder, to))) : 0;
}

function hrefOf({ start }: Read, country: string, step: string, language: Language): string {
  return urls.finderStep(language, country, step === start ? undefined : step);
}
