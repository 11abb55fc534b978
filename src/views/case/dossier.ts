import { isSealed } from '../../cases/case/seal.ts';
import type { Door, RequestAnswer } from '../../cases/case/request-answer.ts';
import type { CaseView, TimelineEntry } from '../../cases/case/view.ts';
import { countingSentence, dayInWords, dueInWords, instantInWords } from '../../cases/letters/event-sentences.ts';
import { doorName } from '../../cases/letters/request-answer-text.ts';
import { sectionName } from '../../cases/routing/term.ts';
import type { RequestDate } from '../../deadlines/request-dates.ts';
import { defaultLanguage, languages, type Language } from '../../lib/locales.ts';
import { duration } from '../../register/format.ts';
import type { Text } from '../../register/localise.ts';
import type { Register } from '../../register/register.ts';
import { pageTexts } from '../../texts/texts.ts';
import { bodyName, dossierLetter, type DossierLetter } from './dossier-letter.ts';
import { doorsToWriteTo } from './doors-to-write-to.ts';
import { eventText } from './event-text.ts';
import { requestAnswerView, type RequestAnswerView } from './request-answer.ts';

/** What a citizen takes to whoever reviews a refusal or silence: the letter, and all that it rests on. */
export interface DossierView {
  /** Of the paper: one in which the law's offices work, the reader's where they do. */
  language: Language;
  reference: string;
  /** Only a court hears it, which takes no letter. */
  isForCourt: boolean;
  letter: DossierLetter;
  /** What the law says a letter has to tell; empty where it says nothing. */
  mustSay: Text[];
  cover: { label: string; value: string }[];
  request: string;
  timeline: { at: string; when: string; says: string }[];
  counting: Counting[];
  /** What a refusal rests on; absent after silence. */
  refusal?: RequestAnswerView;
  correspondence: Written[];
}

/** How a time of the law was counted: in sentences, and day by day. */
export interface Counting {
  title: string;
  says: string[];
  date: RequestDate;
}

/** Something that either side wrote, with the names of its files. */
export interface Written {
  at: string;
  when: string;
  title: string;
  words?: string;
  withheld?: string;
  files: string[];
}

/** What is chosen on the case page. */
export interface DossierWish {
  /** Place of a door in the Act; the first that a letter is of use for where none, or none of these, is named. */
  door?: string | undefined;
  /** What the citizen adds to the letter. It is not stored. */
  added: string;
}

/** Makes the dossier of a request that was refused or not answered in time; undefined where there is nothing to review. */
export function dossierView(
  view: CaseView,
  register: Register,
  wish: DossierWish,
  reader: Language,
): DossierView | undefined {
  const language = paperLanguage(view, register, reader);
  const answer = view.requestAnswer(language);
  const ways = doorsToWriteTo(answer?.doors ?? []);
  const [, door] = ways.find(([place]) => String(place) === wish.door) ?? ways[0] ?? [];
  if (!answer || !door) return undefined;
  const told = requestAnswerView(answer, language);
  return {
    language,
    reference: view.reference,
    isForCourt: door.kind === 'court',
    letter: dossierLetter(view, answer, door, { added: wish.added, language }),
    mustSay: door.mustSay,
    cover: cover(view, answer, door, language),
    request: view.requestWords(language) ?? '',
    timeline: view.timeline.map((entry) => ({
      at: entry.at,
      when: instantInWords(entry.at, language, view.timeZone),
      says: eventText(entry, view.timeline, language),
    })),
    counting: countings(answer, door, view.timeZone, language),
    ...(told && answer.why !== 'silence' ? { refusal: told } : {}),
    correspondence: view.timeline.flatMap((entry) => written(entry, view, language)),
  };
}

function paperLanguage({ agency }: CaseView, { agencies, jurisdictions }: Register, reader: Language): Language {
  const official = jurisdictions.get(agencies.get(agency.id)?.data.jurisdiction ?? '')?.data.languages ?? [];
  if (official.includes(reader)) return reader;
  return official.find((language) => languages.includes(language)) ?? defaultLanguage;
}

function cover(view: CaseView, answer: RequestAnswer, door: Door, language: Language): DossierView['cover'] {
  const m = pageTexts('dossier', language).cover;
  const { answerBy, receivedOn, why, decidedOn } = answer;
  const outcome = pageTexts('request-answer', language).outcome[why];
  const count = view.files.length;
  const line = (label: string, value: string | undefined) => (value ? [{ label, value }] : []);
  return [
    ...line(m.body, bodyName(view, answer)),
    ...line(m.law, answer.law.text),
    ...line(m.received, receivedOn && dayInWords(receivedOn, language)),
    ...line(m.due, answerBy && `${dueInWords(answerBy, view.timeZone, language)} (${sectionName(answerBy.section)})`),
    ...line(m.outcome, decidedOn ? `${outcome}, ${dayInWords(decidedOn, language)}` : outcome),
    ...line(m.door, doorName(door, language)),
    ...line(m.until, door.until && `${dayInWords(door.until.earliest, language)} (${sectionName(door.section)})`),
    ...line(m.files, count > 0 ? String(count) : undefined),
  ];
}

function countings(answer: RequestAnswer, door: Door, timeZone: string, language: Language): Counting[] {
  const m = pageTexts('dossier', language).time;
  const title = m.window({ door: doorName(door, language) });
  return [
    ...(answer.answerBy ? [counting(m.answer, answer.answerBy, answer, { timeZone, language })] : []),
    ...(door.counted ? [counting(title, door.counted, answer, { timeZone, language })] : []),
  ];
}

function counting(
  title: string,
  date: RequestDate,
  { law }: RequestAnswer,
  { timeZone, language }: { timeZone: string; language: Language },
): Counting {
  const m = pageTexts('dossier', language).time;
  const { limit, section, extension, from, earliest, due } = date;
  const day = dueInWords(date, timeZone, language);
  return {
    title,
    says: [
      m.limit({ length: duration(limit, language), law: law.text, section: sectionName(section) }),
      extension ? m.extended({ length: duration({ max: extension, unit: limit.unit }, language) }) : '',
      m.from({ day: dayInWords(from.latest, language) }),
      earliest < due ? m.endsOpen({ earliest: dayInWords(earliest, language), day }) : m.ends({ day }),
      countingSentence(date, language),
    ].filter(Boolean),
    date,
  };
}

const byCitizen = new Set(['message', 'reopened', 'withdrawn', 'rated']);

function written(entry: TimelineEntry, view: CaseView, language: Language): Written[] {
  const m = pageTexts('dossier', language);
  const { at, event, withheld } = entry;
  const isFirst = event.kind === 'received';
  const text = isFirst ? view.requestWords(language) : entry.words;
  if (!text && !withheld && entry.files.length === 0) return [];
  const { wrote } = pageTexts('case-life', language);
  return [
    {
      at,
      when: instantInWords(at, language, view.timeZone),
      title: isFirst ? m.request : byCitizen.has(event.kind) ? wrote.citizen : wrote.officer,
      ...(text ? { words: isSealed(text) ? m.sealed : text } : {}),
      ...(withheld ? { withheld } : {}),
      files: entry.files.map(({ number, type, bytes }) =>
        m.file({
          number,
          type: (type.split('/')[1] ?? '').toUpperCase(),
          kilobytes: Math.max(1, Math.round(bytes / 1024)),
        }),
      ),
    },
  ];
}
