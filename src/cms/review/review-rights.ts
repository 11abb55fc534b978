import type { Officer } from '../../schemas/officer.ts';
import { sameAddress } from '../auth/officers.ts';
import { CmsError } from '../cms-error.ts';
import type { Draft } from '../git/drafts.ts';

/** What an officer may do with a draft as it stands. The entry is one of theirs to edit; that is asked before. */
export interface ReviewRights {
  ask: boolean;
  comment: boolean;
  sendBack: boolean;
  approve: boolean;
  publish: boolean;
  withdraw: boolean;
  discard: boolean;
}

type Stand = Pick<Draft, 'status' | 'authors'>;

/**
 * The rights of an officer on a draft. Who may publish (a reviewer of the country, an administrator, an officer of the
 * body with `mayPublish`) approves and publishes; whoever may not, drafts and asks, and never approves, least of all a
 * draft of their own.
 */
export function reviewRights(officer: Officer, draft: Stand): ReviewRights {
  const own = isAuthor(officer, draft);
  const waits = draft.status !== 'draft';
  return {
    ask: draft.status === 'draft',
    comment: true,
    sendBack: waits && !own && (officer.mayPublish || officer.role !== 'desk-officer'),
    approve: officer.mayPublish,
    publish: officer.mayPublish,
    withdraw: waits && own,
    discard: own || officer.mayPublish,
  };
}

/** True where an officer wrote some of a draft. */
export function isAuthor({ email }: Officer, { authors }: Pick<Draft, 'authors'>): boolean {
  return authors.some((author) => sameAddress(author.email, email));
}

/** Refuses, in words, what an officer may not do with a draft. */
export function assertMay(officer: Officer, draft: Stand, what: keyof ReviewRights): void {
  if (reviewRights(officer, draft)[what]) return;
  const own = isAuthor(officer, draft);
  const authors = draft.authors.map(({ name }) => name).join(', ');
  switch (what) {
    case 'ask':
      throw new CmsError(409, 'A review was asked for already. Nothing was sent a second time.');
    case 'sendBack':
    case 'withdraw':
      if (draft.status === 'draft')
        throw new CmsError(409, 'The draft is with its author already; nobody waits for a review of it.');
      throw new CmsError(
        403,
        own
          ? 'This draft is yours: take it back instead of sending it back.'
          : 'Only a reviewer sends a draft back, and only its author ({authors}) takes it back.',
        { values: { authors } },
      );
    case 'discard':
      throw new CmsError(
        403,
        'This draft is by {authors}; only they, or a colleague who may publish, can discard it. Nothing was discarded.',
        { values: { authors } },
      );
    default:
      throw new CmsError(
        403,
        own
          ? 'Nobody approves a draft of their own where a reviewer is needed. Ask for a review; whoever reviews it publishes it.'
          : 'You may write drafts and ask for a review, but neither approve nor publish. A reviewer, or a colleague who may publish, does that.',
      );
  }
}
