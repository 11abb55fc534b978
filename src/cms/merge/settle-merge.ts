import { isDeepStrictEqual } from 'node:util';
import { CmsError, withProblems, type FieldProblem } from '../cms-error.ts';
import type { DeskContext } from '../context.ts';
import { saveEntry, valuesOf, type EntryValues } from '../entry/save-entry.ts';
import type { FileChange } from '../git/reader.ts';
import { inTurn } from '../in-turn.ts';
import { joinEdits } from './join-edits.ts';
import { openMerge, type OpenMerge } from './open-merge.ts';
import { placeName, resolved } from './resolve.ts';
import type { Asks } from './three-way.ts';
import type { Conflict } from './versions.ts';

/** What is wrong with a choice; the page says it in its own language. */
export const CHOOSE = 'Choose one of the two.';
export const WRITE_NUMBER = 'Write a number, such as 1500 or 1,500.';

/** What somebody decided of one contradiction: one of the two versions, or a third, as it was typed. */
export type Choice = { of: 'theirs' | 'mine' } | { of: 'own'; typed: string };

export interface Decision {
  /** The blob that the page showed as what was saved meanwhile; empty where the entry was removed. */
  seen: string;
  /** What the page asked. */
  asks?: Asks;
  choices: ReadonlyMap<string, Choice>;
}

/**
 * Saves an entry with its contradictions decided, as a draft, and lets go of the version that was kept. Gives the draft
 * as collection/slug, or nothing where everything stays as it is. Refuses where somebody changed the entry once more
 * (409), and where a contradiction is not decided (422, with problems by place) or what was chosen is not valid together:
 * that refusal has the one of the entry as its cause, and each change can then be decided.
 */
export function settleMerge(context: DeskContext, id: string, decision: Decision): Promise<{ draft?: string }> {
  const { store } = context;
  return inTurn(context, async () => {
    const merge = await openMerge(context, id, decision.asks);
    const { file, version, current, theirs, editWindow, own, joined, renews } = merge;
    if (decision.seen !== (current ?? ''))
      throw new CmsError(
        409,
        'Somebody changed this entry once more. What you chose is still chosen; look at it again.',
      );
    await assertDraftUnchanged(context, merge);
    const value = resolved(joined, deciding(joined.conflicts, decision.choices));
    const isChanged = Boolean(value) && !isDeepStrictEqual(value, theirs && joinEdits(theirs, theirs, theirs).value);
    if (isChanged)
      await saveEntry(context, {
        file,
        base: current === undefined ? undefined : { blob: current, editWindow },
        change: () => value,
        held: own,
        renews: renews !== undefined,
        ...(await broughtAlong(context, merge)),
      }).catch((error: unknown) => {
        throw error instanceof CmsError && error.status === 422 ? notTogether(error) : error;
      });
    await store.parked.drop(version);
    return isChanged ? { draft: `${version.collection}/${version.slug}` } : {};
  });
}

/** Refuses to put the version of a draft over what was edited in that draft since. */
async function assertDraftUnchanged({ store }: DeskContext, { version, renews }: OpenMerge): Promise<void> {
  const draft = renews === undefined ? undefined : await store.drafts.find(version.collection, version.slug);
  if (!draft || !renews || (await store.diff(renews, draft.commit)).length === 0) return;
  throw new CmsError(
    409,
    'The draft was changed after this version was kept, so nothing was put over it. Publish the draft again to see both, and drop this version.',
  );
}

/** The refusal of an entry, with its problems by the places of a merge. */
function notTogether(error: CmsError): CmsError {
  return withProblems(
    error,
    error.problems.map(({ field, ...told }) => ({ field: `data.${field}`, ...told })),
  );
}

/** The choices that were made of the contradictions, as far as they are the same when each change is asked. */
export function carriedChoices(
  { joined, contradictions }: OpenMerge,
  choices: Decision['choices'],
): Decision['choices'] {
  const asked = new Map(contradictions.map((conflict) => [placeName(conflict.path), conflict]));
  const same = joined.conflicts.filter((conflict) => isDeepStrictEqual(asked.get(placeName(conflict.path)), conflict));
  return new Map(
    same.flatMap(({ path }) => {
      const choice = choices.get(placeName(path));
      return choice ? [[placeName(path), choice] as const] : [];
    }),
  );
}

/** Lets go of a version that was kept. */
export function dropMerge(context: DeskContext, id: string): Promise<void> {
  return inTurn(context, async () => {
    const { version } = await openMerge(context, id);
    await context.store.parked.drop(version);
  });
}

/** Whether a place takes a third version: a text, or a number. */
export const takesOwn = ({ base, theirs, mine }: Conflict): 'text' | 'number' | undefined => {
  const kinds = new Set([base, theirs, mine].filter((value) => value !== undefined).map((value) => typeof value));
  if (kinds.size !== 1) return undefined;
  return kinds.has('string') ? 'text' : kinds.has('number') ? 'number' : undefined;
};

/** Behind a comma stand three digits: "1,50" is one and a half to many, and never 150. */
const NUMBER = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;

function deciding(conflicts: Conflict[], choices: Decision['choices']): (conflict: Conflict) => unknown {
  const decided = new Map<string, unknown>();
  const problems: FieldProblem[] = [];
  for (const conflict of conflicts) {
    const field = placeName(conflict.path);
    const choice = choices.get(field);
    if (!choice) problems.push({ field, message: CHOOSE });
    else if (choice.of !== 'own') decided.set(field, conflict[choice.of]);
    else if (takesOwn(conflict) === 'text') decided.set(field, choice.typed.trim() || undefined);
    else if (NUMBER.test(choice.typed.trim())) decided.set(field, Number(choice.typed.replaceAll(',', '')));
    else problems.push({ field, message: WRITE_NUMBER });
  }
  if (problems.length > 0) throw new CmsError(422, 'Not saved. Choose for each field below.', { problems });
  return ({ path }) => decided.get(placeName(path));
}

/** What a version brings along: uploads as they are, and what it added to the charter, joined to how that stands now. */
async function broughtAlong(
  { store }: DeskContext,
  { version, beside }: OpenMerge,
): Promise<{ assets: FileChange[]; charter?: (now: EntryValues) => EntryValues }> {
  const charter = beside.find(({ path }) => path.startsWith('content/charters/'));
  const assets = beside.filter((change) => change !== charter);
  if (!charter?.blob) return { assets };
  const { path } = charter;
  const before = await store.blobAt(`${version.commit}^`, path);
  const [was = '', mine = ''] = (await store.readMany([before ?? charter.blob, charter.blob])).map(String);
  return {
    assets,
    charter: (now) => {
      const { value, conflicts } = joinEdits(valuesOf(path, was, 'mdx'), now, valuesOf(path, mine, 'mdx'));
      if (conflicts.length === 0) return value;
      throw new CmsError(
        409,
        'Not saved. The source that you added has the number of another one by now. Open the entry, cite the source there, and drop this version.',
      );
    },
  };
}
