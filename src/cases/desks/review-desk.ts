import { forgetErased } from '../../database/forget-erased.ts';
import type { Language } from '../../lib/locales.ts';
import { publicationForms, type PublicationAction } from '../../schemas/cases/publication.ts';
import { pageTexts, texts } from '../../texts/texts.ts';
import type { PostedForm } from '../../web/posted-form.ts';
import { openLink } from '../case/link-access.ts';
import { newWords, recordOrTell, type Change } from '../case/record.ts';
import { readAction, type ActionValues, type KeptForm } from '../forms/read-action.ts';
import { personalDetails, type PersonalDetail } from '../published/personal-details.ts';
import { answersIn } from '../published/public-case.ts';
import { reduce } from '../state/state.ts';
import type { Publication } from '../state/publication.ts';
import { receivedEvent } from '../store/case-records.ts';
import { readLivingCase, type LivingCase } from '../store/life-records.ts';
import { newPage, publishedOf, publishRow, unpublish } from '../store/published-rows.ts';
import type { DeskDependencies } from './officer-desk.ts';

/** A request that is to be reviewed before it is published, as the operator sees it: never who asked. */
export interface ReviewView {
  reference: string;
  agency: { id: string; name: string };
  receivedAt: string;
  publication: Publication;
  /** As they were written; the answers one below the other, and empty before there is one. */
  original: { words: string; answer: string };
  /** As they are published, or would be if nothing were changed. */
  proposed: { words: string; answer: string };
  /** What in those may tell who somebody is. */
  details: PersonalDetail[];
  /** Number of the last event whose words are shown. */
  upTo: number;
}

export type ReviewOutcome =
  | { kind: 'unknown' | 'expired' }
  | { kind: 'shown'; view: ReviewView }
  | { kind: 'done'; view: ReviewView; action: PublicationAction }
  /** The asker has taken their leave back; nothing was published. */
  | { kind: 'changed'; view: ReviewView }
  /** `details`: what was found in the words that were sent, to be looked at once more. */
  | ({ kind: 'refused' | 'failed'; view: ReviewView; details: PersonalDetail[] } & KeptForm<PublicationAction>);

/** What the operator can do with a request that may be published, by the signed link of a mail. */
export interface ReviewDesk {
  /** Shows the words. Changes nothing. */
  show(token: string): Promise<ReviewOutcome>;
  /** Publishes them as they were sent, or tells the asker why they are not published. */
  act(token: string, form: PostedForm, language: Language): Promise<ReviewOutcome>;
}

/** Makes the desk of whoever reviews. `acting` has mail sent soon after something was stored. */
export function createReviewDesk(
  dependencies: DeskDependencies,
  acting: <T>(act: () => Promise<T>) => Promise<T>,
): ReviewDesk {
  return {
    show: (token) => show(dependencies, token),
    act: (token, form, language) => acting(() => act(dependencies, token, form, language)),
  };
}

async function show(dependencies: DeskDependencies, token: string): Promise<ReviewOutcome> {
  const { db, secret, clock } = dependencies;
  const access = await openLink(db, secret, token, clock());
  if (access.kind !== 'open') return access;
  if (access.scope !== 'review') return { kind: 'unknown' };
  return { kind: 'shown', view: await viewOf(dependencies, await readLivingCase(db, access.caseId)) };
}

async function act(
  dependencies: DeskDependencies,
  token: string,
  form: PostedForm,
  language: Language,
): Promise<ReviewOutcome> {
  const { db, secret, clock } = dependencies;
  const access = await openLink(db, secret, token, clock());
  if (access.kind !== 'open') return access;
  if (access.scope !== 'review') return { kind: 'unknown' };
  const { caseId } = access;
  const stored = await readLivingCase(db, caseId);
  const view = await viewOf(dependencies, stored);
  const action = (Object.keys(publicationForms) as PublicationAction[]).find((name) => name === form.get('action'));
  if (!action) return { kind: 'shown', view };
  const read = await readAction(publicationForms[action], form, language);
  const { values } = read;
  const kept = { view, action, values, held: [] };
  if (!read.ok) return { kind: 'refused', ...kept, problems: read.problems, details: view.details };
  const details = action === 'publish' ? detailsIn(values, stored) : [];
  if (details.length > 0 && !values['sure']) {
    const { problems } = pageTexts('fields', language).publication.sure;
    return { kind: 'refused', ...kept, problems: { sure: problems.missing }, details };
  }
  const result = await recordOrTell(dependencies, {
    caseId,
    actor: { kind: 'reviewer' },
    action: action === 'publish' ? 'publish' : 'refuse-publication',
    now: clock(),
    decide: (_, state) =>
      action === 'publish'
        ? published(view, values, {
            page: state.publication.page ?? newPage(),
            upTo: upToIn(form, view),
            caseId,
            now: clock(),
          })
        : refused(values, caseId, clock()),
  });
  if (result.ok && action === 'refuse') await forgetErased(db);
  if (!result.ok && result.why === 'failed') return { kind: 'failed', ...kept, problems: {}, details };
  const after = await viewOf(dependencies, await readLivingCase(db, caseId));
  return result.ok ? { kind: 'done', view: after, action } : { kind: 'changed', view: after };
}

async function viewOf({ db }: DeskDependencies, stored: LivingCase): Promise<ReviewView> {
  const { row, submission, events, words } = stored;
  const { agency, agencyName } = receivedEvent(stored);
  const standing = await publishedOf(db, row.id);
  const answers = answersIn(events);
  const { period, language } = submission;
  const wordsOf = (id: string | undefined): string[] => {
    const found = words.get(id ?? '');
    return found ? [found] : [];
  };
  const withheldHeading = pageTexts('request-answer', language).withheld;
  const written = (from: number): string[] =>
    answers.flatMap(({ sequence, event }) => {
      if (sequence <= from || !('words' in event)) return [];
      const withheld = event.kind === 'resolved' ? wordsOf(event.withheld) : [];
      // Under its own heading: without it, what was kept back would read as a part of what was answered.
      return [...wordsOf(event.words), ...withheld.map((kept) => `${withheldHeading}:\n${kept}`)];
    });
  const time = period ? [texts('forms', language).request.period({ period })] : [];
  const original = { words: [submission.details, ...time].join('\n\n'), answer: written(0).join('\n\n') };
  const proposed = standing
    ? {
        words: standing.words,
        // What came since stands below what was reviewed before, to be read through too.
        answer: [...(standing.answer ? [standing.answer] : []), ...written(standing.reviewed_upto)].join('\n\n'),
      }
    : original;
  return {
    reference: row.reference,
    agency: { id: agency, name: agencyName },
    receivedAt: row.received_at,
    publication: reduce(events).publication,
    original,
    proposed,
    details: detailsIn(proposed, stored),
    upTo: answers.at(-1)?.sequence ?? 1,
  };
}

function detailsIn(
  { words = '', answer = '' }: { words?: string; answer?: string } | ActionValues,
  { submission: { name, email, phone } }: LivingCase,
): PersonalDetail[] {
  return personalDetails(`${words}\n\n${answer}`, { name, email, phone });
}

/** What the form showed; an answer that came while it was open has not been looked at. */
function upToIn(form: PostedForm, { upTo }: ReviewView): number {
  const typed = form.get('upTo');
  return typeof typed === 'string' && /^\d{1,6}$/.test(typed) ? Math.min(Number(typed), upTo) : 1;
}

function published(
  { original, agency }: ReviewView,
  { words = '', answer = '' }: ActionValues,
  { page, upTo, caseId, now }: { page: string; upTo: number; caseId: string; now: Date },
): Change {
  const at = now.toISOString();
  return {
    event: {
      kind: 'published',
      version: 1,
      page,
      rewritten: words !== original.words.trim() || answer !== original.answer.trim(),
    },
    beside: (transaction) =>
      publishRow(transaction, {
        case_id: caseId,
        page,
        agency: agency.id,
        words,
        answer: answer || null,
        reviewed_upto: upTo,
        published_at: at,
        changed_at: at,
      }),
  };
}

/** What was public goes with it. */
function refused({ text = '' }: ActionValues, caseId: string, now: Date): Change {
  const words = newWords(text);
  return {
    words: [words],
    event: { kind: 'publication-refused', version: 1, words: words.id },
    beside: (transaction) => unpublish(transaction, caseId, now),
  };
}
