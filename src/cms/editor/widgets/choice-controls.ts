import type { Change, Place } from './control.ts';
import { element } from './dom.ts';
import { fieldFrame, fill, hintOf } from './frame.ts';
import { spoken } from '../spoken.ts';

/** One of a few. */
export function choiceControl(place: Place, value: unknown, change: Change): HTMLElement {
  const frame = fieldFrame(place);
  return fill(frame, select(frame.bound, place.field.options ?? [], value, change, !place.field.required));
}

/** The list alone, for a control that puts more beside it. With `empty`, none may be chosen. */
export function select(
  attributes: Record<string, string | undefined>,
  options: { label: string; value: string }[],
  value: unknown,
  change: Change,
  empty = true,
): HTMLSelectElement {
  const known = options.some((option) => option.value === value);
  const made = element(
    'select',
    attributes,
    // What an entry holds stays to be seen, whether or not it may be chosen any longer.
    ...(known || value === undefined || value === null
      ? []
      : [element('option', { value: String(value) }, `${String(value)} (${spoken('unknown')})`)]),
    ...(empty || value === undefined || value === null
      ? [element('option', { value: '' }, empty ? '–' : spoken('Choose …'))]
      : []),
    ...options.map((option) => element('option', { value: option.value }, option.label)),
  );
  made.value = value === undefined || value === null ? '' : String(value);
  made.addEventListener('change', () => change(made.value === '' ? undefined : made.value));
  return made;
}

/** Any number of a few, as boxes to tick. They are kept in the order in which they are offered. */
export function choicesControl(place: Place, value: unknown, change: Change): HTMLElement {
  const frame = fieldFrame(place, { grouped: true });
  const chosen = new Set<unknown>(Array.isArray(value) ? value : []);
  const options = place.field.options ?? [];
  const unknown = [...chosen].filter((item) => !options.some((option) => option.value === item));
  const boxes = options.map((option, index) => {
    const id = `${frame.bound.id}-${index}`;
    const box = element('input', { type: 'checkbox', id, checked: chosen.has(option.value) });
    box.addEventListener('change', () => {
      if (box.checked) chosen.add(option.value);
      else chosen.delete(option.value);
      const items = [...options.map(({ value }) => value).filter((item) => chosen.has(item)), ...unknown];
      change(items.length > 0 ? items : undefined);
    });
    return element('span', { class: 'desk-tick' }, box, element('label', { for: id }, option.label));
  });
  return fill(frame, element('div', { class: 'desk-ticks' }, ...boxes));
}

/** Yes, or nothing said. */
export function yesNoControl(place: Place, value: unknown, change: Change): HTMLElement {
  const frame = fieldFrame({ ...place, labelled: true });
  const { field, labelled } = place;
  const box = element('input', { type: 'checkbox', ...frame.bound, checked: value === true });
  box.addEventListener('change', () => change(box.checked ? true : value === undefined ? undefined : false));
  return fill(
    frame,
    element(
      'div',
      { class: 'desk-tick' },
      box,
      element('label', { for: frame.bound.id }, labelled ? spoken('Yes') : field.label),
    ),
    ...(!labelled && field.hint ? [hintOf(field.hint, `${frame.bound.id}-hint`)] : []),
  );
}
