import { IntlMessageFormat } from 'intl-messageformat';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { localeOf, type Language } from '../lib/locales.ts';
import { FALLBACK_END, FALLBACK_START } from './fallback-marks.ts';

/** A text with values in it. */
export interface Message<Values extends object> {
  (values: Values): string;
  /** The text in pieces, for values that are more than text, such as a name in another language. */
  pieces<Piece extends object>(values: { [Name in keyof Values]: Values[Name] | Piece }): (string | Piece)[];
}

/**
 * Makes the function that writes a message with its values. Plurals, numbers and dates are those of the language; what
 * stands in for a missing translation is marked where that is asked for.
 */
export function makeMessage(elements: MessageFormatElement[], language: Language, marked: boolean): Message<Values> {
  let format: IntlMessageFormat | undefined;
  const parts = <Piece>(values: Record<string, string | number | Piece>): (string | Piece)[] => {
    format ??= new IntlMessageFormat(elements, localeOf(language));
    const written = format.formatToParts<Piece>(values).map((part): string | Piece => part.value);
    return marked ? [FALLBACK_START, ...written, FALLBACK_END] : written;
  };
  return Object.assign((values: Values) => parts<never>(values).join(''), {
    pieces: <Piece extends object>(values: Record<string, string | number | Piece>) => parts(values),
  });
}

type Values = Record<string, string | number>;
