import type { DeskContext } from '../../cms/context.ts';
import type { ChangeInWords, Words } from '../../cms/change-in-words.ts';
import { changedFiles } from '../../cms/entry/changed-files.ts';
import { valuesOf } from '../../cms/entry/save-entry.ts';
import type { Draft } from '../../cms/git/drafts.ts';
import type { ReviewEvent } from '../../cms/git/review-steps.ts';
import { permittedCollection } from '../../cms/permissions.ts';
import { discardedDrafts } from '../../cms/review/discard.ts';
import { timeZoneOf } from '../../cms/review/due.ts';
import { latestValidFrom } from '../../cms/review/embargo.ts';
import { isAuthor, reviewRights, type ReviewRights } from '../../cms/review/review-rights.ts';
import { draftsInReach } from '../../cms/review/drafts-in-reach.ts';
import { addDays, dayIn } from '../../deadlines/working-days.ts';
import type { Language } from '../../lib/locales.ts';
import { date } from '../../register/format.ts';
import { collections } from '../../schemas/collections.ts';
import { BODY } from '../../schemas/field-texts.ts';
import { fieldWords } from '../../schemas/field-words.ts';
import { deskUrls } from '../../site/desk-urls.ts';
import { editorDraftAddress } from '../../site/editor-address.ts';
import { pageTexts } from '../../texts/texts.ts';
import { draftTitle } from './names.ts';
import type { LinkedRow } from './linked-row.ts';
import { fieldDifferences, textDifference, type FieldDifference } from './field-differences.ts';

export interface DiscardedRow {
  collection: string;
  slug: string;
  id: string;
  name: string;
  about: string;
}

/** What the list of drafts shows. */
export interface ReviewListView {
  lists: { id: 'waiting' | 'mine' | 'dated' | 'others'; rows: LinkedRow[] }[];
  discarded: DiscardedRow[];
}

/** Sorts the drafts of an officer's bodies: what waits for a decision, the own ones, those with a day, the rest. */
export async function reviewListView(context: DeskContext, language: Language): Promise<ReviewListView> {
  const { officer } = context;
  const drafts = await draftsInReach(context);
  const waits = (draft: Draft): boolean =>
    (draft.status === 'pending_review' && officer.mayPublish && !isAuthor(officer, draft)) ||
    (draft.status === 'pending_publish' && officer.mayPublish && draft.approval?.from === undefined);
  const listOf = (draft: Draft) => {
    if (waits(draft)) return 'waiting';
    if (draft.approval?.from !== undefined) return 'dated';
    return isAuthor(officer, draft) ? 'mine' : 'others';
  };
  const rows = await Promise.all(
    drafts.map(async (draft) => ({ list: listOf(draft), row: await rowOf(context, draft, language) })),
  );
  const m = pageTexts('desk-review', language);
  const register = await context.register();
  return {
    lists: (['waiting', 'mine', 'dated', 'others'] as const).map((id) => ({
      id,
      rows: rows.flatMap(({ list, row }) => (list === id ? [row] : [])),
    })),
    discarded: (await discardedDrafts(context)).map(({ collection, slug, id, by, at }) => ({
      collection,
      slug,
      id,
      name: draftTitle(register, { collection, slug }, language),
      about: m.discardedBy({ name: by.name, day: date(at.slice(0, 10), language) }),
    })),
  };
}

async function rowOf(context: DeskContext, draft: Draft, language: Language): Promise<LinkedRow> {
  const files = await changedFiles(context.store, draft.base, draft.changes);
  const { subject } = await context.inWords(files, language);
  const m = pageTexts('desk-review', language);
  return {
    href: deskUrls.review(language, `${draft.collection}/${draft.slug}`),
    subject,
    about: m.about({
      name: draft.owner.name,
      standing: standingOf(draft, language),
      day: date(draft.updatedAt.slice(0, 10), language),
    }),
  };
}

function standingOf({ status, approval, events }: Draft, language: Language): string {
  const m = pageTexts('desk-review', language).standing;
  if (approval?.from) return m.dated({ day: date(approval.from, language), name: approval.by.name });
  if (status === 'pending_publish') return m.approved;
  if (status === 'pending_review') return m.waiting;
  const last = events.findLast(({ step }) => step !== 'commented')?.step;
  return last === 'sent-back' || last === 'failed' ? m.sentBack : m.draft;
}

/** Something that was done with a draft, ready to be read. */
export interface ShownEvent {
  says: string;
  day: string;
  words: string[];
}

/** What the page of one draft shows. */
export interface ReviewView {
  collection: string;
  slug: string;
  words: ChangeInWords;
  lines: Words[];
  differences: FieldDifference[];
  /** Names of uploads that come with it. */
  uploads: string[];
  authors: string;
  standing: string;
  events: ShownEvent[];
  rights: ReviewRights;
  own: boolean;
  /** The commit that is shown: nobody decides on another one. */
  seen: string;
  /** The first day on which it can be published by itself, and the day that is proposed (ISO 8601). */
  tomorrow: string;
  from: string | undefined;
  editor: string | undefined;
  /** The page as it will look. */
  preview: string | undefined;
}

/** Makes one draft ready to be reviewed. Throws a `CmsError` where it is not the officer's, or is gone. */
export async function reviewView(
  context: DeskContext,
  { collection, slug }: { collection: string; slug: string },
  language: Language,
): Promise<ReviewView> {
  const { officer, store, clock } = context;
  const own = permittedCollection(officer, collection);
  const draft = await store.drafts.get(collection, slug);
  const files = await changedFiles(store, draft.base, draft.changes);
  const words = await context.inWords(files, language);
  const today = dayIn(timeZoneOf(draft, await context.register()), clock());
  const tomorrow = addDays(today, 1);
  const entries = files.filter(({ path }) => !path.startsWith('content/media/'));
  return {
    collection,
    slug,
    words,
    lines: words.lines,
    differences: entries.flatMap(({ path, before = '', after = '' }) =>
      differencesIn({ path, before, after }, language),
    ),
    uploads: files.flatMap(({ path }) => (path.startsWith('content/media/') ? [path.split('/').at(-1) ?? path] : [])),
    authors: draft.authors.map(({ name }) => name).join(', '),
    standing: standingOf(draft, language),
    events: draft.events.map((event) => shownEvent(event, language)),
    rights: reviewRights(officer, draft),
    own: isAuthor(officer, draft),
    seen: draft.commit,
    tomorrow,
    from: draft.approval?.from ?? latestValidFrom(files, today),
    preview: await context.previewLink?.(draft),
    editor: own.agency === undefined ? undefined : editorDraftAddress(language, own.agency, collection, slug),
  };
}

function differencesIn(
  { path, before, after }: { path: string; before: string; after: string },
  language: Language,
): FieldDifference[] {
  const [, folder = ''] = path.split('/');
  const found = Object.values(collections).find((collection) => collection.folder === folder);
  if (!found) return [];
  const extension = path.endsWith('.mdx') ? 'mdx' : 'yaml';
  const [old, now] = [valuesOf(path, before, extension), valuesOf(path, after, extension)];
  const body = textDifference(old.body, now.body);
  const fields = fieldDifferences(found.schema, old.data, now.data, language);
  return [...fields, ...(body ? [{ way: [fieldWords(language).label(BODY)], ...body }] : [])];
}

function shownEvent({ step, by: { name }, at, words, from }: ReviewEvent, language: Language): ShownEvent {
  const m = pageTexts('desk-review', language).event;
  const dated = step === 'approved' && from;
  const says = step === 'failed' ? m.failed : dated ? m.dated({ name, day: date(from, language) }) : m[step]({ name });
  return { says, day: date(at.slice(0, 10), language), words: words === '' ? [] : words.split(/\n{2,}/) };
}
