import { attachmentRows } from '../store/stored-files.ts';
import { createReference } from '../case/reference.ts';
import { createSeed, deriveSecret, hashSecret } from '../case/secret.ts';
import { completeReceipt, type ChainPlace, type ReceiptDraft } from '../receipts/complete-receipt.ts';
import { saltOf } from '../receipts/salt.ts';
import type { ReceiptRow } from '../receipts/tables.ts';
import { mailOfReceipt, type FirstMail } from '../case/case-mails.ts';
import type { AttachmentRow, CaseRow, EventRow } from '../store/tables.ts';
import { timeOrderedId } from '../../database/time-ordered-id.ts';
import type { Attachment } from '../../schemas/cases/attachment.ts';
import type { OutboxRow } from '../../mail/outbox-table.ts';

/** A case that has been checked and has no reference yet. Plain data, so that another thread can write it. */
export interface CaseDraft {
  agency: string;
  service: string | null;
  language: string;
  /** JSON, as in the table of cases. */
  matter: string;
  identity: string;
  /** JSON of the first event. */
  received: string;
  mails: FirstMail[];
  files: Attachment[];
  /** Absent where the portal has no address to sign for. */
  receipt?: ReceiptDraft;
}

/** Everything that is stored of a new case, but for the key by which its repetition is known. */
export interface NewCase {
  case: Omit<CaseRow, 'submission_key'>;
  event: EventRow;
  mails: OutboxRow[];
  attachments: AttachmentRow[];
  receipt: ReceiptRow | undefined;
  secret: string;
}

/**
 * The rows of a new case, with a reference and secret of its own. `key` is the server's own key, `at` the moment
 * of receipt (ISO 8601, UTC), `place` where the chain of receipts stands.
 */
export function completeCase(draft: CaseDraft, at: string, key: string, place: ChainPlace): NewCase {
  const id = timeOrderedId(at);
  const seed = createSeed();
  const secret = deriveSecret(key, seed);
  const reference = createReference();
  const { agency, service, language, matter, identity } = draft;
  return {
    secret,
    case: {
      id,
      reference,
      agency,
      service,
      language,
      received_at: at,
      secret_seed: seed,
      secret_hash: hashSecret(secret),
      matter,
      identity,
    },
    event: { case_id: id, sequence: 1, at, kind: 'received', data: draft.received },
    mails: draft.mails.map((kind) => mailOfReceipt(kind, { caseId: id, at })),
    attachments: attachmentRows(id, draft.files),
    receipt:
      draft.receipt &&
      completeReceipt(draft.receipt, { caseId: id, reference, received: at, salt: saltOf(key, seed) }, place),
  };
}
