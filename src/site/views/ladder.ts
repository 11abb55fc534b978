import { duration } from '../../register/format.ts';
import { resolveLadder, type LadderRung } from '../../register/ladder.ts';
import type { Localised, Text } from '../../register/localise.ts';
import type { Agency, Register, RegisteredService } from '../../register/register.ts';
import type { Duration } from '../../schemas/duration.ts';
import type { RedressRung } from '../../schemas/redress.ts';
import { urls } from '../urls.ts';
import { contactContext, contactView, type ContactView } from './contact.ts';
import { evidenceView, type EvidenceView, type ViewContext, type ViewOptions } from './evidence.ts';

export interface RungView {
  name: Text;
  /** Address of the body's own charter; absent for the agency's own desk. */
  href?: string;
  /** What another body is called beside its sources; absent for the agency itself. */
  shortName?: string;
  own: boolean;
  contact?: ContactView;
  matter?: Text;
  note?: Text;
  fileWithin?: string;
  decideWithin?: string;
  /** How long it has to answer before the next step opens, and whether no source says so but this portal. */
  answersWithin?: { length: string; byPortal: boolean };
  /** Where the limits and the note of this rung are said; the contact has evidence of its own. */
  evidence?: EvidenceView;
}

/** Makes the redress ladder of an agency or service ready to show, lowest rung first. */
export function ladderView(
  register: Register,
  agencyId: string,
  serviceId: string | undefined,
  context: ViewContext,
): RungView[] {
  const owner = register.agencies.get(agencyId);
  if (!owner) return [];
  const service = owner.services.find((candidate) => candidate.id === serviceId);
  return resolveLadder(register, agencyId, serviceId).map((step) => rungView(register, owner, service, step, context));
}

function rungView(
  register: Register,
  owner: Agency,
  service: RegisteredService | undefined,
  step: LadderRung,
  context: ViewContext,
): RungView {
  const { language } = context;
  const { agency, rung, own } = step;
  const read = register.in(language).charter(agency);
  const contact = read.contacts.find(({ id }) => id === step.contact?.id);
  const said = rung && rungIn(register, owner, service, rung, context);
  const limit = (length: Duration | undefined) => length && duration(length, language);
  return {
    name: own && contact ? contact.title : read.name,
    href: own ? undefined : urls.charter(language, agency),
    shortName: own ? undefined : (read.acronym ?? read.name.text),
    own,
    contact:
      contact &&
      contactView(contact, {
        ...contactContext(register, agency, context),
        citations: own ? context.citations : undefined,
      }),
    matter: step.matter === undefined ? undefined : matterOf(register, owner.data.jurisdiction, agency.id, context),
    note: said?.note,
    fileWithin: limit(rung?.fileWithin),
    decideWithin: limit(rung?.decideWithin),
    evidence:
      rung && (rung.fileWithin ?? rung.decideWithin ?? rung.note)
        ? evidenceView((said ?? rung).evidence, context)
        : undefined,
  };
}

/** A rung in the language of a reader. It stands in the entry that it comes from: the service's own ladder or the charter's. */
export function rungIn(
  register: Register,
  owner: Agency,
  service: RegisteredService | undefined,
  rung: NonNullable<LadderRung['rung']>,
  { language }: ViewOptions,
): Localised<RedressRung> | undefined {
  const texts = register.in(language);
  const ofService = service?.data.redress.indexOf(rung) ?? -1;
  return service && ofService >= 0
    ? texts.service(service).redress[ofService]
    : texts.charter(owner).redress[owner.data.redress.indexOf(rung)];
}

/** For what a body is there, in the words of the country complained in. */
function matterOf(
  register: Register,
  jurisdictionId: string,
  bodyId: string,
  { language }: ViewContext,
): Text | undefined {
  const jurisdiction = register.jurisdictions.get(jurisdictionId);
  return (
    jurisdiction &&
    register
      .in(language)
      .jurisdiction(jurisdiction)
      .oversightLadder.find(({ agency }) => agency === bodyId)?.matter
  );
}
