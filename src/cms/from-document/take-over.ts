import { CmsError } from '../cms-error.ts';
import type { DeskContext } from '../context.ts';
import { publishDraft } from '../entry/publish-draft.ts';
import { saveEntry } from '../entry/save-entry.ts';
import { inTurn } from '../in-turn.ts';
import { permittedFile } from '../permissions.ts';
import { charterPath, presentEntries, servicePath, sourcesOf } from './present-entries.ts';
import type { Proposal, ProposedEntry } from './proposal.ts';
import { sameSource } from './same-source.ts';

/** The path of an entry that a proposal is about. */
export function pathOf({ agency }: Proposal, { kind, slug }: ProposedEntry): string {
  return kind === 'charters' ? charterPath(agency) : servicePath(agency, slug);
}

/**
 * Saves an entry of a proposal as a draft: a new one wholly, of one that exists the fields that were ticked. Throws a
 * `CmsError` where it refuses.
 */
export async function takeOver(
  context: DeskContext,
  proposal: Proposal,
  entry: ProposedEntry,
  fields: readonly string[],
): Promise<void> {
  const { blob, data: proposed } = entry;
  const chosen = Object.fromEntries(
    fields.flatMap((name) => (Object.hasOwn(proposed, name) ? [[name, proposed[name]]] : [])),
  );
  if (blob && Object.keys(chosen).length === 0)
    throw new CmsError(422, 'Nothing was saved: tick at least one field of this entry.');
  const file = permittedFile(context.officer, pathOf(proposal, entry));
  await inTurn(context, () =>
    saveEntry(context, {
      file,
      base: blob ? { blob, editWindow: proposal.editWindow } : undefined,
      change: ({ data, body }) => ({ data: blob ? { ...data, ...chosen } : proposed, body }),
    }),
  );
}

/**
 * Adds the document to the sources of the charter: published at once by an officer who may, where the charter has no
 * draft that would go out with it; else in the draft. Throws a `CmsError` where it refuses.
 */
export function addSource(
  context: DeskContext,
  { agency, source, editWindow }: Proposal,
): Promise<'published' | 'draft'> {
  return inTurn(context, async () => {
    const { entries, hasCharterDraft } = await presentEntries(context, agency);
    const file = permittedFile(context.officer, charterPath(agency));
    const present = entries.get(file.path);
    await saveEntry(context, {
      file,
      base: present && { blob: present.blob, editWindow },
      change: ({ data, body }) => {
        const sources = sourcesOf(data);
        const same = sameSource(sources, source);
        const taken = sources.find(({ id }) => id === source.id);
        if (same && same.id !== source.id)
          throw new CmsError(
            409,
            'Meanwhile the charter lists this document: {title}. Give it again, and choose it from the list.',
            { values: { title: String(same.title) } },
          );
        if (taken && !same)
          throw new CmsError(
            409,
            'Meanwhile the charter has another source with the id “{id}”. Give the document again: it gets a new one.',
            { values: { id: source.id } },
          );
        return { data: { ...data, sources: same ? sources : [...sources, source] }, body };
      },
    });
    if (hasCharterDraft || !context.officer.mayPublish) return 'draft';
    await publishDraft(context, { collection: file.collection.name, slug: file.slug });
    return 'published';
  });
}
