import type { Register } from '../../register/register.ts';
import type { WaitingDraft } from './tasks.ts';

/** The drafts of each body's entries, by the body. Those of topics and guides belong to none. */
export function draftsByBody(drafts: WaitingDraft[], register: Register): (agencyId: string) => WaitingDraft[] {
  const byBody = Map.groupBy(
    drafts.map(({ collection, slug, status }) => ({ collection, slug, status })),
    ({ collection }) => /^(?:services|charter|notices)-(.+)$/.exec(collection)?.[1] ?? '',
  );
  return (agencyId) => (register.agencies.has(agencyId) ? (byBody.get(agencyId) ?? []) : []);
}
