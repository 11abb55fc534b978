import type { CitedSection, Door, RequestAnswer } from '../../cases/case/request-answer.ts';
import { doorLines, interestText } from '../../cases/letters/request-answer-text.ts';
import { sectionName } from '../../cases/routing/term.ts';
import type { RequestDate } from '../../deadlines/request-dates.ts';
import type { Language } from '../../lib/locales.ts';
import type { Text } from '../../register/localise.ts';
import { urls } from '../../site/urls.ts';
import { pageTexts } from '../../texts/texts.ts';
import { doorsToWriteTo } from './doors-to-write-to.ts';

/** What became of a request for information that was not granted in full, ready to show. */
export interface RequestAnswerView {
  title: string;
  /** Said where nothing was decided. */
  silence?: string;
  /** A refusal that names no section, in a country whose law describes some. */
  noSection?: string;
  withheld?: string;
  cited: { section: string; says: Text; interest: string }[];
  publicInterest: { section: string; says: Text }[];
  doors: DoorView[];
  /** Whom a letter may be for, by the place of the door in the Act, and which is open; absent where nobody is left. */
  letters?: { options: Record<string, string>; chosen: string };
  /** The page with the whole law. */
  lawHref: string;
}

/** A door after a refusal or silence, ready to show. */
export interface DoorView {
  kind: string;
  forum: Text;
  state: Door['state'];
  /** The state in words. */
  says: string;
  lines: string[];
  /** The charter of the body that hears it, where it has one here. */
  href?: string;
  /** Its address, telephones and e-mail. */
  reached: string[];
  mustSay: Text[];
  note?: Text;
  /** How the days until its end are counted. */
  counted?: RequestDate;
}

/** Makes what became of a request ready to show; undefined where there is nothing to tell. */
export function requestAnswerView(
  answer: RequestAnswer | undefined,
  language: Language,
): RequestAnswerView | undefined {
  if (!answer) return undefined;
  const m = pageTexts('request-answer', language);
  const named = answer.cited.length > 0;
  return {
    title: m.title[answer.why],
    ...(answer.why === 'silence' ? { silence: m.silence } : {}),
    ...(!named && (answer.why === 'refused' || answer.why === 'given-in-part') ? { noSection: m.noSection } : {}),
    ...(answer.withheld ? { withheld: answer.withheld } : {}),
    cited: answer.cited.map((section) => citedView(section, language)),
    publicInterest: named
      ? answer.publicInterest.map(({ section, says }) => ({ section: sectionName(section), says }))
      : [],
    doors: answer.doors.map((door) => doorView(door, language)),
    ...lettersView(answer.doors, language),
    lawHref: urls.informationRights(language, answer.country),
  };
}

function citedView(cited: CitedSection, language: Language): RequestAnswerView['cited'][number] {
  return {
    section: sectionName(cited.section),
    says: cited.says ?? { text: pageTexts('request-answer', language).gone },
    interest: interestText(cited, language),
  };
}

function lettersView(doors: readonly Door[], language: Language): Pick<RequestAnswerView, 'letters'> {
  const m = pageTexts('dossier', language);
  const ways = doorsToWriteTo(doors);
  const [first] = ways;
  if (!first) return {};
  const option = ({ kind, forum, state }: Door): string => {
    const texts = pageTexts('request-answer', language);
    const named = m.doorOption({ kind: texts.kind[kind], forum: forum.text });
    return state === 'open' ? named : m.notOpen({ option: named, state: texts.state[state] });
  };
  return {
    letters: {
      options: Object.fromEntries(ways.map(([place, door]) => [String(place), option(door)])),
      chosen: String(first[0]),
    },
  };
}

function doorView(door: Door, language: Language): DoorView {
  const m = pageTexts('request-answer', language);
  const { kind, forum, state, office, mustSay, note, counted } = door;
  return {
    kind: m.kind[kind],
    forum,
    state,
    says: m.state[state],
    lines: doorLines(door, language),
    ...(office && kind === 'commission' ? { href: urls.charter(language, office.agency) } : {}),
    reached: office
      ? [office.address, ...office.phones.slice(0, 2), office.emails[0]].filter((way) => way !== undefined)
      : [],
    mustSay,
    ...(note ? { note } : {}),
    ...(counted && state !== 'closed' ? { counted } : {}),
  };
}
