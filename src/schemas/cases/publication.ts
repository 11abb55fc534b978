import * as z from 'zod';
import { formField } from './form-field.ts';

/** As long as a request and its answers may be, since both may be published word for word. */
const WORDS_MAX = 10_000;

/**
 * What the operator fills in who reviews a request before it is published: the words as they will stand there. Nothing
 * else of the case is published. The answer is asked for once there is one.
 */
export const publicationForms = {
  publish: z.strictObject({
    words: formField(z.string().min(10).max(WORDS_MAX), { control: 'long-text', texts: 'publication.words' }),
    answer: formField(z.string().max(WORDS_MAX).optional(), { control: 'long-text', texts: 'publication.answer' }),
    /** They have looked at what may tell who somebody is and publish it all the same. */
    sure: formField(z.string().optional(), { control: 'checkbox', texts: 'publication.sure' }),
  }),
  refuse: z.strictObject({
    text: formField(z.string().min(5).max(2000), { control: 'long-text', texts: 'publication.reason' }),
  }),
} as const;
export type PublicationAction = keyof typeof publicationForms;
