import type { Text } from '../../register/localise.ts';
import type { Agency, Register } from '../../register/register.ts';
import { urls } from '../urls.ts';
import { evidenceView, type EvidenceView, type ViewContext, type ViewOptions } from './evidence.ts';
import { contactContext } from './contact.ts';
import { jurisdictionOf } from './jurisdiction.ts';

/** A thing that the law asks a body to publish unasked, and where it stands as far as this portal knows. */
export interface PublishedRow {
  section: string;
  says: Text;
  /** `published`: by the body; `here`: told on its charter; `unknown`: this portal knows of no place. */
  state: 'published' | 'here' | 'unknown';
  /** Every place that is known; a body may publish one thing in several. */
  places: { href: string; note?: Text; evidence?: EvidenceView }[];
}

/** The checklist of what the information law asks an agency to publish; empty where no law says. */
export function publishedView(register: Register, agency: Agency, options: ViewOptions): PublishedRow[] {
  const law = register.in(options.language).jurisdiction(jurisdictionOf(register, agency)).informationLaw;
  const charter = register.in(options.language).charter(agency);
  const context: ViewContext = contactContext(register, agency, options);
  return (law?.proactive ?? []).map(({ id, section, says, toldBy }) => {
    const places = charter.published
      .filter(({ duty }) => duty === id)
      .map(({ url, note, evidence }) => ({ href: url, note, evidence: evidenceView(evidence, context) }));
    if (places.length > 0) return { section, says, state: 'published', places };
    const told = toldBy && charter[toldBy];
    if (told && (!Array.isArray(told) || told.length > 0))
      return { section, says, state: 'here', places: [{ href: urls.charter(options.language, agency) }] };
    return { section, says, state: 'unknown', places: [] };
  });
}
