import { isLiteralElement, parse, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import type { CompiledMessage, CompiledMessages } from './compiled.ts';

/** What stands in a file of texts. */
export interface MessageFile {
  [key: string]: string | MessageFile;
}

/**
 * Reads a message in the ICU's MessageFormat. Angle brackets are plain letters here: no message holds markup. Throws
 * where the message is malformed, for example where a plural has no `other`.
 */
export function parseMessage(message: string): MessageFormatElement[] {
  return parse(message, { ignoreTag: true, shouldParseSkeletons: true, requiresOtherClause: true });
}

/** Compiles the messages of a file. Throws with the place of the first that is malformed. */
export function compileMessages(messages: MessageFile, place: string): CompiledMessages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [
      key,
      typeof value === 'string' ? compileMessage(value, `${place}.${key}`) : compileMessages(value, `${place}.${key}`),
    ]),
  );
}

function compileMessage(message: string, place: string): CompiledMessage {
  try {
    const elements = parseMessage(message);
    return elements.every(isLiteralElement) ? elements.map(({ value }) => value).join('') : elements;
  } catch (cause) {
    throw new Error(
      `${place} is not a message that can be read: ${String(cause)}. See “Interface” in src/docs/translate.md.`,
      { cause },
    );
  }
}
