import { saveEntry } from '../../src/cms/entry/save-entry.ts';
import { inTurn } from '../../src/cms/in-turn.ts';
import { openMerge } from '../../src/cms/merge/open-merge.ts';
import { settleMerge } from '../../src/cms/merge/settle-merge.ts';
import { permittedFile } from '../../src/cms/permissions.ts';
import { undoPublication } from '../../src/cms/published/undo-publication.ts';
import { officer } from '../../src/schemas/officer.ts';
import { deskOfFolder } from './desk-of-folder.ts';
import { SERVICE } from './fixture.ts';

const chidi = officer.parse({ name: 'Chidi Obi', email: 'chidi@inec.example', agencies: ['inec'] });

/** Saves an entry of a folder's portal (`save`), decides between two versions of it (`merge`), or undoes the last publication (`undo`). */
export async function act(dir: string, what: string): Promise<unknown> {
  const { shared } = deskOfFolder(dir, () => new Date('2026-11-02T10:00:00Z'));
  const { store } = shared;
  const context = { ...shared, officer: { ...chidi, agencies: ['inec'] } };
  if (what === 'undo') return undoPublication(context, (await store.head()).commit);
  if (what === 'merge') {
    const [kept] = await store.parked.of(chidi);
    const { current = '' } = await openMerge(context, kept?.id ?? '');
    const choices = new Map([['data.fees.0.amount', { of: 'mine' as const }]]);
    return settleMerge(context, kept?.id ?? '', { seen: current, choices });
  }
  return inTurn(context, async () => {
    const draft = await store.drafts.find('services-inec', 'party-registration');
    const blob = (await store.blobAt(draft?.commit ?? (await store.head()).commit, SERVICE)) ?? '';
    await saveEntry(context, {
      file: permittedFile(context.officer, SERVICE),
      base: { blob, editWindow: 'abcdefgh' },
      change: ({ data, body }) => ({ data: { ...data, order: 30 }, body }),
    });
  });
}
