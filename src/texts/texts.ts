import { defaultLanguage, type Language } from '../lib/locales.ts';
import { compiledLanguage } from './catalogues.ts';
import { isMessage, lackingIn, type CompiledMessage, type CompiledMessages } from './compiled.ts';
import { FALLBACK_END, FALLBACK_START } from './fallback-marks.ts';
import { makeMessage, type Message } from './message.ts';
import type { Texts } from './shape.ts';

export type Topic = keyof Texts;

/** The language that is complete and stands in where another lacks a text. */
const COMPLETE: Language = defaultLanguage;

/**
 * The texts of a topic for mails, feeds, data and logs. A text without values is a string, one with values is a
 * function of them. What a language lacks is said in English.
 */
export function texts<T extends Topic>(topic: T, language: Language): Texts[T] {
  return topicIn(topic, language, false);
}

/** The texts of a topic for a page: as `texts()`, and what is said in English instead bears its language. */
export function pageTexts<T extends Topic>(topic: T, language: Language): Texts[T] {
  return topicIn(topic, language, true);
}

/** Answers whether a language says everything itself, so that nothing of it bears a mark. */
export function isTranslated(language: Language): boolean {
  let translated = complete.get(language);
  if (translated === undefined) {
    const own = compiledLanguage(language) ?? {};
    translated = Object.keys(lackingIn(own, compiledLanguage(COMPLETE) ?? {})).length === 0;
    complete.set(language, translated);
  }
  return translated;
}

const complete = new Map<string, boolean>();
const made = new Map<string, unknown>();

function topicIn<T extends Topic>(topic: T, language: Language, marked: boolean): Texts[T] {
  const key = `${topic} ${language} ${marked}`;
  let topicTexts = made.get(key);
  if (!topicTexts) {
    const own = compiledLanguage(language)?.[topic];
    const complete = compiledLanguage(COMPLETE)?.[topic];
    if (!own && !complete) throw new Error(`The texts of "${topic}" are not here: wait for loadTexts() first.`);
    topicTexts = makeTexts(own ?? {}, complete ?? {}, { language, marked: marked && language !== COMPLETE });
    made.set(key, topicTexts);
  }
  return topicTexts as Texts[T];
}

interface Making {
  language: Language;
  /** What is taken from English gets marks. */
  marked: boolean;
}

interface MadeTexts {
  [key: string]: string | Message<Record<string, string | number>> | MadeTexts;
}

function makeTexts(own: CompiledMessages, complete: CompiledMessages, making: Making): MadeTexts {
  const keys = new Set([...Object.keys(complete), ...Object.keys(own)]);
  return Object.fromEntries([...keys].map((key) => [key, makePlace(own[key], complete[key], making)]));
}

function makePlace(
  own: CompiledMessage | CompiledMessages | undefined,
  complete: CompiledMessage | CompiledMessages | undefined,
  making: Making,
): MadeTexts[string] {
  const { language, marked } = making;
  if (own !== undefined && isMessage(own)) return makeText(own, language, false);
  if (complete !== undefined && isMessage(complete)) return makeText(complete, COMPLETE, marked);
  return makeTexts(own ?? {}, complete ?? {}, making);
}

function makeText(message: CompiledMessage, language: Language, marked: boolean): MadeTexts[string] {
  if (typeof message !== 'string') return makeMessage(message, language, marked);
  return marked ? `${FALLBACK_START}${message}${FALLBACK_END}` : message;
}
