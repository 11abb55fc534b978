import type { Choice } from '../../config/choice-words.ts';
import { element } from './dom.ts';
import { searchChoices } from './search-choices.ts';
import { spoken } from '../spoken.ts';

/** More than fit under a field on a telephone are found by typing on. */
const SHOWN_MOST = 30;

/**
 * A field in which something is looked for by its words, after the combobox pattern of the ARIA Authoring Practices:
 * arrows go through the list, Enter takes, Escape closes. `chosen` is called with what was taken; what was typed and not
 * taken is cleared when the field is left, so that it never passes for a choice.
 */
export function combobox(
  attributes: Record<string, string | undefined>,
  { choices, resting, chosen }: { choices: () => Choice[]; resting: string; chosen: (choice: Choice) => void },
): HTMLElement {
  const listId = `${attributes.id}-list`;
  const input = element('input', {
    ...{ type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: 'false', value: resting },
    ...{ 'aria-expanded': 'false', 'aria-controls': listId, 'aria-autocomplete': 'list' },
    ...{ placeholder: spoken('Type a name to search') },
    ...attributes,
  });
  const list = element('ul', {
    role: 'listbox',
    id: listId,
    class: 'desk-options',
    hidden: true,
    'aria-label': spoken('Found'),
  });
  const told = element('p', { class: 'desk-unseen', role: 'status' });
  let found: Choice[] = [];
  let active = -1;

  function show(): void {
    const { found: hits, more } = searchChoices(choices(), input.value === resting ? '' : input.value, SHOWN_MOST);
    found = hits;
    active = -1;
    list.replaceChildren(...hits.map(option));
    if (more > 0)
      list.append(
        element(
          'li',
          { class: 'desk-more-found', role: 'presentation' },
          spoken('And {n} more: type on.', { n: more }),
        ),
      );
    if (hits.length === 0)
      list.append(element('li', { class: 'desk-more-found', role: 'presentation' }, spoken('Nothing of that name.')));
    told.replaceChildren(spoken('{n} found', { n: hits.length + more }));
    input.removeAttribute('aria-activedescendant');
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
  }

  function option(choice: Choice, index: number): HTMLElement {
    const made = element(
      'li',
      { role: 'option', id: `${listId}-${index}`, 'aria-selected': 'false' },
      choice.label,
      choice.note ? element('span', { class: 'desk-note' }, ` ${choice.note}`) : undefined,
    );
    made.addEventListener('click', () => take(choice));
    return made;
  }

  function hide(): void {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function take(choice: Choice): void {
    hide();
    input.value = resting;
    chosen(choice);
  }

  function go(to: number): void {
    if (list.hidden) show();
    if (found.length === 0) return;
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = (to + found.length) % found.length;
    const now = list.children[active];
    now?.setAttribute('aria-selected', 'true');
    now?.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', `${listId}-${active}`);
  }

  const keys: Record<string, () => void> = {
    ArrowDown: () => go(active + 1),
    ArrowUp: () => go(active < 0 ? found.length - 1 : active - 1),
    Enter() {
      const choice = found[active] ?? (found.length === 1 ? found[0] : undefined);
      if (!list.hidden && choice) take(choice);
    },
    Escape() {
      input.value = resting;
      hide();
    },
  };
  input.addEventListener('keydown', (event) => {
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  });
  // What is searched is no value of the entry.
  input.addEventListener('input', (event) => {
    event.stopPropagation();
    show();
  });
  input.addEventListener('change', (event) => event.stopPropagation());
  // The field keeps the focus while somebody chooses; without it the list would close.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  input.addEventListener('focus', () => input.select());
  input.addEventListener('click', show);
  input.addEventListener('blur', () => {
    input.value = resting;
    hide();
  });
  return element('div', { class: 'desk-combobox' }, input, list, told);
}
