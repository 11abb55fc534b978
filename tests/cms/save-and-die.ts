import { dieAfter, keepCompiled } from './die-after.ts';

/*
 * save-and-die.ts FOLDER WHAT N: saves an entry of the folder's portal, decides between two versions of it, or undoes the
 * last publication, and is killed right after its nth step that writes. Ends with 0 where there were fewer steps.
 */
const [dir = '', what = '', until = ''] = process.argv.slice(2);
dieAfter(until);

const { saveEntry } = await import('../../src/cms/entry/save-entry.ts');
const { inTurn } = await import('../../src/cms/in-turn.ts');
const { openMerge } = await import('../../src/cms/merge/open-merge.ts');
const { settleMerge } = await import('../../src/cms/merge/settle-merge.ts');
const { permittedFile } = await import('../../src/cms/permissions.ts');
const { undoPublication } = await import('../../src/cms/published/undo-publication.ts');
const { officer } = await import('../../src/schemas/officer.ts');
const { deskOfFolder } = await import('./desk-of-folder.ts');
const { SERVICE } = await import('./fixture.ts');
keepCompiled();

const { shared } = deskOfFolder(dir, () => new Date('2026-11-02T10:00:00Z'));
const { store } = shared;
const chidi = officer.parse({ name: 'Chidi Obi', email: 'chidi@inec.example', agencies: ['inec'] });
const context = { ...shared, officer: { ...chidi, agencies: ['inec'] } };

if (what === 'undo') await undoPublication(context, (await store.head()).commit);
else if (what === 'merge') {
  const [kept] = await store.parked.of(chidi);
  const { current = '' } = await openMerge(context, kept?.id ?? '');
  const choices = new Map([['data.fees.0.amount', { of: 'mine' as const }]]);
  await settleMerge(context, kept?.id ?? '', { seen: current, choices });
} else
  await inTurn(context, async () => {
    const draft = await store.drafts.find('services-inec', 'party-registration');
    const blob = (await store.blobAt(draft?.commit ?? (await store.head()).commit, SERVICE)) ?? '';
    await saveEntry(context, {
      file: permittedFile(context.officer, SERVICE),
      base: { blob, editWindow: 'abcdefgh' },
      change: ({ data, body }) => ({ data: { ...data, order: 30 }, body }),
    });
  });
