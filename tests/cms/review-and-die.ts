import { dieAfter, keepCompiled } from './die-after.ts';

/*
 * review-and-die.ts FOLDER WHAT N: does something with the draft of the folder's portal (approve, discard, restore, or
 * publish what is due) and is killed right after its nth step that writes. Ends with 0 where there were fewer steps.
 */
const [dir = '', what = '', until = ''] = process.argv.slice(2);
dieAfter(until);

const { takeStep } = await import('../../src/cms/review/take-step.ts');
const { discardDraft, restoreDraft } = await import('../../src/cms/review/discard.ts');
const { publishDue } = await import('../../src/cms/review/publish-due.ts');
const { officer } = await import('../../src/schemas/officer.ts');
const { deskOfFolder } = await import('./desk-of-folder.ts');
keepCompiled();

const rita = {
  ...officer.parse({ name: 'Rita Musa', email: 'rita@review.example', role: 'reviewer' }),
  agencies: ['inec'],
};
// The day on which the draft is due has come for whoever publishes what is due.
const now = what === 'due' ? '2026-11-05T09:00:00Z' : '2026-11-02T10:00:00Z';
const { shared, committer } = deskOfFolder(dir, () => new Date(now));
const { store } = shared;
const name = { collection: 'services-inec', slug: 'party-registration' };
const context = { ...shared, officer: rita };

if (what === 'due') await publishDue({ shared, officers: () => Promise.resolve([rita]), portal: committer });
else
  await store.exclusively(async () => {
    if (what === 'approve') return takeStep(context, { ...name, step: 'approved', from: '2026-11-04' });
    if (what === 'discard') return discardDraft(context, name);
    const [kept] = await store.discarded.list();
    if (kept) await restoreDraft(context, { ...name, id: kept.id });
  });
