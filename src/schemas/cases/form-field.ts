import type * as z from 'zod';
import { defaultLanguage, languageName, languages, type Language } from '../../lib/locales.ts';
import type { Texts } from '../../texts/shape.ts';
import { pageTexts } from '../../texts/texts.ts';
import type { CaseEnding } from './case.ts';

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

/** Where the words of a field stand in `src/texts/<language>/fields.json`, such as `submission.agency`. */
export type FieldKey = FieldsIn<Texts['fields']>;

type FieldsIn<Place, Path extends string = ''> = {
  [Name in keyof Place & string]: Place[Name] extends { label: string }
    ? `${Path}${Name}`
    : Place[Name] extends object
      ? FieldsIn<Place[Name], `${Path}${Name}.`>
      : never;
}[keyof Place & string];

/**
 * The short pages on which somebody writes, in their order: what it is about; what helps to look into it; who writes, with
 * files.
 */
export const formSteps = ['what', 'details', 'you'] as const;
export type FormStep = (typeof formSteps)[number];

/** A box that somebody ticks: the field, and which of its choices. */
export interface Box {
  field: string;
  value: string;
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
  texts: FieldKey;
  /** The page of the form that asks for it; absent where a form has one page. */
  step?: FormStep;
  /** It is asked only where one of these boxes, which stand on a page before, was ticked. */
  after?: readonly Box[];
  /** The choices that are offered, where they are the outcomes of a case. */
  outcomes?: readonly CaseEnding[];
  /** The choices are the languages of the portal. */
  languages?: true;
}

declare module 'zod' {
  interface GlobalMeta {
    form?: FormFieldMeta;
  }
}

/** Attaches what a public form shows to a schema. Call it outermost, like `field()`. */
export function formField<S extends z.ZodType>(schema: S, meta: FormFieldMeta): S {
  const { label, help } = fieldTexts(meta, defaultLanguage);
  return schema.meta({ title: label, ...(help ? { description: help } : {}), form: meta }) as S;
}

/** The words of a field in a language. */
export function fieldTexts(
  { texts: key, outcomes, languages: areLanguages }: FormFieldMeta,
  language: Language,
): FieldTexts {
  const place = key
    .split('.')
    .reduce<object>((within, name) => within[name as keyof typeof within], pageTexts('fields', language));
  const own = place as FieldTexts;
  const named = pageTexts('outcomes', language);
  if (outcomes) return { ...own, options: Object.fromEntries(outcomes.map((outcome) => [outcome, named[outcome]])) };
  if (!areLanguages) return own;
  // A language that the texts do not name is called what it calls itself.
  const nameOf = (code: Language): string => own.options?.[code] ?? languageName(code);
  return { ...own, options: Object.fromEntries(languages.map((code) => [code, nameOf(code)])) };
}

/** What a public form shows for a field. Throws where `formField()` was forgotten. */
export function formFieldMeta(name: string, schema: z.ZodType): FormFieldMeta {
  const meta = schema.meta()?.form;
  if (!meta) throw new Error(`The field "${name}" has no labels; wrap its schema in formField(), outermost.`);
  return meta;
}
