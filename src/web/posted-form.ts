import { withoutHidden } from '../lib/hidden-characters.ts';

/** What is read of a posted form. The platform's own `FormData` is one of these. */
export interface PostedForm {
  /** The first value of a field, or null. */
  get(name: string): FormDataEntryValue | null;
  getAll(name: string): FormDataEntryValue[];
  entries(): Iterable<[name: string, value: FormDataEntryValue]>;
}

/** Why there is no form. */
export type Refusal = 'too-large' | 'not-a-form';

export type ReadForm = { form: PostedForm } | { refused: Refusal };

/**
 * Makes a form of its fields in the order in which they were sent. The platform's `FormData` checks and converts at
 * each call, which takes longer than everything else that is done with twenty fields.
 */
export function formOfParts(parts: [name: string, value: FormDataEntryValue][]): PostedForm {
  return {
    get: (name) => parts.find((part) => part[0] === name)?.[1] ?? null,
    getAll: (name) => parts.filter((part) => part[0] === name).map((part) => part[1]),
    entries: () => parts,
  };
}

/** The texts of a form without what cannot be seen, the last where there are several of a name. Files are left out. */
export function textsOf(form: PostedForm): Record<string, string> {
  const texts = [...form.entries()].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, withoutHidden(value)] as const] : [],
  );
  return Object.fromEntries(texts);
}

/** The fields of a form that are texts, in their order, as they were sent. */
export function textFields(form: PostedForm): [name: string, value: string][] {
  return [...form.entries()].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
}
