import type { CitedSection, Door, RequestAnswer } from '../../cases/case/request-answer.ts';
import { doorLines, interestText } from '../../cases/letters/request-answer-text.ts';
import { sectionName } from '../../cases/routing/term.ts';
import type { Language } from '../../lib/locales.ts';
import type { Text } from '../../register/localise.ts';
import { urls } from '../../site/urls.ts';
import { pageTexts } from '../../texts/texts.ts';

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
  /** The page with the whole law. */
  lawHref: string;
}

export interface DoorView {
  kind: string;
  forum: Text;
  /** "Open now", or after what. */
  state: string;
  open: boolean;
  lines: string[];
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

function doorView(door: Door, language: Language): DoorView {
  const m = pageTexts('request-answer', language);
  const [before] = door.after;
  return {
    kind: m.kind[door.kind],
    forum: door.forum,
    open: before === undefined && !door.closed,
    state: before === undefined || before === 'court' ? m.now : m.later[before],
    lines: doorLines(door, language),
  };
}
