type Child = Node | string | undefined | false;

/**
 * Makes an element. Attributes that are undefined or false are left out, true ones stand without a value, functions
 * named on… listen to the event.
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | number | boolean | undefined | ((event: Event) => void)> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

/** A button that does something in the form and never sends it. */
export function button(
  words: string,
  act: (event: Event) => void,
  attributes: Record<string, string | undefined> = {},
): HTMLButtonElement {
  return element('button', { type: 'button', class: 'desk-button', onclick: act, ...attributes }, words);
}

/** The id of a control: the same each time the field is drawn, so that the focus finds its way back. */
export function idOf(path: string): string {
  return `desk-${path.replaceAll('.', '-')}`;
}
