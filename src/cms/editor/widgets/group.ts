import { asValues, withField, type Change, type FieldSetting, type Place, type Values } from './control.ts';
import { fieldFrame, fill, hintOf } from './frame.ts';
import { fold } from './fold.ts';
import { summaryText } from './summary-text.ts';
import { spoken } from '../spoken.ts';

/** The value of a group while its fields are filled in, one after the other. */
export interface Group {
  readonly values: Values;
  /** Changes fields by name; undefined takes one out. */
  set(changes: Values): void;
}

/** Holds a group's value and passes it on with each change; a group without fields is none. */
export function groupOf(start: unknown, change: Change): Group {
  let values = asValues(start);
  return {
    get values() {
      return values;
    },
    set(changes) {
      for (const [name, value] of Object.entries(changes)) values = withField(values, name, value);
      change(Object.keys(values).length > 0 ? values : undefined);
    },
  };
}

/** Draws fields of a group. */
export function groupFields({ path, form }: Place, fields: FieldSetting[], group: Group): HTMLElement[] {
  return fields.map((field) =>
    form.make({ path: `${path}.${field.name}`, field, form }, group.values[field.name], (value) =>
      group.set({ [field.name]: value }),
    ),
  );
}

/** A group of fields, closed until somebody looks into it. */
export function groupControl(place: Place, value: unknown, change: Change): HTMLElement {
  const { path, field, form, labelled } = place;
  const frame = fieldFrame({ ...place, labelled: true }, { grouped: true });
  const words = (now: unknown): string => {
    const content = summaryText(field.summary ?? '', now, form);
    if (labelled) return content || spoken('Nothing written yet');
    return content && content !== field.label ? `${field.label}: ${content}` : field.label;
  };
  const folded = fold(form, path, words(value), () => {
    const group = groupOf(value, (now) => {
      value = now;
      folded.retitle(words(now));
      change(now);
    });
    return [...(!labelled && field.hint ? [hintOf(field.hint)] : []), ...groupFields(place, field.fields ?? [], group)];
  });
  return fill(frame, folded.node);
}
