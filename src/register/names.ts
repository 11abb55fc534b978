/**
 * The acronym of a body where it adds something to its name: "Kenya Revenue Authority" has KRA beside it,
 * "Mamlaka ya Ushuru (KRA)" has not.
 */
export function acronymBeside(name: string, acronym: string | undefined): string | undefined {
  return acronym && !wordsOf(name).includes(wordsOf(acronym)) ? acronym : undefined;
}

/** A body and its desk in one line, and a name only once: a desk is often called like the body it belongs to. */
export function bodyAndDesk(body: string, desk: string): string {
  // "Complaint Response Unit (CRU)" says no more than "Nigeria Police Force – Complaint Response Unit".
  const short = desk.replace(/ \([^)]*\)$/, '');
  if (wordsOf(body).includes(wordsOf(desk)) || wordsOf(body).includes(wordsOf(short))) return body;
  return wordsOf(desk).includes(wordsOf(body)) ? desk : `${body}: ${desk}`;
}

/**
 * The shortest name of a body that a text beside it does not hold already: its acronym, otherwise its whole name.
 */
export function nameBeside(text: string, { name, acronym }: { name: string; acronym?: string | undefined }): string {
  return acronymBeside(text, acronym) ?? name;
}

/** Words alone, with a space on either side of each, so that one name can be looked for in another. */
function wordsOf(name: string): string {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return ` ${words.join(' ')} `;
}
