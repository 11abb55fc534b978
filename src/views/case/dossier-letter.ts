import type { Answer } from '../../cases/case/answers.ts';
import type { Door, RequestAnswer } from '../../cases/case/request-answer.ts';
import type { CaseView } from '../../cases/case/view.ts';
import { dayInWords } from '../../cases/letters/event-sentences.ts';
import { sectionName } from '../../cases/routing/term.ts';
import { dayIn } from '../../deadlines/working-days.ts';
import type { Language } from '../../lib/locales.ts';
import { duration } from '../../register/format.ts';
import { pageTexts } from '../../texts/texts.ts';

/** A letter in the form of the door it is for, to be printed and signed. */
export interface DossierLetter {
  /** What kind of letter it is, as it says of itself. */
  label: string;
  /** Lines of the addressee. */
  to: string[];
  /** A line for the address is left empty, because it is not known here. */
  addressMissing: boolean;
  subject: string;
  /** Who writes, where they agreed to be known; empty lines are left for them otherwise. */
  sender: Answer[];
  /** What happened until now, a paragraph each. */
  facts: string[];
  /** The request in the citizen's words. */
  words: string;
  /** Why it is to be decided otherwise, a paragraph each. */
  grounds: string[];
  /** What the citizen adds, word for word. */
  added?: string;
  wish: string;
  /** Until when, how long a decision takes, and that it has come by another way as well. */
  times: string[];
}

/** What the citizen's letter to a door says, from what is known of the request and of the law. */
export function dossierLetter(
  view: CaseView,
  answer: RequestAnswer,
  door: Door,
  { added, language }: { added: string; language: Language },
): DossierLetter {
  const m = pageTexts('dossier', language).letter;
  const label = m.label[door.kind];
  const [law, body, section] = [answer.law.text, bodyName(view, answer), sectionName(door.section)];
  const { lines, hasAddress } = addressee(view, answer, door, language);
  return {
    label,
    to: lines,
    addressMissing: !hasAddress,
    subject: m.subject({ label, body, law, section }),
    sender: view.identity === 'shared' ? view.answersAboutCitizen(language) : [],
    facts: [
      answer.receivedOn
        ? m.asked({ body, law, day: dayInWords(answer.receivedOn, language) })
        : m.askedWithoutDay({ body, law }),
    ],
    words: view.requestWords(language) ?? '',
    grounds: [
      whatCame(answer, language),
      ...citedSentences(answer, language),
      // The portal learns nothing of a review inside the institution: its days are written in by hand.
      ...(door.waitsFor.includes('internal-review') ? [m.reviewed] : []),
    ],
    ...(added ? { added } : {}),
    wish: m.wish[door.kind]({ section }),
    times: timesOf(view, door, language),
  };
}

/** The name of the body that was to answer. */
export function bodyName(view: CaseView, { body }: RequestAnswer): string {
  return body?.name.text ?? view.agency.name;
}

/** A court takes no letter, so what can be written before it goes to the institution itself. */
function addressee(
  view: CaseView,
  answer: RequestAnswer,
  door: Door,
  language: Language,
): { lines: string[]; hasAddress: boolean } {
  const office = door.kind === 'commission' ? door.office : answer.body;
  const lines =
    door.kind === 'commission'
      ? [office?.name.text ?? door.forum.text]
      : [pageTexts('dossier', language).letter.head, bodyName(view, answer)];
  const reached = [office?.address, office?.emails[0]].filter((line) => line !== undefined);
  return { lines: [...lines, ...reached], hasAddress: office?.address !== undefined };
}

function whatCame(answer: RequestAnswer, language: Language): string {
  const m = pageTexts('dossier', language).letter;
  if (answer.why !== 'silence') return m.why[answer.why]({ day: dayInWords(answer.decidedOn ?? '', language) });
  const { answerBy } = answer;
  return answerBy
    ? m.silence({ day: dayInWords(answerBy.due, language), section: sectionName(answerBy.section) })
    : pageTexts('request-answer', language).silence;
}

function citedSentences({ why, cited }: RequestAnswer, language: Language): string[] {
  const m = pageTexts('dossier', language).letter;
  if (cited.length === 0) return why === 'refused' || why === 'given-in-part' ? [m.notCited] : [];
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const names = (sections: typeof cited): string => list.format(sections.map(({ section }) => sectionName(section)));
  const yielding = cited.filter(({ publicInterest }) => publicInterest);
  return [
    m.cited({ sections: names(cited) }),
    ...(yielding.length > 0 ? [m.interest({ sections: names(yielding), count: yielding.length })] : []),
  ];
}

function timesOf(view: CaseView, door: Door, language: Language): string[] {
  const m = pageTexts('dossier', language).letter;
  const section = sectionName(door.section);
  const { until, decideWithin, decideSection = door.section } = door;
  const passedOn = view.timeline.findLast(
    ({ event }) => event.kind === 'escalated' && event.to.kind === 'body' && event.to.agency === door.office?.agency.id,
  );
  return [
    until && door.state === 'closed' ? m.tooLate[door.kind]({ day: dayInWords(until.latest, language), section }) : '',
    until && door.state !== 'closed' ? m.inTime[door.kind]({ day: dayInWords(until.earliest, language), section }) : '',
    decideWithin ? m.decides({ length: duration(decideWithin, language), section: sectionName(decideSection) }) : '',
    passedOn && door.kind === 'commission'
      ? m.alsoByMail({ day: dayInWords(dayIn(view.timeZone, passedOn.at), language) })
      : '',
  ].filter(Boolean);
}
