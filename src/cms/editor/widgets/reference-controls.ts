import type { Choice } from '../../config/choice-words.ts';
import { combobox } from './combobox.ts';
import type { Change, Place } from './control.ts';
import { button, element } from './dom.ts';
import { fieldFrame, fill, type Frame } from './frame.ts';
import { asText } from './text-controls.ts';
import { spoken } from '../spoken.ts';

/** Something of the register, looked for by its name. */
export function referenceControl(place: Place, value: unknown, change: Change): HTMLElement {
  const { refersTo } = place.field;
  if (!refersTo) throw new Error(`The field "${place.field.name}" refers to nothing.`);
  return oneOf(place, value, change, () => place.form.choices(refersTo));
}

/** The service that took the place of this one. One of the same agency is named without it. */
export function successorControl(place: Place, value: unknown, change: Change): HTMLElement {
  const own = `${place.form.agency}/`;
  const choices = (): Choice[] =>
    place.form
      .choices('service')
      .map((choice) => (choice.value.startsWith(own) ? { ...choice, value: choice.value.slice(own.length) } : choice));
  return oneOf(place, value, change, choices);
}

/** Several of the register, each shown with a button that takes it out. */
export function referencesControl(place: Place, value: unknown, change: Change): HTMLElement {
  const { field, form } = place;
  const { refersTo } = field;
  if (!refersTo) throw new Error(`The field "${field.name}" refers to nothing.`);
  const frame = fieldFrame(place);
  const host = element('div');
  let ids: string[] = Array.isArray(value) ? value.map(asText) : [];
  const set = (now: string[]): void => {
    ids = now;
    draw();
    change(ids.length > 0 ? ids : undefined);
    document.getElementById(frame.bound.id)?.focus();
  };
  function draw(): void {
    const all = form.choices(refersTo as NonNullable<typeof refersTo>);
    const chips = ids.map((id) => {
      const choice = all.find((known) => known.value === id) ?? missing(id);
      return element(
        'li',
        { class: 'desk-chip' },
        element(
          'span',
          {},
          choice.label,
          element('span', { class: 'desk-note' }, choice.note ? ` ${choice.note}` : ''),
        ),
        button('×', () => set(ids.filter((other) => other !== id)), {
          'aria-label': spoken('Take out {what}', { what: choice.label }),
        }),
      );
    });
    host.replaceChildren(
      ...(chips.length > 0 ? [element('ul', { class: 'desk-chips' }, ...chips)] : []),
      combobox(frame.bound, {
        choices: () =>
          form.choices(refersTo as NonNullable<typeof refersTo>).filter((choice) => !ids.includes(choice.value)),
        resting: '',
        chosen: (choice) => set([...ids, choice.value]),
      }),
    );
  }
  draw();
  return fill(frame, host);
}

function oneOf(place: Place, value: unknown, change: Change, choices: () => Choice[]): HTMLElement {
  const frame = fieldFrame(place);
  const host = element('div', { class: 'desk-one' });
  draw(frame, host, asText(value), change, choices, place.field.label);
  return fill(frame, host);
}

function draw(
  frame: Frame,
  host: HTMLElement,
  id: string,
  change: Change,
  choices: () => Choice[],
  label: string,
): void {
  const set = (now: string): void => {
    draw(frame, host, now, change, choices, label);
    change(now === '' ? undefined : now);
    document.getElementById(frame.bound.id)?.focus();
  };
  const choice = id === '' ? undefined : (choices().find((known) => known.value === id) ?? missing(id));
  frame.say(choice?.note ?? '');
  host.replaceChildren(
    combobox(frame.bound, { choices, resting: choice?.label ?? '', chosen: (taken) => set(taken.value) }),
    ...(choice ? [button('×', () => set(''), { 'aria-label': spoken('Clear {what}', { what: label }) })] : []),
  );
}

function missing(id: string): Choice {
  return { value: id, label: `"${id}"`, note: spoken('is not in the list any more') };
}
