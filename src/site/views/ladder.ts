import { resolveLadder, type LadderRung } from '../../register/ladder.ts';
import type { Agency, Register, RegisteredService } from '../../register/register.ts';
import type { RedressRung } from '../../schemas/redress.ts';
import { duration } from '../../register/format.ts';
import { translator, type Text } from '../../register/localise.ts';
import { urls } from '../urls.ts';
import { contactView, type ContactView } from './contact.ts';
import { evidenceView, type EvidenceView, type ViewContext } from './evidence.ts';

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
  const { agency, contact, rung, own } = step;
  const t = translator(agency.data, language);
  const note = rung && rungNote(owner, service, rung, context);
  const index = contact ? agency.data.contacts.indexOf(contact) : -1;
  const matter = step.matter
    ? jurisdictionMatter(register, owner.data.jurisdiction, agency.id, step.matter, context)
    : undefined;
  return {
    name: own && contact ? t(contact.title, 'contacts', index, 'title') : t(agency.data.name, 'name'),
    ...(own
      ? {}
      : { href: urls.charter(language, agency), shortName: agency.data.acronym ?? t(agency.data.name, 'name').text }),
    own,
    ...(contact
      ? { contact: contactView(contact, t, ['contacts', index], { ...context, sources: agency.data.sources }) }
      : {}),
    ...(matter ? { matter } : {}),
    ...(note ? { note } : {}),
    ...(rung?.fileWithin ? { fileWithin: duration(rung.fileWithin, language) } : {}),
    ...(rung && (rung.fileWithin ?? rung.decideWithin ?? rung.note)
      ? { evidence: evidenceView(rung.evidence, context) }
      : {}),
    ...(rung?.decideWithin ? { decideWithin: duration(rung.decideWithin, language) } : {}),
  };
}

/**
 * The note on a rung stands, with its translation, in the entry that the rung comes from: the service's own ladder or
 * the charter's.
 */
function rungNote(
  { data }: Agency,
  service: RegisteredService | undefined,
  rung: RedressRung,
  { language }: ViewContext,
): Text | undefined {
  const own = service?.data.redress.indexOf(rung) ?? -1;
  const t =
    service && own >= 0
      ? translator({ language: data.language, translations: service.data.translations }, language)
      : translator(data, language);
  return t(rung.note, 'redress', own >= 0 ? own : data.redress.indexOf(rung), 'note');
}

function jurisdictionMatter(
  register: Register,
  jurisdictionId: string,
  bodyId: string,
  matter: string,
  { language }: ViewContext,
): Text {
  const jurisdiction = register.jurisdictions.get(jurisdictionId);
  const index = jurisdiction?.data.oversightLadder.findIndex((body) => body.agency === bodyId) ?? -1;
  return translator({ language: 'en', translations: jurisdiction?.data.translations ?? [] }, language)(
    matter,
    'oversightLadder',
    index,
    'matter',
  );
}
