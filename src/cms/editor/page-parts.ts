import { inItsLanguage } from './spoken.ts';

/** Gives a part of the page, which `admin/index.html` has. Throws where it has none of that name. */
export function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no part "${id}".`);
  return found;
}

/** Gives a part of the page that speaks the language of the desk, which Decap's own does not. */
export const spokenPart = (id: string): HTMLElement => inItsLanguage(part(id));

/** Makes an element of the page. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string>,
  children: (string | Node)[] = [],
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
