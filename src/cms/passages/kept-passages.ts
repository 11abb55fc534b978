/*
 * Passages of a document for which no field was found, in the browser's own store, by officer and body: they stand beside
 * the forms into which they are written by hand. Where there is no such store, nothing is kept and nothing fails.
 */

export interface Passage {
  /** Where it stands in the document. */
  place: string;
  text: string;
  /** Whether the officer has written it where it belongs. */
  placed?: boolean;
}

export interface KeptPassages {
  document: string;
  /** Milliseconds since 1970. */
  at: number;
  passages: Passage[];
}

const PREFIX = 'desk-passages ';
const KEPT_MS = 14 * 86_400_000;

const keyOf = (officer: string, agency: string): string => `${PREFIX}${officer} ${agency}`;

/** The passages of the document that was read last for a body; lets go of what is old, or another officer's. */
export function readPassages(officer: string, agency: string, now: number): KeptPassages | undefined {
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(PREFIX)) continue;
      const { at } = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<KeptPassages>;
      if (!key.startsWith(`${PREFIX}${officer} `) || now - (at ?? 0) > KEPT_MS) localStorage.removeItem(key);
    }
    return JSON.parse(localStorage.getItem(keyOf(officer, agency)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the passages of a document; the same again keep the ticks that they have. None are forgotten. */
export function writePassages(officer: string, agency: string, kept: KeptPassages): void {
  const ticked = new Set(
    readPassages(officer, agency, kept.at)?.passages.flatMap(({ text, placed }) => (placed ? [text] : [])),
  );
  const passages = kept.passages.map((passage) => ({ ...passage, placed: passage.placed ?? ticked.has(passage.text) }));
  try {
    if (passages.length === 0) localStorage.removeItem(keyOf(officer, agency));
    else localStorage.setItem(keyOf(officer, agency), JSON.stringify({ ...kept, passages }));
  } catch {
    // The store is full or switched off: the page of the document still has them.
  }
}
