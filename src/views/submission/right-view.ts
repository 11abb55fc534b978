import type { SubmissionField } from '../../schemas/cases/submission.ts';
import type { Text } from '../../register/localise.ts';
import type { Register, RegisterEntry } from '../../register/register.ts';
import { urls } from '../../site/urls.ts';
import type { ViewOptions } from '../../site/views/evidence.ts';
import { lawView, type TimeLimitRow } from '../../site/views/law.ts';
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
}

/** The right to information in a country; undefined where no information law of it is described. */
export function rightView(
  register: Register,
  entry: RegisterEntry<'jurisdictions'>,
  options: ViewOptions,
): RightView | undefined {
  const { informationLaw: act, sources } = register.in(options.language).jurisdiction(entry);
  const law = lawView(register, entry, options);
  if (!act || !law) return undefined;
  const context = { ...options, sources };
  return {
    law: law.name,
    href: urls.informationRights(options.language, entry.id),
    limits: law.limits.filter(({ key, limit }) => (key === 'answer' || key === 'urgent') && limit !== undefined),
    whoMayAsk: statementView(act.whoMayAsk, context),
    fee: statementView(act.fee, context),
    silence: statementView(act.silence, context),
  };
}

/**
 * The fields that make no sense in a country: there is nothing urgent where its law sets no shorter time for it.
 */
export function fieldsLeftOut({ data }: RegisterEntry<'jurisdictions'>): SubmissionField[] {
  return data.informationLaw?.urgent ? [] : ['urgent'];
}
