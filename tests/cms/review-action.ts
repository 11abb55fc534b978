import { discardDraft, restoreDraft } from '../../src/cms/review/discard.ts';
import { publishDue } from '../../src/cms/review/publish-due.ts';
import { takeStep } from '../../src/cms/review/take-step.ts';
import { officer } from '../../src/schemas/officer.ts';
import { deskOfFolder } from './desk-of-folder.ts';

const rita = {
  ...officer.parse({ name: 'Rita Musa', email: 'rita@review.example', role: 'reviewer' }),
  agencies: ['inec'],
};
const name = { collection: 'services-inec', slug: 'party-registration' };

/** Does something with the draft of a folder's portal: approve, discard, restore, or publish what is `due`. */
export async function act(dir: string, what: string): Promise<unknown> {
  // The day on which the draft is due has come for whoever publishes what is due.
  const now = what === 'due' ? '2026-11-05T09:00:00Z' : '2026-11-02T10:00:00Z';
  const { shared, committer } = deskOfFolder(dir, () => new Date(now));
  const { store } = shared;
  const context = { ...shared, officer: rita };
  if (what === 'due') return publishDue({ shared, officers: () => Promise.resolve([rita]), portal: committer });
  return store.exclusively(async () => {
    if (what === 'approve') return takeStep(context, { ...name, step: 'approved', from: '2026-11-04' });
    if (what === 'discard') return discardDraft(context, name);
    const [kept] = await store.discarded.list();
    return kept && restoreDraft(context, { ...name, id: kept.id });
  });
}
