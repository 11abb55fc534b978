import type { DecapField } from '../../config/fields.ts';
import type { Choice } from '../../config/choice-words.ts';
import type { ReferenceKind } from '../../../schemas/field.ts';
import type { Money } from '../../../lib/read-amount.ts';

/** A field as the configuration describes it, with what the desk's controls read of it. */
export interface FieldSetting extends DecapField {
  fields?: FieldSetting[];
  types?: FieldSetting[];
  typeKey?: string;
  field?: FieldSetting;
  options?: { label: string; value: string }[];
  refersTo?: ReferenceKind;
  maxLength?: number;
  pattern?: [string, string];
  min?: number;
  max?: number;
  value_type?: 'int' | 'float';
  label_singular?: string;
  summary?: string;
}

/** The entry that a form is about, as far as its fields need to know. */
export interface EntryForm {
  /** What the entry is, in a word: service, charter, notice. */
  noun: string;
  agency: string;
  money: Money;
  /** Today (ISO 8601), for dates that are told from it. */
  today: string;
  choices(kind: ReferenceKind): Choice[];
  /** The entry as it stands in the form now. */
  entry(): Record<string, unknown>;
  /** Called whenever the entry has changed elsewhere in the form. */
  followers: Set<() => void>;
  /** Paths of what the officer has opened; kept while the desk is open. */
  opened: Set<string>;
  /** Draws any field, by the control that its configuration names. */
  make: MakeControl;
  /** Keeps a picture with the entry and gives the address at which pages show it. */
  upload(picture: File): Promise<string>;
}

/** Where a control stands. */
export interface Place {
  /** Path in the entry, for example fees.0.amount. */
  path: string;
  field: FieldSetting;
  form: EntryForm;
  /** Whether label and hint stand over the control already. */
  labelled?: boolean;
  /** The id that the label over the control names. */
  id?: string;
}

export type Change = (value: unknown) => void;

/** Makes a control for a value. It calls `change` with each new value; undefined is none. */
export type MakeControl = (place: Place, value: unknown, change: Change) => HTMLElement;

export type Values = Record<string, unknown>;

/** A group's value, whatever an entry holds in its place. */
export function asValues(value: unknown): Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {};
}

/** The group with one field changed; a field without a value is left out, a group without a field is none. */
export function withField(values: Values, name: string, value: unknown): Values {
  if (value !== undefined) return { ...values, [name]: value };
  return Object.fromEntries(Object.entries(values).filter(([other]) => other !== name));
}

/** Answers whether two values say the same, whatever the order of their fields. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value ?? null;
  const fields = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, item]) => [name, sorted(item)]));
}
