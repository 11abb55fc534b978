import type { Register } from '../../register/register.ts';
import { splitIdentity, type Submission } from '../../schemas/cases/submission.ts';
import { caseEvent, type CaseEvent } from '../../schemas/cases/event.ts';
import type { Routing, Usable } from '../routing/reach.ts';
import { lawFor } from '../routing/information-law.ts';
import { routeCase } from '../routing/route-case.ts';
import type { CaseDraft } from './case-draft.ts';
import type { Content } from '../case/seal.ts';

/** What is to be stored of a case, and the mails that it gives rise to. */
export function draftCase(receipts: Receipts, routing: Routing, { submission, files }: Content): CaseDraft {
  const { matter, identity } = splitIdentity(submission);
  return {
    agency: submission.agency,
    service: submission.service ?? null,
    language: submission.language,
    matter: JSON.stringify(matter),
    identity: JSON.stringify(identity),
    received: receipts(routing, submission),
    mails: [
      'submission',
      ...(submission.email ? ['acknowledgement' as const] : []),
      ...(submission.publish ? ['review' as const] : []),
    ],
    files,
  };
}

/** Knows how cases begin: the first event as it is stored. */
export type Receipts = (routing: Routing, submission: Submission) => string;

/**
 * Makes what writes first events. All cases of one kind about one service begin alike, so each is worked out once for
 * each edition of the register and of the proofs.
 */
export function createReceipts(): Receipts {
  const byRegister = new WeakMap<Register, { usable: Usable; events: Map<string, string> }>();
  return (routing, submission) => {
    const { register, usable } = routing;
    const key = [
      submission.kind,
      submission.agency,
      submission.service,
      submission.sealed ? 'sealed' : '',
      submission.urgent,
      submission.publish,
    ].join();
    let kept = byRegister.get(register);
    if (kept?.usable !== usable) byRegister.set(register, (kept = { usable, events: new Map() }));
    const data = kept.events.get(key) ?? JSON.stringify(caseEvent.parse(received(routing, submission)));
    kept.events.set(key, data);
    return data;
  };
}

function received(
  { register, usable }: Routing,
  { kind, agency: agencyId, service: serviceId, sealed, urgent: wished, publish }: Submission,
): CaseEvent {
  const agency = register.agencies.get(agencyId);
  const service = agency?.services.find((candidate) => candidate.id === serviceId);
  const urgent = wished === true && lawFor(register, kind, agencyId)?.urgent !== undefined;
  return {
    kind: 'received',
    version: 1,
    about: kind,
    agency: agencyId,
    agencyName: agency?.data.name ?? agencyId,
    ...(service ? { service: service.id, serviceName: service.data.name } : {}),
    ...(sealed ? { sealed: true as const } : {}),
    ...(publish ? { publish: true as const } : {}),
    ...(urgent ? { urgent } : {}),
    route: routeCase(register, kind, agencyId, serviceId, { usable, urgent }),
  };
}
