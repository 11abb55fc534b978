/** What has no end tag (HTML Standard, 13.1.2). */
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
const TAG = /<(\/?)([a-z][\w-]*)((?:[^>"]|"[^"]*")*)>([^<]*)/g;

/**
 * Of many pages, those in which something may be wider than in all others: each kind of place that a text stands in, by
 * its element, its classes and those of the element around it, with its longest text, its longest word and the most
 * elements side by side. Where these fit into a screen, the others do. How many there are follows from how many kinds
 * of places there are, not from how many pages.
 */
export function widestPages(pages: ReadonlyMap<string, string>): Set<string> {
  const widest = new Map<string, { size: number; path: string }>();
  for (const [path, html] of pages) {
    for (const [place, size] of sizesOf(html)) {
      const known = widest.get(place);
      if (!known || size > known.size) widest.set(place, { size, path });
    }
  }
  return new Set([...widest.values()].map(({ path }) => path));
}

interface Element {
  name: string;
  place: string;
  children: number;
  /** Of its whole text. */
  letters: number;
}

/** The largest of each in one page, by what it is and where it stands. */
function sizesOf(html: string): Map<string, number> {
  const sizes = new Map<string, number>();
  const note = (what: string, size: number): void => {
    if (size > (sizes.get(what) ?? 0)) sizes.set(what, size);
  };
  const open: Element[] = [{ name: 'html', place: 'html', children: 0, letters: 0 }];
  for (const [, closing, name = '', attributes = '', text = ''] of html.slice(html.indexOf('<body')).matchAll(TAG)) {
    if (closing) {
      const at = open.findLastIndex((element) => element.name === name);
      for (let closed = open.length - 1; at > 0 && closed >= at; closed--) {
        const { place, children, letters } = open.pop() as Element;
        note(`children of ${place}`, children);
        note(`text in ${place}`, letters);
        const around = open.at(-1);
        if (around) around.letters += letters;
      }
    } else {
      const parent = open.at(-1);
      if (parent) parent.children += 1;
      const own = `${name}.${/ class="([^"]*)"/.exec(attributes)?.[1] ?? ''}`;
      const place = `${parent?.place.split(' > ').at(-1)} > ${own}`;
      if (!VOID.has(name)) open.push({ name, place, children: 0, letters: 0 });
    }
    const within = open.at(-1);
    if (!within || text.trim() === '') continue;
    within.letters += text.length;
    for (const word of text.split(/[\s\u00ad\u200b-]+/)) note(`word in ${within.place}`, word.length);
  }
  return sizes;
}
