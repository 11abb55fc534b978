import { forgetErased } from '../../database/forget-erased.ts';
import type { Language } from '../../lib/locales.ts';
import { dayIn } from '../../deadlines/working-days.ts';
import type { Register } from '../../register/register.ts';
import { pageTexts } from '../../texts/texts.ts';
import { citizenForms } from '../../schemas/cases/actions.ts';
import type { CaseEvent } from '../../schemas/cases/event.ts';
import type { Submission } from '../../schemas/cases/submission.ts';
import type { FieldProblems } from '../../schemas/cases/problems.ts';
import { countFiles } from '../store/stored-files.ts';
import type { PostedForm } from '../../web/posted-form.ts';
import { sealFiles, sealText } from '../case/seal.ts';
import { readCase } from '../store/case-records.ts';
import { viewCase, type CaseView } from '../case/view.ts';
import { POOR_SCORE_MAX, type CitizenAction } from '../state/allowed.ts';
import { allowedByLaw } from '../state/allowed-by-law.ts';
import { placeOf } from '../routing/case-clock.ts';
import { lawFor } from '../routing/information-law.ts';
import { broughtTo, canBeReceivedOn, handoverTargets } from '../routing/handover.ts';
import { openLink } from '../case/link-access.ts';
import type { DeskDependencies } from './officer-desk.ts';
import { readAction, readVersion, type ActionValues, type KeptForm } from '../forms/read-action.ts';
import { counted, newWords, recordOrTell, type Change } from '../case/record.ts';
import { currentTurn, mayBeBrought, type CaseState } from '../state/state.ts';
import { unpublish } from '../store/published-rows.ts';
import { readLivingCase, type LivingCase } from '../store/life-records.ts';
import type { Attachment } from '../../schemas/cases/attachment.ts';
import { escalation } from '../case/escalation.ts';

export type CitizenOutcome =
  | { kind: 'done'; view: CaseView; action: CitizenAction }
  /** The case changed meanwhile, or does not allow it any more; nothing was added. What was typed comes back. */
  | ({ kind: 'changed'; view: CaseView } & Partial<KeptForm<CitizenAction>>)
  /** The store takes nothing just now. Nothing was added, and what was typed comes back. */
  | ({ kind: 'failed'; view: CaseView } & KeptForm<CitizenAction>)
  | ({ kind: 'refused'; view: CaseView } & KeptForm<CitizenAction>);

/** Does what the citizen decided, once. The caller has made sure that it is the citizen. */
export async function actAsCitizen(
  dependencies: DeskDependencies,
  caseId: string,
  form: PostedForm,
  language: Language,
): Promise<CitizenOutcome> {
  const { db, clock } = dependencies;
  const register = await dependencies.register();
  const routing = { register, usable: dependencies.usableIn(register) };
  const view = async (): Promise<CaseView> => viewCase(await readLivingCase(db, caseId), { register, now: clock() });
  const action = (Object.keys(citizenForms) as CitizenAction[]).find((name) => name === form.get('action'));
  const version = readVersion(form);
  if (!action || version === undefined) return { kind: 'changed', view: await view() };
  const { submission } = await readCase(db, caseId);
  const today = dayIn(placeOf(register, submission.agency).timeZone, clock());
  const read = await readAction(citizenForms[action], form, language, {
    db,
    clock,
    already: await countFiles(db, caseId, 'citizen'),
    today,
  });
  const { values, held } = read;
  if (!read.ok) return { kind: 'refused', view: await view(), action, values, held, problems: read.problems };
  const fields = read.data as Fields;
  if (action === 'hand-in' && !canBeReceivedOn(fields.on ?? '', await readLivingCase(db, caseId), register, clock()))
    return {
      kind: 'refused',
      view: await view(),
      action,
      values,
      held,
      problems: { on: pageTexts('fields', language).action.handedInOn.problems.invalid },
    };
  const sent = await sealedAlike(submission, fields, held);
  const result = await recordOrTell(dependencies, {
    caseId,
    actor: { kind: 'citizen' },
    action,
    // Leave that is taken back does not depend on where the case stands.
    ...(action === 'end-publication' ? {} : { version }),
    now: clock(),
    decide: (stored, state) => {
      if (action === 'allow-publication') return { event: { kind: 'publication-allowed', version: 1 } };
      if (action === 'end-publication') return endedPublication(caseId, clock());
      if (action === 'next-rung') {
        const law = lawFor(register, state.about, state.agency);
        if (!allowedByLaw([action], state, law).includes(action)) return undefined;
        return escalation(routing, stored, state, 'dissatisfied');
      }
      return action === 'hand-in'
        ? handedIn(register, stored, state, fields.on ?? '')
        : change(action, sent.fields, sent.files);
    },
  });
  if (result.ok && action === 'end-publication') await forgetErased(db);
  if (result.ok) return { kind: 'done', view: await view(), action };
  return {
    kind: result.why === 'failed' ? 'failed' : 'changed',
    view: await view(),
    action,
    values,
    held,
    problems: {},
  };
}

/** The question whether the citizen is satisfied, as a signed link in a mail opens it. */
export type RatingOutcome =
  | { kind: 'unknown' | 'expired' }
  | { kind: 'asked' | 'rated' | 'changed' | 'next-rung'; view: CaseView }
  | { kind: 'refused' | 'failed'; view: CaseView; values: ActionValues; problems: FieldProblems };

/** Shows the question; looking changes nothing. */
export async function showRating(dependencies: DeskDependencies, token: string): Promise<RatingOutcome> {
  const access = await openLink(dependencies.db, dependencies.secret, token, dependencies.clock());
  if (access.kind !== 'open') return access;
  if (access.scope !== 'rate') return { kind: 'unknown' };
  const stored = await readLivingCase(dependencies.db, access.caseId);
  return {
    kind: 'asked',
    view: viewCase(stored, { register: await dependencies.register(), now: dependencies.clock() }),
  };
}

/** Takes the answer, or the wish to go to the next rung that a poor answer is offered. The link does nothing else. */
export async function answerRating(
  dependencies: DeskDependencies,
  token: string,
  form: PostedForm,
  language: Language,
): Promise<RatingOutcome> {
  const before = await showRating(dependencies, token);
  if (before.kind !== 'asked') return before;
  if (form.get('action') !== 'rate' && form.get('action') !== 'next-rung') return before;
  const outcome = await actAsCitizen(dependencies, before.view.id, form, language);
  if (outcome.kind === 'refused' || outcome.kind === 'failed') {
    return { kind: outcome.kind, view: outcome.view, values: outcome.values, problems: outcome.problems };
  }
  if (outcome.kind === 'changed') return { kind: 'changed', view: outcome.view };
  return { kind: outcome.action === 'rate' ? 'rated' : 'next-rung', view: outcome.view };
}

/** Says whether a score is poor enough to offer the next rung. */
export function isPoor(score: number | undefined): boolean {
  return score !== undefined && score <= POOR_SCORE_MAX;
}

interface Fields {
  text?: string;
  score?: number;
  on?: string;
}

/** What a citizen adds to a case whose words are encrypted is encrypted for the same reader. */
async function sealedAlike(
  { sealed }: Submission,
  fields: Fields,
  files: Attachment[],
): Promise<{ fields: Fields; files: Attachment[] }> {
  if (!sealed) return { fields, files };
  const text = fields.text ? { text: await sealText(fields.text, sealed.key) } : {};
  return { fields: { ...fields, ...text }, files: await sealFiles(files, sealed.key) };
}

/** What was published goes at once. */
function endedPublication(caseId: string, now: Date): Change {
  return {
    event: { kind: 'publication-ended', version: 1 },
    beside: (transaction) => unpublish(transaction, caseId, now),
  };
}

/** The letter is made out to the nearest body that no mail reaches. */
function handedIn(register: Register, stored: LivingCase, state: CaseState, on: string): Change | undefined {
  const current = currentTurn(state);
  const [target] = (mayBeBrought(state, current) ? broughtTo : handoverTargets)(register, stored, state);
  const { turn } = current;
  return (
    target && {
      event: {
        kind: 'passed-on',
        version: 1,
        turn,
        by: 'citizen',
        agency: target.agency,
        agencyName: target.name,
        on,
        term: target.term,
      },
    }
  );
}

function change(
  action: Exclude<CitizenAction, 'next-rung' | 'hand-in' | 'allow-publication' | 'end-publication'>,
  { text, score = 3 }: Fields,
  files: Attachment[],
): Change {
  const words = text ? newWords(text) : undefined;
  const event: CaseEvent =
    action === 'message' || action === 'reopen'
      ? { kind: action === 'message' ? 'message' : 'reopened', version: 1, words: words?.id ?? '', ...counted(files) }
      : {
          ...(action === 'rate' ? { kind: 'rated' as const, score } : { kind: 'withdrawn' as const }),
          version: 1,
          ...(words ? { words: words.id } : {}),
        };
  return { event, files, words: words ? [words] : [] };
}
