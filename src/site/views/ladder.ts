import { resolveLadder, type LadderRung } from '../../register/ladder.ts';
import type { Register } from '../../register/register.ts';
import { duration } from '../format.ts';
import { translator, type Text } from '../text.ts';
import { urls } from '../urls.ts';
import { contactView, type ContactView } from './contact.ts';
import type { ViewContext } from './evidence.ts';

export interface RungView {
  name: Text;
  /** Address of the body's own charter; absent for the agency's own desk. */
  href?: string;
  own: boolean;
  contact?: ContactView;
  matter?: Text;
  note?: Text;
  fileWithin?: string;
  decideWithin?: string;
}

/** Makes the redress ladder of an agency or service ready to show, lowest rung first. */
export function ladderView(register: Register, agencyId: string, serviceId: string | undefined, context: ViewContext): RungView[] {
  return resolveLadder(register, agencyId, serviceId).map((step) => rungView(register, step, context));
}

function rungView(register: Register, step: LadderRung, context: ViewContext): RungView {
  const { language } = context;
  const { agency, contact, rung, own } = step;
  const t = translator(agency.data, language);
  // Notes on a rung stand in the complaining agency's charter and are untranslated English unless that charter says otherwise.
  const note: Text | undefined = rung?.note ? { text: rung.note, ...(language === 'en' ? {} : { lang: 'en' }) } : undefined;
  const index = contact ? agency.data.contacts.indexOf(contact) : -1;
  const matter = step.matter ? jurisdictionMatter(register, agency.data.jurisdiction, agency.id, step.matter, context) : undefined;
  return {
    name: own && contact ? t(contact.title, 'contacts', index, 'title') : t(agency.data.name, 'name'),
    ...(own ? {} : { href: urls.charter(language, agency) }),
    own,
    ...(contact ? { contact: contactView(contact, t, ['contacts', index], { ...context, sources: agency.data.sources }) } : {}),
    ...(matter ? { matter } : {}),
    ...(note ? { note } : {}),
    ...(rung?.fileWithin ? { fileWithin: duration(rung.fileWithin, language) } : {}),
    ...(rung?.decideWithin ? { decideWithin: duration(rung.decideWithin, language) } : {}),
  };
}

function jurisdictionMatter(register: Register, jurisdictionId: string, bodyId: string, matter: string, { language }: ViewContext): Text {
  const jurisdiction = register.jurisdictions.get(jurisdictionId);
  const index = jurisdiction?.data.oversightLadder.findIndex((body) => body.agency === bodyId) ?? -1;
  return translator({ language: 'en', translations: jurisdiction?.data.translations ?? [] }, language)(matter, 'oversightLadder', index, 'matter');
}
