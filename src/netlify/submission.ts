import * as z from 'zod';
import { filesField } from '../cases/files/take-files.ts';
import { caseKind } from '../schemas/cases/case.ts';

/** What Netlify tells of a form that was sent; of the whole event, only these are read. */
const event = z.object({
  payload: z.object({
    id: z.string().min(1),
    form_name: z.string(),
    created_at: z.iso.datetime({ offset: true }).optional(),
    data: z.record(z.string(), z.unknown()),
  }),
});

/** What Netlify adds to the fields: who sent it is none of ours. */
const addedByNetlify = ['ip', 'user_agent', 'referrer', 'form-name'];

export interface NetlifySubmission {
  /** Netlify's own id: the same when the event is told again. */
  id: string;
  receivedAt?: Date;
  form: FormData;
  /** Where Netlify keeps the files that came with it. */
  fileLinks: string[];
}

/**
 * Reads the event "submission-created". Gives undefined for another form of the site. Throws where it is no such event.
 */
export function readSubmission(body: unknown): NetlifySubmission | undefined {
  const { payload } = event.parse(body);
  if (!caseKind.safeParse(payload.form_name).success) return undefined;
  const form = new FormData();
  for (const [name, typed] of Object.entries(payload.data)) {
    if (name === filesField || addedByNetlify.includes(name)) continue;
    for (const value of valuesOf(typed, name === 'broken')) form.append(name, value);
  }
  const fileLinks = [payload.data[filesField]].flat().flatMap(linkOf);
  return {
    id: payload.id,
    ...(payload.created_at ? { receivedAt: new Date(payload.created_at) } : {}),
    form,
    fileLinks,
  };
}

/** A file comes as its address, or as an object that holds it. */
function linkOf(value: unknown): string[] {
  const address = typeof value === 'object' && value !== null && 'url' in value ? value.url : value;
  return typeof address === 'string' && /^https:\/\//.test(address) ? [address] : [];
}

/** Several ticked boxes come as a list, or as one text with commas between them. */
function valuesOf(value: unknown, isList: boolean): string[] {
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string');
  if (typeof value !== 'string') return [];
  return isList ? value.split(/,\s*/).filter(Boolean) : [value];
}
