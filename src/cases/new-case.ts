import type { Register } from '../register/register.ts';
import { splitIdentity, type Complaint } from '../schemas/cases/complaint.ts';
import type { CaseEvent } from '../schemas/cases/event.ts';
import { attachmentRows } from './attachments/stored-files.ts';
import type { Attachment } from './attachments/take-files.ts';
import { createReference } from './reference.ts';
import { routeCase } from './routing.ts';
import { createSeed, deriveSecret, hashSecret } from './secret.ts';
import { eventRow } from './store/case-records.ts';
import { newMailRow } from './store/outbox-rows.ts';
import type { NewCase } from './store/submissions.ts';
import type { EventRow } from './store/tables.ts';
import { timeOrderedId } from './store/time-ordered-id.ts';

/** What a citizen sends: words and files. */
export interface Content {
  complaint: Complaint;
  files: Attachment[];
}

/** Gives the rows of a new case, with its secret. `secret` is the server's own key, `at` the moment of receipt (ISO 8601, UTC). */
export function newCase(secret: string, register: Register, { complaint, files }: Content, at: string): NewCase & { secret: string } {
  const id = timeOrderedId(at);
  const seed = createSeed();
  const caseSecret = deriveSecret(secret, seed);
  const { matter, identity } = splitIdentity(complaint);
  const mails = ['complaint' as const, ...(complaint.email ? ['acknowledgement' as const] : [])];
  return {
    secret: caseSecret,
    case: {
      id,
      reference: createReference(),
      agency: complaint.agency,
      service: complaint.service ?? null,
      language: complaint.language,
      received_at: at,
      secret_seed: seed,
      secret_hash: hashSecret(caseSecret),
      matter: JSON.stringify(matter),
      identity: JSON.stringify(identity),
    },
    event: { ...receivedRow(register, complaint), case_id: id, at },
    mails: mails.map((kind) => newMailRow({ caseId: id, kind, at })),
    attachments: attachmentRows(id, files),
  };
}

const receivedRows = new WeakMap<Register, Map<string, EventRow>>();

/** Gives the first event's row. All cases of one kind about one service begin alike, so the row is worked out once for each edition of the register. */
function receivedRow(register: Register, complaint: Complaint): EventRow {
  const key = [complaint.kind, complaint.agency, complaint.service].join();
  const rows = receivedRows.get(register) ?? new Map<string, EventRow>();
  receivedRows.set(register, rows);
  const row = rows.get(key) ?? eventRow('', 1, '', received(register, complaint));
  rows.set(key, row);
  return row;
}

function received(register: Register, { kind, agency: agencyId, service: serviceId }: Complaint): CaseEvent {
  const agency = register.agencies.get(agencyId);
  const service = agency?.services.find((candidate) => candidate.id === serviceId);
  return {
    kind: 'received',
    version: 1,
    about: kind,
    agency: agencyId,
    agencyName: agency?.data.name ?? agencyId,
    ...(service ? { service: service.id, serviceName: service.data.name } : {}),
    route: routeCase(register, kind, agencyId, serviceId),
  };
}
