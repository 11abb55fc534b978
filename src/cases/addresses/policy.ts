import type { Portal } from '../../schemas/portal.ts';
import type { ProofRow } from '../store/tables.ts';

/**
 * `unproved`: nobody has said that they read it. `asked`: a code is under way or was sent. `proved`: its reader typed
 * the code. `lapsing`: the proof is over, but mail still goes for a while. `lapsed`: that while is over too. `refused`:
 * its reader said that it is not theirs.
 */
export type ProofState = 'unproved' | 'asked' | 'proved' | 'lapsing' | 'lapsed' | 'refused';

/** What is to be done about an address now. */
export type ProofStep = 'ask' | 'remind' | 'tell-operator';

/** How long a proof holds. */
export const PROOF_DAYS = 180;
/** How long before its end the reader is asked again. */
export const ASK_BEFORE_DAYS = 30;
/** How long mail still goes after its end: a silent desk must not be cut off over one missed mail. */
export const GRACE_DAYS = 30;
/** How long a code works. A reminder comes when the code before it has ended, with one of its own. */
export const CODE_DAYS = 14;
const REMINDERS_MAX = 2;
/** How long an address is left alone after a round without an answer, or after a mail that came back. */
export const NEXT_ROUND_DAYS = 90;

/** Where an address stands; `row` is undefined where nothing was ever sent to it. */
export function proofState(row: ProofRow | undefined, now: Date): ProofState {
  if (!row) return 'unproved';
  if (row.refused_at) return 'refused';
  if (row.proved_at) {
    if (now < daysAfter(row.proved_at, PROOF_DAYS)) return 'proved';
    return now < daysAfter(row.proved_at, PROOF_DAYS + GRACE_DAYS) ? 'lapsing' : 'lapsed';
  }
  if (!row.asked_at || hasBounced(row)) return 'unproved';
  return row.sent_at && now >= codeEnd(row.sent_at) ? 'unproved' : 'asked';
}

/** Says whether mail about cases may go to an address in this state. */
export function isUsable(state: ProofState): boolean {
  return state === 'proved' || state === 'lapsing';
}

/**
 * Says whether mail about cases may go to an address. In a demonstration no desk can prove anything, because mail never
 * leaves the machine: there every address may be used, and pages say that none was proved. The operator's own needs no
 * proof.
 */
export function mayReceive(
  portal: Pick<Portal, 'publisherKind' | 'operatorEmail'>,
  address: string,
  row: ProofRow | undefined,
  now: Date,
): boolean {
  if (!needsProof(portal) || address.toLowerCase() === portal.operatorEmail.toLowerCase()) return true;
  return isUsable(proofState(row, now));
}

/** Says whether addresses have to be proved at all. */
export function needsProof({ publisherKind }: Pick<Portal, 'publisherKind'>): boolean {
  return publisherKind !== 'demonstration';
}

/** What is to be done about an address now, one thing at a time. */
export function dueStep(row: ProofRow | undefined, now: Date): ProofStep | undefined {
  const state = proofState(row, now);
  if (!row) return 'ask';
  if (state === 'refused') return undefined;
  if (state === 'lapsing' && row.proved_at && (!row.told_at || row.told_at < row.proved_at)) return 'tell-operator';
  const neededSince = needSince(row, state);
  if (now < neededSince) return undefined;
  // A mail that waits in the outbox goes out or fails; until then there is nothing to add.
  if (row.asked_at && !row.sent_at && now < daysAfter(row.asked_at, NEXT_ROUND_DAYS)) return undefined;
  if (!row.sent_at || new Date(row.sent_at) < neededSince) return 'ask';
  if (!hasBounced(row) && row.mails <= REMINDERS_MAX) return now >= codeEnd(row.sent_at) ? 'remind' : undefined;
  return now >= daysAfter(row.sent_at, NEXT_ROUND_DAYS) ? 'ask' : undefined;
}

/** The moment from which a code that left at `sentAt` works no more. */
export function codeEnd(sentAt: string): Date {
  return daysAfter(sentAt, CODE_DAYS);
}

/** The moment at which a proof ends, and the one at which mail stops. */
export function proofEnd(provedAt: string): { proof: Date; mail: Date } {
  return { proof: daysAfter(provedAt, PROOF_DAYS), mail: daysAfter(provedAt, PROOF_DAYS + GRACE_DAYS) };
}

/**
 * Mails sent before that moment asked for something else: the proof that has been given since, or the one that is over.
 */
function needSince({ proved_at }: ProofRow, state: ProofState): Date {
  if (!proved_at) return new Date(0);
  return daysAfter(proved_at, state === 'lapsed' ? PROOF_DAYS + GRACE_DAYS : PROOF_DAYS - ASK_BEFORE_DAYS);
}

function hasBounced({ bounced_at, sent_at }: ProofRow): boolean {
  return bounced_at !== null && (sent_at === null || bounced_at >= sent_at);
}

function daysAfter(at: string, days: number): Date {
  return new Date(Date.parse(at) + days * 24 * 60 * 60 * 1000);
}
