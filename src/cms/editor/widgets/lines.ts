import type { Change, FieldSetting, Place } from './control.ts';
import { button, element, idOf } from './dom.ts';
import { fieldFrame, fill } from './frame.ts';
import { spoken } from '../spoken.ts';

/** A list of texts, each in a field of its own. In a list of single lines, Enter begins the next. */
export function linesControl(place: Place, value: unknown, change: Change): HTMLElement {
  const { path, field, form } = place;
  const item = itemOf(field);
  const frame = fieldFrame(place, { grouped: true });
  const host = element('div', { class: 'desk-items' });
  let items: unknown[] = Array.isArray(value) ? [...value] : [];
  const tell = (): void => {
    const written = items.filter((text) => text !== undefined && text !== '');
    change(written.length > 0 ? written : undefined);
  };
  const put = (now: unknown[], focused?: number): void => {
    items = now;
    drawAll();
    tell();
    document.getElementById(focused === undefined ? add.id : idOf(`${path}.${focused}`))?.focus();
  };
  const name = item.label;
  function drawAll(): void {
    host.replaceChildren(
      ...items.map((text, index) => {
        const label = `${name} ${index + 1}`;
        const control = form.make(
          {
            path: `${path}.${index}`,
            field: { ...item, name: String(index), label, required: true },
            form,
          },
          text,
          (now) => {
            items = items.with(index, now);
            tell();
          },
        );
        control.classList.add('desk-in-list');
        control.addEventListener('keydown', ({ key, target }) => {
          if (key === 'Enter' && target instanceof HTMLInputElement && target.value !== '')
            put(items.toSpliced(index + 1, 0, undefined), index + 1);
        });
        const out = button('×', () => put(items.filter((_, at) => at !== index)), {
          'aria-label': spoken('Take out {what}', { what: label }),
        });
        return element('div', { class: 'desk-one' }, control, out);
      }),
    );
  }
  const add = button(spoken('Add'), () => put([...items, undefined], items.length), {
    'aria-label': `${spoken('Add')}: ${name}`,
  });
  // The label over the list names the list; on the button it would stand in place of the button's own words.
  host.id = place.id ?? idOf(path);
  add.id = `${host.id}-add`;
  add.classList.add('desk-add');
  drawAll();
  return fill(frame, host, add);
}

function itemOf({ name, field }: FieldSetting): FieldSetting {
  if (!field) throw new Error(`The list "${name}" does not say what its items are.`);
  return field;
}
