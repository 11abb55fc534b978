import type { Register } from '../../register/register.ts';
import { caseEvent } from '../../schemas/cases/event.ts';
import type { ReceiptStatement } from '../../schemas/cases/receipt.ts';
import type { Term } from '../../schemas/cases/route.ts';
import type { Submission } from '../../schemas/cases/submission.ts';
import type { ReceiptDraft } from '../receipts/complete-receipt.ts';
import { provableWords } from '../receipts/provable-words.ts';
import { deadlineOf, placeOf } from '../routing/case-clock.ts';
import type { Routing } from '../routing/reach.ts';
import { currentTurn, hasClock, reduce } from '../state/state.ts';

/** Begins the receipt of a submission; undefined where the portal has no address to sign for. */
export type DraftReceipt = (
  routing: Routing,
  submission: Submission,
  begun: {
    /** JSON of the first event. */
    received: string;
    at: Date;
  },
) => ReceiptDraft | undefined;

/** Zones are whole quarters of an hour away from UTC, so within one no day begins anywhere. */
const QUARTER_MS = 15 * 60 * 1000;

type Common = ReceiptDraft['statement'];

/**
 * Makes what begins receipts. Those of one kind about one service in the same quarter of an hour say the same but for
 * words, time and reference, so that is worked out once.
 */
export function createDraftReceipt(siteUrl: string | undefined): DraftReceipt {
  if (siteUrl === undefined) return () => undefined;
  const portal = new URL(siteUrl).origin;
  const known = new Map<string, Common>();
  let of: { register: Register; quarter: number } | undefined;
  return ({ register }, submission, { received, at }) => {
    const quarter = Math.floor(at.getTime() / QUARTER_MS);
    if (of?.register !== register || of.quarter !== quarter) {
      known.clear();
      of = { register, quarter };
    }
    let statement = known.get(received);
    if (!statement) known.set(received, (statement = common(portal, register, { received, at })));
    return { statement, words: provableWords(submission) };
  };
}

function common(portal: string, register: Register, { received, at }: { received: string; at: Date }): Common {
  const event = caseEvent.parse(JSON.parse(received));
  if (event.kind !== 'received') throw new Error('A case begins with its receipt.');
  const state = reduce([{ sequence: 1, at: at.toISOString(), event }]);
  const turn = currentTurn(state);
  const { term } = event.route;
  const begins = hasClock(state) && event.route.receiver.kind === 'body';
  const clock = { ...turn.clock, startedAt: at.toISOString() };
  const due = begins ? deadlineOf(state, placeOf(register, event.agency), at, { ...turn, clock })?.due : undefined;
  return {
    version: 1,
    portal,
    body: { id: event.agency, name: event.agencyName },
    kind: state.about,
    ...(hasClock(state) && term ? termOf(term) : {}),
    ...(due ? { due } : {}),
  };
}

function termOf({ limit: { max, unit }, basis, says }: Term): Pick<ReceiptStatement, 'term'> {
  if (max === undefined || !Number.isInteger(max) || !unit) return {};
  return { term: { max, unit, basis, ...(basis === 'law' && says ? { law: says } : {}) } };
}
