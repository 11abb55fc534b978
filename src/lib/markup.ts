/** What may stand in a template: text is escaped; what is missing or false leaves nothing. */
export type MarkupPart = Markup | string | number | false | undefined | readonly MarkupPart[];

/** HTML or XML that a template made, and that is therefore not escaped once more inside another. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

/**
 * Makes HTML of a template: every value is escaped, for an element as for a quoted attribute, unless a template made
 * it. Lists are put one after another with nothing between.
 */
export const markup = createTemplate((text) => text);

/** Puts something between the parts of a list that are there. */
export function joined(parts: readonly MarkupPart[], between: string): MarkupPart[] {
  const there = parts.filter((part) => part !== undefined && part !== false && part !== '');
  return there.flatMap((part, index) => (index > 0 ? [between, part] : [part]));
}

/** A template tag that first takes out of every text what must not stand in such a document. */
export function createTemplate(clean: (text: string) => string) {
  const inside = (part: MarkupPart): string => {
    if (part instanceof Markup) return part.text;
    if (typeof part === 'object') return part.map(inside).join('');
    if (part === undefined || part === false) return '';
    return clean(String(part)).replace(/[&<>"']/g, (character) => entities[character] ?? character);
  };
  return (strings: TemplateStringsArray, ...parts: MarkupPart[]): Markup =>
    new Markup(strings.reduce((text, string, index) => text + inside(parts[index - 1]) + string));
}

/** "'" has no name in HTML 4. */
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
