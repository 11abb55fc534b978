import type { HeldFile } from '../../cases/files/held-files.ts';
import type { FieldTexts, FormFieldMeta } from '../../schemas/cases/form-field.ts';

/** What every control of a generated form is given. */
export interface FieldProps {
  name: string;
  /** Id of the control where a page has several forms; the name otherwise. */
  id?: string | undefined;
  texts: FieldTexts;
  control: FormFieldMeta['control'];
  autocomplete?: string | undefined;
  value: string;
  /** Chosen values of a checkbox group. */
  chosen: string[];
  /** Files that the server holds for this form, in a field for files. */
  held?: readonly HeldFile[] | undefined;
  /** It has the focus when the page opens. */
  focus?: boolean | undefined;
  /** Where more is said on what to write; it opens beside the form. */
  guide?: { label: string; href: string } | undefined;
  /** What is wrong with it; the field is then marked as invalid. */
  problem?: string | undefined;
}

/** The ids of hint and problem, for aria-describedby, or undefined when there is neither. */
export function describedBy({ name, id = name, texts, problem }: FieldProps): string | undefined {
  return [texts.help && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined;
}
