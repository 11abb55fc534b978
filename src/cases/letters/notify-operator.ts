import type { FailedDelivery } from '../../schemas/cases/route.ts';
import { changeWaitingMail, enqueueMails } from '../../mail/outbox-rows.ts';
import { letterRow, mailOfReceipt } from '../case/case-mails.ts';
import type { Database } from '../../database/tables.ts';
import type { OutboxRow } from '../../mail/outbox-table.ts';

/**
 * Another address is given so long to take a mail before the operator is told, so that one mail can tell how it ended.
 */
const OTHER_ADDRESS_MS = 10 * 60_000;

/**
 * Has the operator told, inside a transaction, that a body's address will never take a mail: soon where another address
 * gets it, at once where none does. Where the other address fails after the operator was told of the first, a second
 * mail says so.
 */
export async function notifyOperator(
  transaction: Database,
  row: OutboxRow,
  about: FailedDelivery,
  at: string,
): Promise<void> {
  const caseId = row.case_id ?? undefined;
  const place = { sequence: row.sequence, audience: 'operator' as const, turn: row.turn };
  const note =
    row.sequence === 1
      ? mailOfReceipt('undeliverable', { caseId, at, about })
      : letterRow('letter', place, { caseId, at, about });
  const due = about.other ? new Date(Date.parse(at) + OTHER_ADDRESS_MS).toISOString() : at;
  if (row.redirected_to === null) return enqueueMails(transaction, [{ ...note, due_at: due }]);
  if (await changeWaitingMail(transaction, note, at)) return;
  await enqueueMails(transaction, [letterRow('unreachable', place, { caseId, at, about })]);
}
