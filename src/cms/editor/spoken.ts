/** The words of the editor in another language than English, by the English ones; none where it speaks English. */
let own: Record<string, string> = {};
let language: string | undefined;

/** Sets the language in which the editor's own parts speak. Decap's own words stay English: it lacks most languages. */
export function speak(of: string | undefined, words: Record<string, string> | undefined): void {
  own = words ?? {};
  language = of;
}

/** A text of the editor in the language set, with values in place of {names}. A test holds the catalogue to these. */
export function spoken(english: string, values: Record<string, string | number> = {}): string {
  return (own[english] ?? english).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** Says of an element that its words are in the language set, where that is not English as the page is. */
export function inItsLanguage<E extends HTMLElement>(node: E): E {
  if (language) node.lang = language;
  return node;
}
