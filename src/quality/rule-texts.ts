import type { Language } from '../lib/locales.ts';
import { date } from '../register/format.ts';
import type { Texts } from '../texts/shape.ts';
import { pageTexts } from '../texts/texts.ts';
import { WORKING_DAY_MINUTES } from './working-time.ts';

export type RuleId = keyof Texts['quality-rules'];

/** What a message may need to know. Times are in working minutes, dates in ISO 8601. */
export interface GapValues {
  name?: string;
  date?: string;
  language?: string;
  found?: number;
  limit?: number;
  count?: number;
}

export interface RuleText {
  /** What the rule asks for, as a statement that is true when it is passed. */
  title: string;
  /** What is missing or wrong at one place. */
  lacks: (values: GapValues) => string;
  /** What a desk officer does about it. */
  fix: string;
}

/** The texts of a rule in a language. Names of fields stay in English, because the CMS shows them so. */
export function ruleText(id: RuleId, language: Language): RuleText {
  const rule = pageTexts('quality-rules', language)[id];
  return {
    title: rule.title,
    fix: rule.fix,
    lacks: (values) => {
      const message = values.date && 'lacksLately' in rule ? rule.lacksLately : rule.lacks;
      return typeof message === 'string' ? message : message(inWords(values, language));
    },
  };
}

function inWords(values: GapValues, language: Language) {
  const { name = '', date: day = '', language: translated = '', found = 0, limit = 0, count = 1 } = values;
  return {
    name,
    date: day && date(day, language),
    language: translated,
    found,
    limit,
    count,
    foundTime: span(found, language),
    limitTime: span(limit, language),
  };
}

/** Working minutes in the largest unit that fits, to one decimal: 1,200 are "2.5 working days". */
function span(minutes: number, language: Language): string {
  const m = pageTexts('durations', language).span;
  const inDecimals = (amount: number): { number: string } => ({
    number: (Math.round(amount * 10) / 10).toLocaleString('en'),
  });
  if (minutes >= WORKING_DAY_MINUTES) return m.days(inDecimals(minutes / WORKING_DAY_MINUTES));
  return minutes >= 60 ? m.hours(inDecimals(minutes / 60)) : m.minutes(inDecimals(minutes));
}
