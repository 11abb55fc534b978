import { TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js';
import { parseMessage, type MessageFile } from '../../src/texts/compile.ts';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'áƀçđéƒĝĥíĵķļɱñóþɋŕšŧúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶĻḾÑÓÞɊŔŠŦÚṼŴẊÝŽ';

/**
 * Writes a text as a language that does not exist would: every letter bears a mark, and it is 40 % longer, as German or
 * Malay may be. Values and choices stay as they are.
 */
export function pseudoText(message: string): string {
  return printAST(parseMessage(message).map(pseudoElement));
}

/** Writes all texts of a file so. */
export function pseudoFile(messages: MessageFile): MessageFile {
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [
      key,
      typeof value === 'string' ? pseudoText(value) : pseudoFile(value),
    ]),
  );
}

function pseudoElement(element: MessageFormatElement): MessageFormatElement {
  if (element.type === TYPE.literal) return { ...element, value: longer(element.value) };
  if (element.type !== TYPE.plural && element.type !== TYPE.select) return element;
  const options = Object.entries(element.options).map(([name, option]) => [
    name,
    { ...option, value: option.value.map(pseudoElement) },
  ]);
  return { ...element, options: Object.fromEntries(options) as typeof element.options };
}

function longer(text: string): string {
  const marked = [...text].map((letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter).join('');
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const words = Array.from({ length: Math.round((letters * 0.4) / 5) }, () => 'ĺóŕḿ').join(' ');
  // What is added stands inside, so that spaces and full stops at the ends remain.
  const end = /[\p{P}\s]*$/u.exec(marked)?.[0] ?? '';
  return words ? `${marked.slice(0, marked.length - end.length)} ${words}${end}` : marked;
}
