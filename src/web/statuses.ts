import type { Refusal } from './posted-form.ts';

/** The HTTP status of a form that could not be read (RFC 9110, sections 15.5.14 and 15.5.16). */
export const statusOfRefusal = { 'too-large': 413, 'not-a-form': 415 } as const satisfies Record<Refusal, number>;
