import { fingerprint } from '../../lib/fingerprint.ts';
import { collections } from '../../schemas/collections.ts';
import { CmsError } from '../cms-error.ts';
import type { DeskContext } from '../context.ts';
import { inTurn } from '../in-turn.ts';
import { permittedFile, type PermittedFile } from '../permissions.ts';
import { publishDraft } from './publish-draft.ts';
import { saveEntry, valuesOf, type EntryValues } from './save-entry.ts';

/** What an officer says of what they were shown: a figure holds, a contact answers, or it does not. */
export const findings = ['holds', 'answers', 'silent'] as const;
export type Finding = (typeof findings)[number];

/** A part of an entry as it was shown: its path (fees.0; empty for the whole) and the print of what it said. */
export interface SeenPart {
  at: string;
  print: string;
}

/** What became of it: it is published, it waits in a draft (collection/slug), or all of it was known. */
export type StillTrue = { commit: string } | { draft: string } | { known: true };

/** Eight characters that change with what a part of an entry says, as its schema reads it. */
export function partPrint(data: unknown, at: string): string {
  return fingerprint(JSON.stringify(partAt(data, at)) ?? '');
}

/**
 * Writes down that parts of one entry were looked at on a day (ISO 8601), all in one commit: figures get the day beside
 * that of their source, contacts the result. Refuses (409) where one of them says something else by now. Where a draft of
 * the entry waits it goes there, so that nobody publishes another's unfinished work by a tap; so it does for officers who
 * may not publish.
 */
export async function saveStillTrue(
  context: DeskContext,
  { path, seen, finding, day }: { path: string; seen: SeenPart[]; finding: Finding; day: string },
): Promise<StillTrue> {
  const file = permittedFile(context.officer, path);
  return inTurn(context, async () => {
    const { store, officer } = context;
    const { name } = file.collection;
    const waiting = await store.drafts.find(name, file.slug);
    const blob = await store.blobAt(waiting?.commit ?? (await store.head()).commit, path);
    if (!blob) throw new CmsError(404, 'This entry is no longer there: somebody removed it or gave it another name.');
    const now = valuesOf(path, (await store.read(blob)).toString(), file.collection.extension);
    assertAsSeen(file, now, seen);
    const found = withFindings(now.data, { seen, finding, day });
    if (JSON.stringify(found) === JSON.stringify(now.data)) return { known: true };
    await saveEntry(context, {
      file,
      base: { blob, editWindow: WINDOW },
      change: ({ data, body }) => ({ data: withFindings(data, { seen, finding, day }), body }),
    });
    if (waiting || !officer.mayPublish) return { draft: `${name}/${file.slug}` };
    const { commit } = await publishDraft(context, { collection: name, slug: file.slug });
    return { commit };
  });
}

/** There is no window of an editor that would save again. */
const WINDOW = 'stilltrue';

type Values = Record<string, unknown>;

/** What was shown is the entry as its schema reads it, with what that assumes. */
function assertAsSeen({ collection }: PermittedFile, { data }: EntryValues, seen: SeenPart[]): void {
  const read = collections[collection.kind].schema.safeParse(data);
  const same = seen.every(({ at, print }) => read.success && partPrint(read.data, at) === print);
  if (!same)
    throw new CmsError(
      409,
      'What you were shown has been changed since, or a draft that changes it waits. Nothing was saved; look at it again.',
    );
}

function withFindings(
  data: Values,
  { seen, finding, day }: { seen: SeenPart[]; finding: Finding; day: string },
): Values {
  return seen.reduce((values, { at }) => renewed(values, at === '' ? [] : at.split('.'), finding, day), data);
}

/** The values with the part at some steps renewed; all that leads there is copied, nothing is changed. */
function renewed<V>(value: V, [step, ...rest]: string[], finding: Finding, day: string): V {
  if (step === undefined) return partWith(value as Values, finding, day) as V;
  if (Array.isArray(value))
    return value.map((item: unknown, index) =>
      String(index) === step ? renewed(item, rest, finding, day) : item,
    ) as V;
  return { ...value, [step]: renewed((value as Values)[step], rest, finding, day) };
}

function partWith(part: Values, finding: Finding, day: string): Values {
  if (finding !== 'holds')
    return { ...part, lastCheckedOn: day, checkStatus: finding === 'answers' ? 'confirmed' : 'failed' };
  return { ...part, evidence: { ...(part.evidence as Values), confirmedOn: day } };
}

function partAt(data: unknown, at: string): unknown {
  const steps = at === '' ? [] : at.split('.');
  return steps.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? (value as Values)[step] : undefined),
    data,
  );
}
