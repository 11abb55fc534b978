import type { Language } from '../../lib/locales.ts';
import { date } from '../../register/format.ts';
import type { PostedForm } from '../../web/posted-form.ts';
import { withoutHidden } from '../../lib/hidden-characters.ts';
import type { FormPart } from './form-parts.ts';

/** What stands in the fields of a form, by their names; of a group of boxes what is ticked. */
export type Typed = ReadonlyMap<string, readonly string[]>;

export const TICKED = 'yes';
/** Name of the box that takes an item out of a list. */
export const removal = (prefix: string): string => `${prefix}remove`;

/** The first text of a field; empty where there is none. */
export const typedText = (typed: Typed, name: string): string => typed.get(name)?.[0] ?? '';

/** What was typed into a form. */
export function typedIn(form: PostedForm): Typed {
  const typed = new Map<string, string[]>();
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string') continue;
    const plain = value.replace(/\r\n?/g, '\n').split('\n').map(withoutHidden).join('\n').trim();
    typed.set(name, [...(typed.get(name) ?? []), plain]);
  }
  return typed;
}

/** A value as it stands in the fields of its form when it is opened. */
export function typedOf(parts: FormPart[], value: unknown, language: Language, prefix = ''): Map<string, string[]> {
  const values = (value ?? {}) as Record<string, unknown>;
  const typed = new Map<string, string[]>();
  for (const part of parts) {
    const name = prefix + part.name;
    const own = values[part.name];
    if (part.type === 'group') {
      for (const entry of typedOf(part.parts, own, language, `${name}.`)) typed.set(...entry);
    } else if (part.type === 'list') {
      ((own ?? []) as unknown[]).forEach((item, at) => {
        for (const entry of typedOf(part.parts, item, language, `${name}.${at}.`)) typed.set(...entry);
      });
    } else if (own !== undefined && own !== null) typed.set(name, asTyped(part, own, language));
  }
  return typed;
}

function asTyped({ type, control }: FormPart & { control: string }, value: unknown, language: Language): string[] {
  if (control === 'sources') return [(value as string[]).join(' ')];
  if (type === 'lines') return [(value as string[]).join('\n')];
  if (control === 'choices') return value as string[];
  if (control === 'yes-no') return value === true ? [TICKED] : [];
  if (control === 'day' || control === 'date') return [date(String(value), language)];
  if (control === 'amount') return [(value as number).toLocaleString('en', { maximumFractionDigits: 2 })];
  return [String(value as string | number).trim()];
}
