import { bindingTime } from '../../register/binding-time.ts';
import { duration } from '../../register/format.ts';
import type { Text } from '../../register/localise.ts';
import type { Agency, Register } from '../../register/register.ts';
import { evidenceView, type EvidenceView, type ViewOptions } from './evidence.ts';

/** A body's own time for requests for information beside that of the Act, and which of them binds it. */
export interface OwnRequestTimeView {
  own: string;
  act: string;
  /** Of the Act. */
  section: string;
  binds: 'act' | 'own';
  note?: Text;
  evidence: EvidenceView;
}

/** The own time of a body; undefined where it has none, or no Act of its country sets one. */
export function ownRequestTimeView(
  register: Register,
  agency: Agency,
  options: ViewOptions,
): OwnRequestTimeView | undefined {
  const { informationRequests: own, sources } = register.in(options.language).charter(agency);
  const answer = register.jurisdictions.get(agency.data.jurisdiction)?.data.informationLaw?.answer;
  if (!own || !answer?.limit) return undefined;
  return {
    own: duration(own.limit, options.language),
    act: duration(answer.limit, options.language),
    section: answer.section,
    binds: bindingTime(answer.limit, own.limit),
    note: own.note,
    evidence: evidenceView(own.evidence, { ...options, sources }),
  };
}
