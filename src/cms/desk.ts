import type { Officer } from '../schemas/officer.ts';
import type { createDeskAuth } from './auth/desk-auth.ts';
import { assertSameOrigin } from './auth/same-origin.ts';
import type { DeskContext } from './context.ts';
import type { HeldDocuments } from './from-document/held-documents.ts';
import type { LiveWatch } from './live-watch.ts';
import type { Preview } from './preview/preview.ts';

/** Somebody as whom one may try the desk of a demonstration. */
export type SampleOfficer = Pick<Officer, 'name' | 'email'>;

export interface DeskVisit {
  /** What whoever is signed in may use; absent where nobody is. */
  context?: DeskContext;
  /** The sample officers that a demonstration offers to whoever is not signed in. */
  sampleOffered: SampleOfficer[];
}

/** The desk, for its own pages. */
export interface Desk {
  /** Who asks for a page of the desk. Refuses what another site's page posts (403). */
  visit(request: Request): Promise<DeskVisit>;
  /** Sends a link that signs in and leads to `next`, where the address is an officer's; tells nobody whether it is. */
  sendLink(email: string, next: string): Promise<void>;
  /** Signs a sample officer in, by address: the cookie, or undefined where there is none to sign in. */
  enterAsSample(request: Request, email: string): Promise<string | undefined>;
  /** Signs out: the cookie that forgets the session. */
  leave(request: Request): Promise<string>;
  /** Tells whether a published change is what visitors see. */
  live: LiveWatch;
  /** Shows drafts as pages. */
  preview: Preview;
  /** Keeps the documents that officers gave, while they are described. */
  documents: HeldDocuments;
}

interface DeskParts {
  auth: ReturnType<typeof createDeskAuth>;
  siteUrl: string;
  live: LiveWatch;
  preview: Preview;
  documents: HeldDocuments;
  /** What everybody at the desk uses. */
  shared: Omit<DeskContext, 'officer'>;
}

export function createDesk({ auth, siteUrl, live, preview, documents, shared }: DeskParts): Desk {
  return {
    async visit(request) {
      if (request.method !== 'GET' && request.method !== 'HEAD') assertSameOrigin(request, siteUrl);
      const officer = await auth.officerOf(request);
      if (officer) return { context: { ...shared, officer }, sampleOffered: [] };
      const samples = await auth.samplesOf(request);
      return { sampleOffered: samples.map(({ name, email }) => ({ name, email })) };
    },
    sendLink: auth.sendLink,
    enterAsSample: auth.enterAsSample,
    leave: auth.leave,
    live,
    preview,
    documents,
  };
}
