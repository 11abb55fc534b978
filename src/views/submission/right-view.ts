import type { ComplaintField } from '../../schemas/cases/complaint.ts';
import type { Text } from '../../register/localise.ts';
import type { StatementView } from '../../site/views/agency.ts';
import { evidenceView } from '../../site/views/evidence.ts';
import type { JurisdictionView, TimeLimitRow } from '../../site/views/jurisdiction.ts';

/** The right that a request for information rests on, as the form shows it. */
export interface RightView {
  law: Text;
  /** The page with the whole law. */
  href: string;
  /** How long they have to answer, and where life or liberty is at stake. */
  limits: TimeLimitRow[];
  whoMayAsk: StatementView;
  fee: StatementView;
  silence: StatementView;
}

/** Gives the right to information in a country; undefined where no information law of it is described. */
export function rightView({ data, law, t, context, rightsHref }: JurisdictionView): RightView | undefined {
  const act = data.informationLaw;
  if (!act || !law) return undefined;
  const statement = (key: 'whoMayAsk' | 'fee' | 'silence'): StatementView => ({
    text: t(act[key].text, 'informationLaw', key, 'text'),
    evidence: evidenceView(act[key].evidence, context),
  });
  return {
    law: law.name,
    href: rightsHref,
    limits: law.limits.filter(({ key, limit }) => (key === 'answer' || key === 'urgent') && limit !== undefined),
    whoMayAsk: statement('whoMayAsk'),
    fee: statement('fee'),
    silence: statement('silence'),
  };
}

/**
 * Gives the fields that make no sense in a country: there is nothing urgent where its law sets no shorter time for it.
 */
export function fieldsLeftOut({ data }: JurisdictionView): ComplaintField[] {
  return data.informationLaw?.urgent ? [] : ['urgent'];
}
