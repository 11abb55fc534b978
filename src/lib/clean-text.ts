import { withoutHidden } from './hidden-characters.ts';

/** Everything that some reader of mail or of pages shows as the end of a line (Unicode, section 5.8). */
const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/**
 * Frees a text of what no keyboard types and nobody sees. Its lines end in "\n" alone, so that each can be marked as
 * somebody's words.
 */
export function cleanText(typed: string): string {
  return withoutHidden(typed.replace(LINE_END, '\n'));
}
