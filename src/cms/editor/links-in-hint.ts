/** A link within the help of a field: [how to write a promise](/desk/handbook/). */
const LINK = /\[([^\]]+)\]\((\/[^\s)]*|https:\/\/[^\s)]+)\)/g;

/** Help in pieces: text, and links, which open beside the form so that nothing typed is lost. */
export function linksInHint(hint: string): (string | { words: string; href: string })[] {
  const pieces: (string | { words: string; href: string })[] = [];
  let read = 0;
  for (const match of hint.matchAll(LINK)) {
    const [whole, words = '', href = ''] = match;
    pieces.push(hint.slice(read, match.index), { words, href });
    read = match.index + whole.length;
  }
  return [...pieces, hint.slice(read)].filter((piece) => piece !== '');
}
