import type { Attachment } from '../../schemas/cases/attachment.ts';
import type { CaseEnding } from '../../schemas/cases/case.ts';
import type { CaseEvent } from '../../schemas/cases/event.ts';
import type { InformationLaw } from '../../schemas/information-law.ts';
import { counted, newWords, type Change } from '../case/record.ts';
import { moneyOf } from '../../register/money-of.ts';
import type { Routing } from '../routing/reach.ts';
import { termFor } from '../routing/term.ts';
import type { OfficerAction } from '../state/allowed.ts';
import type { CaseState } from '../state/state.ts';

/** What an officer does only to a request for information: how it ends, and what its law knows besides. */
const requestActions = [
  'grant',
  'grant-in-part',
  'refuse',
  'no-record',
  'not-urgent',
  'ask-charge',
  'charge-paid',
] as const satisfies OfficerAction[];
export type RequestAction = (typeof requestActions)[number];

/** What may have been filled in, whatever the action. */
export interface OfficerFields {
  text?: string;
  days?: number;
  agency?: string;
  on?: string;
  outcome?: CaseEnding;
  /** Sections of the law that a refusal rests on. */
  sections?: string[];
  withheld?: string;
  /** Ground of an extension, as the law words it. */
  ground?: string;
  amount?: number;
}

/** An action as it was decided on: in whose turn, with what, and under which law. */
export interface OfficerActing {
  turn: number;
  fields: OfficerFields;
  files: Attachment[];
  law: InformationLaw | undefined;
}

/** Says whether an action is one of those that only a request for information knows. */
export function isRequestAction(action: OfficerAction): action is RequestAction {
  return (requestActions as readonly OfficerAction[]).includes(action);
}

const endings = {
  grant: 'given',
  'grant-in-part': 'given-in-part',
  refuse: 'refused',
  'no-record': 'no-record',
} as const;

/** What an action adds to a request for information; undefined where its law does not know it. */
export function requestChange(
  { register }: Routing,
  action: RequestAction,
  { turn, fields, files, law }: OfficerActing,
  state: CaseState,
): Change | undefined {
  if (action === 'charge-paid') return { event: { kind: 'charge-paid', version: 1, turn } };
  const written = newWords(fields.text ?? '');
  const base = { version: 1, turn, words: written.id } as const;
  const agency = register.agencies.get(state.agency);
  switch (action) {
    case 'not-urgent': {
      const term = agency && termFor(register, { agency, own: true }, state.about);
      return term && { words: [written], event: { ...base, kind: 'urgency-refused', term } };
    }
    case 'ask-charge': {
      const { currency } = moneyOf(register, state.agency);
      const what = law?.deposit ? 'deposit' : 'fee';
      const clock = law?.deposit?.stopsClock ? 'stands' : 'runs';
      const event = { ...base, kind: 'charge-asked', amount: fields.amount ?? 0, currency, what, clock } as const;
      return { words: [written], event };
    }
    default: {
      const withheld = action === 'grant-in-part' ? [newWords(fields.withheld ?? '')] : [];
      const [without] = withheld;
      const { sections = [] } = fields;
      const event: CaseEvent = {
        ...base,
        kind: 'resolved',
        outcome: endings[action],
        ...counted(files),
        ...(law && sections.length > 0 ? { law: { name: law.name, sections } } : {}),
        ...(without ? { withheld: without.id } : {}),
      };
      return { words: [written, ...withheld], files, event };
    }
  }
}

/** What an extension under a law tells of it. */
export function extensionByLaw(
  law: InformationLaw | undefined,
  { ground }: OfficerFields,
): Pick<Extract<CaseEvent, { kind: 'extended' }>, 'law' | 'ground'> {
  if (!law?.extension) return {};
  return { law: { name: law.name, sections: [law.extension.section] }, ...(ground ? { ground } : {}) };
}

/** What a law says of the time that has run when a request is passed on; nothing where it knows no transfer. */
export function transferByLaw(
  law: InformationLaw | undefined,
): Pick<Extract<CaseEvent, { kind: 'transferred' }>, 'clock'> {
  if (!law?.transfer) return {};
  const { restartsClock } = law.transfer;
  return { clock: restartsClock === undefined ? 'open' : restartsClock ? 'restarts' : 'runs' };
}
