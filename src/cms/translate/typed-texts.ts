import type { OpenedText } from './open-entry.ts';
import type { TypedText } from './save-translations.ts';
import { fingerprint } from '../../lib/fingerprint.ts';

/* The fields of the form by which an entry is translated: for each text what is typed, what was opened, and two ticks. */

/** Where a text is typed. */
export const textName = (field: string): string => `text.${field}`;
/** Carries what whoever types had before them. */
export const openedName = (field: string): string => `opened.${field}`;
/** Takes a text that is offered. */
export const useName = (field: string): string => `use.${field}`;
/** Says that a translation still fits its changed original. */
export const stillName = (field: string): string => `still.${field}`;

/** The original and the translation that were opened, as the form carries them. */
export function openedMark({ of, translation }: Pick<OpenedText, 'of' | 'translation'>): string {
  return `${of}.${translation ? fingerprint(translation.text) : ''}`;
}

/** What was typed in the form. A text that is offered is taken where nothing else was typed. */
export function typedTexts(form: Readonly<Record<string, string>>): TypedText[] {
  return Object.entries(form).flatMap(([name, mark]) => {
    const [, field = ''] = /^opened\.([A-Za-z0-9.]+)$/.exec(name) ?? [];
    const [, seen = '', had = ''] = /^([0-9a-f]{8})\.([0-9a-f]{8})?$/.exec(mark) ?? [];
    const typed = form[textName(field)];
    if (!field || !seen || typed === undefined) return [];
    const offered = form[useName(field)];
    const untouched = typed.trim() === '' || fingerprint(typed) === had;
    return [
      {
        field,
        text: offered !== undefined && untouched ? offered : typed,
        seen,
        had,
        stillRight: form[stillName(field)] !== undefined,
      },
    ];
  });
}
