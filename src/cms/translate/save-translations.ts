import { fingerprint } from '../../lib/fingerprint.ts';
import { withoutHidden } from '../../lib/hidden-characters.ts';
import { renderProse } from '../../register/prose.ts';
import { PROSE_FIELD } from '../../register/translated-prose.ts';
import { translation } from '../../schemas/translation.ts';
import type { DeskContext } from '../context.ts';
import { publishDraft } from '../entry/publish-draft.ts';
import { saveEntry } from '../entry/save-entry.ts';
import { inTurn } from '../in-turn.ts';
import { withGuideTexts, withTranslations, type NewTranslation } from './changed-values.ts';
import { lostParts } from './kept-parts.ts';
import { openEntry, type Asked, type OpenedEntry, type OpenedText } from './open-entry.ts';

/** What was typed for one text, and what whoever typed it had before them. */
export interface TypedText {
  field: string;
  text: string;
  /** Fingerprint of the original that was shown. */
  seen: string;
  /** Fingerprint of the translation that stood there; empty where there was none. */
  had: string;
  /** The original changed, and the translation still says the same. */
  stillRight: boolean;
}

/** Why one text was not saved. */
export type TextProblem =
  | { kind: 'original-changed' }
  | { kind: 'translated-meanwhile'; text: string }
  | { kind: 'needed' }
  | { kind: 'refused'; message: string };

/** Nothing is saved where one text is refused. */
export type SavedTranslations =
  | { problems: Map<string, TextProblem>; opened: OpenedEntry }
  | {
      problems?: undefined;
      /** How many texts changed. */
      saved: number;
      /** Texts that leave out something of their original; these are not published unless it is meant so. */
      lacking: number;
      /** The draft that they are in, as collection/slug: for a guide that of its translation. */
      draft: string;
      /** The commit that published them. */
      commit?: string;
    };

/**
 * Saves what was typed of an entry's translations as a draft, and publishes the draft where that is asked for. Whoever
 * else changed the entry meanwhile is in nobody's way, unless it was the same text: then that one is refused. What is as
 * it was is not written.
 */
export function saveTranslations(
  context: DeskContext,
  asked: Asked,
  typed: readonly TypedText[],
  publish: 'no' | 'unless-lacking' | 'yes',
): Promise<SavedTranslations> {
  return inTurn(context, async () => {
    const opened = await openEntry(context, asked);
    const known = new Map(opened.texts.map((text) => [text.field, text]));
    const changes = typed.map((item) => changeOf(item, known.get(item.field))).filter((item) => item !== undefined);
    const problems = problemsOf(opened, known, typed, changes);
    if (problems.size > 0) return { problems, opened };
    if (changes.length > 0) await save(context, opened, changes);
    const lacking = changes.filter(({ field, text }) => lostParts(known.get(field)?.original ?? '', text).length > 0);
    // A draft that was approved for a day goes out on that day, with the translations in it.
    const isDated = opened.draft?.approval?.from !== undefined;
    const wanted = !isDated && (publish === 'yes' || (publish === 'unless-lacking' && lacking.length === 0));
    const { collection, slug } = opened.target.file;
    const published =
      wanted && (changes.length > 0 || opened.draft)
        ? await publishDraft(context, { collection: collection.name, slug })
        : undefined;
    return {
      saved: changes.length,
      lacking: lacking.length,
      draft: `${collection.name}/${slug}`,
      ...(published ? { commit: published.commit } : {}),
    };
  });
}

/** A text as it is kept: without what cannot be seen, on one line where the original is on one. */
function tidied(text: string, original: string): string {
  const seen = withoutHidden(text).trim();
  return original.includes('\n') ? seen : seen.replace(/\s*\n\s*/g, ' ');
}

interface Change extends NewTranslation {
  seen: string;
  had: string;
}

function changeOf({ field, text, seen, had, stillRight }: TypedText, now: OpenedText | undefined): Change | undefined {
  const kept = field === PROSE_FIELD ? withoutHidden(text).trim() : tidied(text, now?.original ?? '');
  const typed = kept === '' ? '' : fingerprint(kept);
  if (typed === had && !(stillRight && kept !== '')) return undefined;
  return { field, text: kept, of: now?.of ?? seen, seen, had };
}

function problemsOf(
  opened: OpenedEntry,
  known: ReadonlyMap<string, OpenedText>,
  typed: readonly TypedText[],
  changes: readonly Change[],
): Map<string, TextProblem> {
  const problems = new Map<string, TextProblem>();
  for (const change of changes) {
    const problem = problemOf(opened, known.get(change.field), change);
    if (problem) problems.set(change.field, problem);
  }
  if (opened.collection.kind === 'guides' && changes.length > 0) {
    const emptied = new Map(typed.map(({ field, text }) => [field, text.trim()]));
    for (const field of ['title', 'summary']) {
      const text = emptied.get(field) ?? known.get(field)?.translation?.text ?? '';
      if (text === '' && known.has(field)) problems.set(field, { kind: 'needed' });
    }
  }
  return problems;
}

function problemOf(opened: OpenedEntry, now: OpenedText | undefined, change: Change): TextProblem | undefined {
  if (now?.of !== change.seen) return { kind: 'original-changed' };
  const standing = now.translation?.text ?? '';
  if ((standing === '' ? '' : fingerprint(standing)) !== change.had && standing !== change.text)
    return { kind: 'translated-meanwhile', text: standing };
  if (change.text === '') return undefined;
  const read = translation.shape.text.safeParse(change.text);
  if (!read.success) return { kind: 'refused', message: read.error.issues[0]?.message ?? '' };
  if (change.field !== PROSE_FIELD) return undefined;
  const [problem] = renderProse(opened.target.file.path, change.text).problems;
  const place = problem?.line === undefined ? '' : ` (${problem.line})`;
  return problem && { kind: 'refused', message: `${problem.message}${place} ${problem.remedy}` };
}

async function save(context: DeskContext, opened: OpenedEntry, changes: readonly Change[]): Promise<void> {
  const { file, base } = opened.target;
  const news = changes.map(({ field, text, of }) => ({ field, text, of }));
  if (opened.collection.kind !== 'guides') {
    await saveEntry(context, { file, base, change: (now) => withTranslations(now, opened.into, news) });
    return;
  }
  const original = opened.source.values.data;
  await saveEntry(context, {
    file,
    base,
    change: (now) => withGuideTexts(now, { of: opened.slug, into: opened.into, original }, news),
  });
}
