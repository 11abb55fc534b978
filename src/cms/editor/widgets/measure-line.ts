import { select } from './choice-controls.ts';
import type { Change, FieldSetting, Place, Values } from './control.ts';
import { element } from './dom.ts';
import { fieldFrame, fill } from './frame.ts';
import { groupOf, type Group } from './group.ts';
import { readNumber, typedControl } from './typed-control.ts';
import { spoken } from '../spoken.ts';

/** A length of time in one line: a number or a range, and its unit. */
export function durationControl(place: Place, value: unknown, change: Change): HTMLElement {
  const frame = fieldFrame(place, { grouped: true });
  return fill(
    frame,
    element(
      'div',
      { class: 'desk-line' },
      ...measureFields(place, place.field.fields ?? [], groupOf(value, change), place.field.required),
    ),
  );
}

/** The fields of a measure: a number such as 10 or a range such as 3 to 5, and the unit it is counted in. */
export function measureFields(
  { path, form }: Place,
  fields: FieldSetting[],
  group: Group,
  required = false,
): HTMLElement[] {
  const unit = fields.find(({ name }) => name === 'unit');
  const most = fields.find(({ name }) => name === 'max');
  if (!unit || !most) throw new Error(`The measure "${path}" has no number or no unit.`);
  const { min, max } = group.values;
  const number = typedControl(
    { path: `${path}.max`, form, field: { ...most, label: spoken('Number or range'), hint: '', required } },
    typeof max === 'string' ? max : [min, max].filter((value) => value !== undefined).join(' to '),
    (read) => group.set(asBounds(read)),
    {
      read(text) {
        const range = readRange(text);
        if (!range)
          return {
            refusal: spoken(
              '“{text}” is no number. Write a number such as 10, or a range such as 3 to 5, and choose the unit beside it.',
              { text },
            ),
          };
        if (range.min !== undefined && range.min > range.max)
          return {
            refusal: spoken('{min} is more than {max}; write the smaller number first.', {
              min: range.min,
              max: range.max,
            }),
          };
        return { value: range, says: '' };
      },
    },
  );
  const frame = fieldFrame({ path: `${path}.unit`, form, field: { ...unit, required } });
  const options = unit.options ?? [];
  return [
    number,
    fill(
      frame,
      select(frame.bound, options, group.values.unit, (chosen) => group.set({ unit: chosen })),
    ),
  ];
}

/** What was read, as the fields of a measure; what was not read stays as it was typed. */
function asBounds(read: unknown): Values {
  if (typeof read !== 'object' || read === null) return { min: undefined, max: read };
  const { min, max } = read as Values;
  return { min, max };
}

function readRange(text: string): { min?: number | undefined; max: number } | undefined {
  const [from = '', to] = text.split(/\s*(?:–|—|\bto\b|-)\s*/);
  const max = readNumber((to ?? from).trim());
  const min = to === undefined ? undefined : readNumber(from.trim());
  if (max === undefined || max < 0 || (to !== undefined && min === undefined) || /-.*-/.test(text)) return undefined;
  return { min, max };
}
