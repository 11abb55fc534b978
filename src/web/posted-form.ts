/** What is read of a posted form. The platform's own `FormData` is one of these. */
export interface PostedForm {
  /** Gives the first value of a field, or null. */
  get(name: string): FormDataEntryValue | null;
  getAll(name: string): FormDataEntryValue[];
  entries(): Iterable<[name: string, value: FormDataEntryValue]>;
}

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
