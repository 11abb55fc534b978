import type { Element, ElementContent } from 'hast';

/**
 * What a portal does with a complaint: it keeps a case of it, it passes it on by mail and keeps nothing (Netlify Forms),
 * or it takes none in (files alone).
 */
export const caseKeepings = ['kept', 'mailed', 'none'] as const;
export type CaseKeeping = (typeof caseKeepings)[number];

/** What `cases` of the component may say: one or several of the ways, with a space between them. */
export const KEEPINGS = new RegExp(`^(?:${caseKeepings.join('|')})(?: (?:${caseKeepings.join('|')}))*$`);

/** The part of a text that holds where cases are kept in one of the ways named. Prose cannot write this element itself. */
export function partFor(cases: string, children: ElementContent[]): Element {
  return { type: 'element', tagName: 'case-keeping', properties: { cases }, children };
}

/** Leaves of the HTML of an entry what holds on a portal that keeps cases so. */
export function textFor(html: string, keeping: CaseKeeping): string {
  return html.replace(/<case-keeping cases="([a-z ]+)">([^]*?)<\/case-keeping>/g, (_, cases: string, text: string) =>
    cases.split(' ').includes(keeping) ? text : '',
  );
}
