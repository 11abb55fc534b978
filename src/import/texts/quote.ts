/** The longest text that fits a field of one line. */
export const LINE_MAX = 300;

/** The words of the charter as a note, cut where a field of one line ends. */
export function chartersWords(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  const note = `The charter says "${words}".`;
  return note.length <= LINE_MAX ? note : `${note.slice(0, LINE_MAX - 3).trimEnd()}…".`;
}

/** True when `chartersWords` would have to cut the text. */
export function isCut(text: string): boolean {
  return chartersWords(text).endsWith('…".');
}
