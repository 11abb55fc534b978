import type { Language } from '../../lib/locales.ts';
import { paragraphs } from '../../mail/plain-text.ts';
import { date, duration } from '../../register/format.ts';
import { pageTexts, texts } from '../../texts/texts.ts';
import type { CitedSection, Door, RequestAnswer } from '../case/request-answer.ts';
import { sectionName } from '../routing/term.ts';

/** The same as the page shows it, for a mail: what a refusal rests on, word for word, and what can be done. */
export function requestAnswerText(answer: RequestAnswer, language: Language): string {
  const m = texts('request-answer', language);
  return paragraphs(
    answer.why === 'silence' ? m.silence : '',
    ...answer.cited.map(
      (cited) => `${sectionName(cited.section)}: ${cited.says?.text ?? m.gone}\n${interestText(cited, language)}`,
    ),
    ...(answer.cited.length > 0
      ? answer.publicInterest.map(({ section, says }) => `${sectionName(section)}: ${says.text}`)
      : []),
    [
      `${m.doors}:`,
      ...answer.doors.map(
        (door, index) => `${index + 1}. ${doorName(door, language)}\n${doorLines(door, language).join(' ')}`,
      ),
    ].join('\n'),
  );
}

/** Until when what was paid for is owed. */
export function accessSentence({ due, section }: { due: string; section: string }, language: Language): string {
  return pageTexts('request-answer', language).accessBy({ day: date(due, language), section: sectionName(section) });
}

/** "Review by an independent body: Commission on Administrative Justice". */
export function doorName({ kind, forum }: Door, language: Language): string {
  return `${pageTexts('request-answer', language).kind[kind]}: ${forum.text}`;
}

/** Whether a section that was named gives way to the public interest. */
export function interestText({ publicInterest }: CitedSection, language: Language): string {
  const m = pageTexts('request-answer', language).publicInterest;
  return publicInterest === undefined ? m.unknown : publicInterest ? m.yes : m.no;
}

/** Until when a door is open, what comes before it, and how long an answer takes there: a sentence each. */
export function doorLines(door: Door, language: Language): string[] {
  const m = pageTexts('request-answer', language);
  return [
    windowText(door, language),
    shutText(door, language),
    door.extendable ? m.extendable : '',
    door.state === 'later' && door.waitsFor.length === 0 ? `${m.afterRefusal}.` : '',
    ...door.waitsFor.map((kind) => (kind === 'court' ? '' : `${m.later[kind]}.`)),
    door.directFor ? `${m.directFor({ what: door.directFor.text })}.` : '',
    door.decideWithin ? m.decides({ length: duration(door.decideWithin, language) }) : '',
    door.ifSilent ? `${m.silentThere} ${door.ifSilent.text}` : '',
  ].filter(Boolean);
}

/** On a day on which offices are closed nobody hands in anything there. */
function shutText({ until, state }: Door, language: Language): string {
  if (!until || state === 'closed' || until.openOn === until.earliest) return '';
  const [closed, day] = [date(until.earliest, language), date(until.openOn, language)];
  return pageTexts('deadline', language).shut({ closed, day });
}

function windowText({ window, until, state, section }: Door, language: Language): string {
  const m = pageTexts('request-answer', language);
  const cited = sectionName(section);
  if (until) {
    const [day, later] = [date(until.earliest, language), date(until.latest, language)];
    if (state === 'closed') return m.over({ day: later, section: cited });
    return day === later ? m.until({ day, section: cited }) : m.untilOpen({ day, later, section: cited });
  }
  return window ? m.within({ length: duration(window, language), section: cited }) : m.noLimit({ section: cited });
}
