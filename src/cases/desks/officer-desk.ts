import type { Language } from '../../lib/locales.ts';
import { dayIn } from '../../deadlines/working-days.ts';
import type { Register } from '../../register/register.ts';
import { pageTexts } from '../../texts/texts.ts';
import type * as z from 'zod';
import { officerForm, type LawOfForms } from '../../schemas/cases/actions.ts';
import type { InformationLaw } from '../../schemas/information-law.ts';
import { countFiles } from '../store/stored-files.ts';
import type { Download } from '../../web/answers.ts';
import type { PostedForm } from '../../web/posted-form.ts';
import type { Routing, Usable } from '../routing/reach.ts';
import { routeCase } from '../routing/route-case.ts';
import { receivedEvent } from '../store/case-records.ts';
import { viewCase, type CaseView } from '../case/view.ts';
import { allowed, officerActions, type OfficerAction } from '../state/allowed.ts';
import { allowedByLaw } from '../state/allowed-by-law.ts';
import { countryOf, lawFor } from '../routing/information-law.ts';
import { moneyOf } from '../../register/money-of.ts';
import type { Reading } from '../../register/readings.ts';
import {
  extensionByLaw,
  isRequestAction,
  requestChange,
  transferByLaw,
  type OfficerActing,
  type OfficerFields,
  type RequestAction,
} from './request-actions.ts';
import { canBeReceivedOn, handoverTargets, type HandoverTarget } from '../routing/handover.ts';
import { deadlineOf, placeOf } from '../routing/case-clock.ts';
import { isOver } from '../../deadlines/deadline.ts';
import { openLink } from '../case/link-access.ts';
import { readAction, readVersion, type KeptForm } from '../forms/read-action.ts';
import { counted, newWords, recordOrTell, type Change } from '../case/record.ts';
import { currentTurn, isByLaw, reduce, type CaseState } from '../state/state.ts';
import { isOfPublication } from '../state/publication.ts';
import { readLivingCase, type LivingCase } from '../store/life-records.ts';
import type { Database } from '../../database/tables.ts';
import { readAttachment } from './read-attachment.ts';

export interface DeskDependencies {
  db: Database;
  register: () => Promise<Register>;
  /** The server's own key. */
  secret: string;
  clock: () => Date;
  /** Receives ids and codes, never a word of a case. */
  log: (event: object) => void;
  /** Which addresses may be used. */
  usableIn: (register: Register) => Usable;
}

/** An information law in the language of a reader. */
export type LawRead = NonNullable<Reading<'jurisdictions'>['informationLaw']>;

/** A case as whoever holds a signed link sees it: who the citizen is only with consent. */
export interface DeskView {
  turn: number;
  /** The desk whose link it is. */
  holderName: string;
  case: CaseView;
  /** Fields that tell who the citizen is, where they agreed; empty otherwise. */
  identity(language: Language): { label: string; value: string }[];
  can: OfficerAction[];
  /** What is filled in for an action. */
  form(action: OfficerAction): z.ZodObject;
  /** The information law that a request rests on, as it was written and as a reader of a language gets it. */
  lawAsWritten?: InformationLaw;
  law(language: Language): LawRead | undefined;
  /** Agencies the case can be passed on to. */
  transferTargets: { id: string; name: string }[];
  /** Bodies that no mail reaches, and that the operator can bring it to. */
  handoverTargets: HandoverTarget[];
}

export type DeskOutcome =
  | { kind: 'unknown' | 'expired' }
  | { kind: 'shown'; view: DeskView }
  /** The action is on the disk. */
  | { kind: 'done'; view: DeskView; action: OfficerAction }
  /** The case changed meanwhile, or does not allow it any more; nothing was added. What was typed comes back. */
  | ({ kind: 'changed'; view: DeskView } & Partial<KeptForm<OfficerAction>>)
  /** The store takes nothing just now. Nothing was added, and what was typed comes back. */
  | ({ kind: 'failed'; view: DeskView } & KeptForm<OfficerAction>)
  | ({ kind: 'refused'; view: DeskView } & KeptForm<OfficerAction>);

/** Shows a case to whoever holds a signed link. Looking changes nothing: mail scanners open links too. */
export async function showDesk(dependencies: DeskDependencies, token: string): Promise<DeskOutcome> {
  const access = await openLink(dependencies.db, dependencies.secret, token, dependencies.clock());
  if (access.kind !== 'open') return access;
  return typeof access.scope === 'number' ? shown(dependencies, access.caseId, access.scope) : { kind: 'unknown' };
}

/** A file of the case to whoever holds a signed link, or undefined. */
export async function deskFile(
  { db, secret, clock }: DeskDependencies,
  token: string,
  number: number,
): Promise<Download | undefined> {
  const access = await openLink(db, secret, token, clock());
  return access.kind === 'open' && typeof access.scope === 'number'
    ? readAttachment(db, access.caseId, number)
    : undefined;
}

/** Does what an officer decided, once. */
export async function actAtDesk(
  dependencies: DeskDependencies,
  token: string,
  form: PostedForm,
  language: Language,
): Promise<DeskOutcome> {
  const before = await showDesk(dependencies, token);
  if (before.kind !== 'shown') return before;
  const { view } = before;
  const action = officerActions.find((name) => name === form.get('action'));
  const version = readVersion(form);
  if (!action || version === undefined) return { kind: 'changed', view };
  const { db, clock } = dependencies;
  const today = dayIn(view.case.timeZone, clock());
  const register = await dependencies.register();
  const money = moneyOf(register, view.case.agency.id);
  const files = { db, clock, already: await countFiles(db, view.case.id, 'officer'), today, money };
  const read = await readAction(view.form(action), form, language, files);
  const { values, held } = read;
  if (!read.ok) return { kind: 'refused', view, action, values, held, problems: read.problems };
  const fields = read.data as OfficerFields;
  if (action === 'transfer' && !view.transferTargets.some(({ id }) => id === fields.agency))
    return { kind: 'changed', view };
  const target = view.handoverTargets.find(({ agency }) => agency === fields.agency);
  if (action === 'pass-on') {
    if (!target) return { kind: 'changed', view };
    const stored = await readLivingCase(dependencies.db, view.case.id);
    if (!canBeReceivedOn(fields.on ?? '', stored, register, dependencies.clock()))
      return {
        kind: 'refused',
        view,
        action,
        values,
        held,
        problems: { on: pageTexts('fields', language).action.handedOn.problems.invalid },
      };
  }
  const result = await recordOrTell(dependencies, {
    caseId: view.case.id,
    actor: { kind: 'officer', turn: view.turn },
    action,
    version,
    now: dependencies.clock(),
    decide: (stored, state) => {
      const law = lawFor(register, state.about, state.agency);
      if (!allowedByLaw([action], state, law).includes(action)) return undefined;
      // What is over is not prolonged, also where nobody has looked at the clock yet.
      const deadline =
        action === 'extend' && law ? deadlineOf(state, placeOf(register, state.agency), clock()) : undefined;
      if (deadline && isOver(deadline, clock(), view.case.timeZone)) return undefined;
      const routing = { register, usable: dependencies.usableIn(register) };
      const acting: OfficerActing = { turn: view.turn, fields, files: held, law };
      return isRequestAction(action)
        ? requestChange(routing, action, acting, state)
        : change(routing, action, acting, { first: receivedEvent(stored), state, target });
    },
  });
  const kept = { action, values, held, problems: {} };
  if (!result.ok && result.why === 'failed') return { kind: 'failed', view, ...kept };
  const after = await shown(dependencies, view.case.id, view.turn);
  return result.ok ? { kind: 'done', view: after.view, action } : { kind: 'changed', view: after.view, ...kept };
}

type ReceivedEvent = ReturnType<typeof receivedEvent>;

function change(
  { register, usable }: Routing,
  action: Exclude<OfficerAction, RequestAction>,
  { turn, fields, files, law }: OfficerActing,
  { first, state, target }: { first: ReceivedEvent; state: CaseState; target: HandoverTarget | undefined },
): Change | undefined {
  const { text = '', days = 1, agency = '', on = '', outcome = 'not-upheld' } = fields;
  if (action === 'pass-on')
    return (
      target && {
        event: {
          kind: 'passed-on',
          version: 1,
          turn,
          by: 'operator',
          agency,
          agencyName: target.name,
          on,
          term: target.term,
        },
      }
    );
  if (action === 'acknowledge') return { event: { kind: 'acknowledged', version: 1, turn } };
  const written = newWords(text);
  const words = [written];
  const base = { version: 1, turn, words: written.id } as const;
  switch (action) {
    case 'ask':
      return { words, event: { ...base, kind: 'asked', ...(law && !law.clarification?.stopsClock ? runs : {}) } };
    case 'answer':
      return { words, files, event: { ...base, kind: 'answered', ...counted(files) } };
    case 'extend':
      return { words, event: { ...base, kind: 'extended', days, ...extensionByLaw(law, fields) } };
    case 'resolve':
      return { words, files, event: { ...base, kind: 'resolved', outcome, ...counted(files) } };
    case 'transfer': {
      const reported = first.about === 'misconduct' ? first.agency : undefined;
      const agencyName = register.agencies.get(agency)?.data.name ?? agency;
      // Whoever is said to be responsible for a report of misconduct receives it as any agency receives what is for it.
      const kind = first.about === 'information-request' ? first.about : 'complaint';
      const { urgent } = state;
      const route = routeCase(register, kind, agency, undefined, { except: reported, usable, urgent });
      return { words, event: { ...base, kind: 'transferred', agency, agencyName, route, ...transferByLaw(law) } };
    }
  }
}

const runs = { clock: 'runs' } as const;

async function shown(
  { db, register, clock }: DeskDependencies,
  caseId: string,
  turn: number,
): Promise<{ kind: 'shown'; view: DeskView }> {
  const stored = await readLivingCase(db, caseId);
  const current = await register();
  const state = reduce(stored.events);
  const whole = viewCase(stored, { register: current, now: clock() });
  // What the operator told the asker of publishing it may hold their name.
  const caseView = { ...whole, timeline: whole.timeline.filter(({ event }) => !isOfPublication(event)) };
  const country = countryOf(current, state.about, state.agency);
  const law = country?.data.informationLaw;
  return {
    kind: 'shown',
    view: {
      turn,
      holderName: state.turns.find((candidate) => candidate.turn === turn)?.holder.name ?? '',
      case: caseView,
      identity: (language) => (stored.submission.shareIdentity ? caseView.answersAboutCitizen(language) : []),
      can: allowedByLaw(allowed(state, { kind: 'officer', turn }) as OfficerAction[], state, law),
      // Whoever reviews a refusal takes more time by the portal's own rule.
      form: (action) => officerForm(action, state.about, isByLaw(currentTurn(state)) ? law : omitExtension(law)),
      ...(law ? { lawAsWritten: law } : {}),
      law: (language) => country && current.in(language).jurisdiction(country).informationLaw,
      transferTargets: transferTargets(current, stored, state),
      handoverTargets: state.resolution === 'open' ? handoverTargets(current, stored, state) : [],
    },
  };
}

function omitExtension(law: InformationLaw | undefined): LawOfForms | undefined {
  return law && { exemptions: law.exemptions, extension: undefined };
}

/**
 * Agencies of the same country that have not had the case. A report of misconduct never comes to the agency it is
 * about.
 */
function transferTargets(register: Register, stored: LivingCase, state: CaseState): DeskView['transferTargets'] {
  const { agency, about } = receivedEvent(stored);
  const jurisdiction = register.agencies.get(agency)?.data.jurisdiction;
  return [...register.agencies.values()]
    .filter(({ id, data }) => {
      if (data.jurisdiction !== jurisdiction || data.status === 'dissolved') return false;
      return id !== state.agency && !state.passedOn.includes(id) && !(about === 'misconduct' && id === agency);
    })
    .map(({ id, data }) => ({ id, name: data.name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
