import { asValues, type EntryForm } from './control.ts';

/**
 * The words of a closed group after the pattern in its configuration, {{fields.name}} for each field: empty where none
 * of the fields has a value.
 */
export function summaryText(pattern: string, value: unknown, form: EntryForm): string {
  const values = asValues(value);
  const parts = [...pattern.matchAll(/\{\{fields\.(\w+)\}\}/g)].flatMap(([, name = '']) => {
    const held = values[name];
    if (held === undefined || held === null || held === '') return [];
    if (name === 'agency' || name === 'contact')
      return [form.choices(name).find((choice) => choice.value === held)?.label ?? String(held)];
    return typeof held === 'object' ? [] : [String(held)];
  });
  return parts.join(' · ');
}
