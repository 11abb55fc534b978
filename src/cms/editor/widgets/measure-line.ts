import { select } from './choice-controls.ts';
import { asValues, type Change, type FieldSetting, type Place, type Values } from './control.ts';
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
  const options = unit.options ?? [];
  const number = typedControl(
    { path: `${path}.max`, form, field: { ...most, label: spoken('Number or range'), hint: '', required } },
    typeof max === 'string' ? max : [min, max].filter((value) => value !== undefined).join(' to '),
    (read) => {
      const named = asValues(read).unit;
      group.set({ ...asBounds(read), ...(named === undefined ? {} : { unit: named }) });
      if (typeof named === 'string') units.value = named;
    },
    {
      read(text) {
        const { figures, named } = withoutUnit(text, options);
        const range = readRange(figures);
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
        return { value: { ...range, unit: named }, says: '' };
      },
    },
  );
  const frame = fieldFrame({ path: `${path}.unit`, form, field: { ...unit, required } });
  const units = select(frame.bound, options, group.values.unit, (chosen) => group.set({ unit: chosen }));
  return [number, fill(frame, units)];
}

/** Takes off the unit that people write behind a number: "3 to 5 working days", "1 week". */
function withoutUnit(text: string, options: { label: string; value: string }[]): { figures: string; named?: string } {
  const [, figures = '', words = ''] = /^(.*?\d)\s*([\p{L}][\p{L}\s-]*)$/u.exec(text) ?? [];
  const plain = (word: string): string => word.toLowerCase().replaceAll('-', ' ').replace(/s$/, '');
  const named = options.find(({ label, value }) => [label, value].some((name) => plain(name) === plain(words)));
  return named ? { figures, named: named.value } : { figures: text };
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
