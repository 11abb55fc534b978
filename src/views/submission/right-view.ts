import type { SubmissionField } from '../../schemas/cases/submission.ts';
import type { Text } from '../../register/localise.ts';
import type { Agency, Register, RegisterEntry } from '../../register/register.ts';
import { urls } from '../../site/urls.ts';
import type { ViewOptions } from '../../site/views/evidence.ts';
import { agencyView } from '../../site/views/agency.ts';
import { lawView, type TimeLimitRow } from '../../site/views/law.ts';
import { ownRequestTimeView, type OwnRequestTimeView } from '../../site/views/own-request-time.ts';
import { statementView, type StatementView } from '../../site/views/statement.ts';

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
  /** The body counts otherwise than the Act. */
  ownTime?: OwnRequestTimeView;
  /** The charter of the body, which lists the source of its own time. */
  agencyHref: string;
  agencyName: string;
}

/** The right to information in a country; undefined where no information law of it is described. */
export function rightView(
  register: Register,
  entry: RegisterEntry<'jurisdictions'>,
  options: ViewOptions,
  agency: Agency,
): RightView | undefined {
  const { informationLaw: act, sources } = register.in(options.language).jurisdiction(entry);
  const law = lawView(register, entry, options);
  if (!act || !law) return undefined;
  const context = { ...options, sources };
  const { href: charter, name, acronym } = agencyView(register, agency, options);
  return {
    law: law.name,
    href: urls.informationRights(options.language, entry.id),
    limits: law.limits.filter(({ key, limit }) => (key === 'answer' || key === 'urgent') && limit !== undefined),
    whoMayAsk: statementView(act.whoMayAsk, context),
    fee: statementView(act.fee, context),
    silence: statementView(act.silence, context),
    ownTime: ownRequestTimeView(register, agency, options),
    agencyHref: charter,
    agencyName: acronym ?? name.text,
  };
}

/**
 * The fields that make no sense in a country: there is nothing urgent where its law sets no shorter time for it.
 */
export function fieldsLeftOut({ data }: RegisterEntry<'jurisdictions'>): SubmissionField[] {
  return data.informationLaw?.urgent ? [] : ['urgent'];
}
