import * as z from 'zod';
import { honeypotField, submissionKeyField } from '../cases/form-values.ts';
import { complaintFields } from '../schemas/cases/complaint.ts';
import { FORM_NAME } from './deployment.ts';

/** What Netlify tells of a form that was sent. Fields that are not named here, such as the sender's IP address, are left unread. */
const event = z.object({
  payload: z.object({
    id: z.string().min(1),
    form_name: z.string(),
    created_at: z.iso.datetime({ offset: true }).optional(),
    data: z.record(z.string(), z.unknown()),
  }),
});

export interface Submission {
  /** Netlify's own id: the same when the event is told again. */
  id: string;
  receivedAt?: Date;
  form: FormData;
}

/** Reads the event "submission-created". Gives undefined for another form of the site. Throws where it is no such event. */
export function readSubmission(body: unknown): Submission | undefined {
  const { payload } = event.parse(body);
  if (payload.form_name !== FORM_NAME) return undefined;
  const form = new FormData();
  for (const name of [...complaintFields.map(([field]) => field), submissionKeyField, honeypotField]) {
    for (const value of valuesOf(payload.data[name], name === 'broken')) form.append(name, value);
  }
  return { id: payload.id, ...(payload.created_at ? { receivedAt: new Date(payload.created_at) } : {}), form };
}

/** Several ticked boxes come as a list, or as one text with commas between them. */
function valuesOf(value: unknown, isList: boolean): string[] {
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string');
  if (typeof value !== 'string') return [];
  return isList ? value.split(/,\s*/).filter(Boolean) : [value];
}
