import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/** A text as it is shown or, where values go into it, its parsed form. */
export type CompiledMessage = string | MessageFormatElement[];

/** The messages of a topic, nested as in its file. */
export interface CompiledMessages {
  [key: string]: CompiledMessage | CompiledMessages;
}

/** Everything that one language says, by topic. */
export type CompiledLanguage = Record<string, CompiledMessages>;

/** Answers whether a place in a topic is a message, and not a record of messages. */
export function isMessage(place: CompiledMessage | CompiledMessages): place is CompiledMessage {
  return typeof place === 'string' || Array.isArray(place);
}

/** What English says and another language does not. */
export function lackingIn(own: CompiledMessages, english: CompiledMessages): CompiledMessages {
  return Object.fromEntries(
    Object.entries(english).flatMap(([key, value]): [string, CompiledMessage | CompiledMessages][] => {
      const translated = own[key];
      if (translated === undefined) return [[key, value]];
      if (isMessage(value) || isMessage(translated)) return [];
      const lacking = lackingIn(translated, value);
      return Object.keys(lacking).length > 0 ? [[key, lacking]] : [];
    }),
  );
}
