import type * as z from 'zod';
import type { Language } from '../../lib/locales.ts';

/** Ways in which what was typed into a field can be refused; each has its own sentence. */
export type ProblemKind = 'missing' | 'short' | 'long' | 'invalid' | 'letters' | 'future' | 'order';

/** What a citizen reads beside a field, in one language. */
export interface FieldTexts {
  label: string;
  help?: string;
  /** Names of the choices of a radio or checkbox group, by value. */
  options?: Record<string, string>;
  /** What is wrong and what to do, where a general sentence would not do. */
  problems?: Partial<Record<ProblemKind, string>>;
}

/** How a field appears in a public form, in mail and on the case page. Written once, on the field. */
export interface FormFieldMeta {
  control:
    | 'text'
    | 'long-text'
    | 'date'
    | 'money'
    | 'email'
    | 'tel'
    | 'select'
    | 'checkbox'
    | 'checkboxes'
    | 'radios'
    | 'files'
    | 'hidden';
  /** The field tells who the citizen is: kept apart, and never sent on without consent. */
  identity?: true;
  /** Value of the HTML autocomplete attribute. */
  autocomplete?: string;
  texts: Record<Language, FieldTexts>;
}

declare module 'zod' {
  interface GlobalMeta {
    form?: FormFieldMeta;
  }
}

/** Attaches what a public form shows to a schema. Call it outermost, like `field()`. */
export function formField<S extends z.ZodType>(
  schema: S,
  meta: Omit<FormFieldMeta, 'texts'> & Record<Language, FieldTexts>,
): S {
  const { en, sw, ...behaviour } = meta;
  return schema.meta({
    title: en.label,
    ...(en.help ? { description: en.help } : {}),
    form: { ...behaviour, texts: { en, sw } },
  }) as S;
}

/** Gives what a public form shows for a field. Throws where `formField()` was forgotten. */
export function formFieldMeta(name: string, schema: z.ZodType): FormFieldMeta {
  const meta = schema.meta()?.form;
  if (!meta) throw new Error(`The field "${name}" has no labels; wrap its schema in formField(), outermost.`);
  return meta;
}
