import type { AgencyCollections } from '../config/agency-collections.ts';
import type { DecapConfig } from '../config/cms-config.ts';
import type { LiveStatus } from '../live-watch.ts';
import { languageAsked } from './where.ts';
import type { Officer } from '../../schemas/officer.ts';

/** Who is signed in, as far as the desk is told. */
export type DeskOfficer = Omit<Officer, 'email'>;

/** What the server answers the desk; `error` in place of all else where it refuses. */
export interface Answers {
  /** `hosted`: a git host knows who it is, and Decap asks it. */
  '/api/cms/session': {
    officer: DeskOfficer | null;
    sample?: boolean;
    hosted?: boolean;
    /** What the editor says in the language asked for, by the English words. */
    words?: Record<string, string>;
  };
  '/api/cms/collections': { agencies?: AgencyCollections[]; error?: string };
  '/api/cms/config': DecapConfig & { error?: string };
  '/api/cms/status': Partial<LiveStatus> & { error?: string };
  '/api/cms/sign-in': { message?: string; error?: string };
  '/api/cms/sign-out': { message?: string; error?: string };
}

/** What a publication is answered with. */
export interface Publication {
  commit: string;
  page: string;
}

/** Asks the endpoint; rejects where no answer comes. */
export async function getJson<Address extends keyof Answers>(
  address: Address,
  query: Record<string, string> = {},
): Promise<Answers[Address]> {
  const response = await fetch(withQuery(address, query), { headers: { accept: 'application/json' } });
  return response.json() as Promise<Answers[Address]>;
}

/** Sends something to the endpoint; rejects where no answer comes. */
export async function postJson<Address extends keyof Answers>(
  address: Address,
  value: object,
): Promise<Answers[Address]> {
  const response = await fetch(withQuery(address, {}), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });
  return response.json() as Promise<Answers[Address]>;
}

/** An address with what is asked of it, and in which language the answer is read. */
function withQuery(address: string, query: Record<string, string>): string {
  const language = languageAsked(location);
  const search = new URLSearchParams({ ...query, ...(language ? { language } : {}) }).toString();
  return search ? `${address}?${search}` : address;
}
