import type { CaseKind } from '../../schemas/cases/case.ts';
import type { Duration } from '../../schemas/duration.ts';
import type { Term } from '../../schemas/cases/route.ts';
import type { LadderRung } from '../../register/ladder.ts';
import type { Agency, Register } from '../../register/register.ts';

/**
 * The portal's own rule where no source tells how long a complaint may take. Every page and mail that uses it says that
 * it is ours.
 */
export const PORTAL_TERM: Term = { limit: { max: 10, unit: 'working-days' }, basis: 'portal' };

/**
 * How long a body may take to answer a complaint, and who says so: its rung of the ladder, else a standard for
 * complaints in its own charter, else, for the agency complained of, one that an oversight body of its country sets
 * for all, else the portal's own rule. The agency that is asked for information has the time that the Act gives it, for
 * what is urgent the shorter one.
 */
export function termFor(
  register: Register,
  { agency, own, rung }: Pick<LadderRung, 'agency' | 'own' | 'rung'>,
  kind: CaseKind = 'complaint',
  urgent = false,
): Term {
  const byLaw = kind === 'information-request' && own ? lawTerm(register, agency, urgent) : undefined;
  if (byLaw) return byLaw;
  if (rung?.decideWithin?.max !== undefined)
    return { limit: rung.decideWithin, basis: 'ladder', agency: agency.id, agencyName: agency.data.name };
  const ladder = register.jurisdictions.get(agency.data.jurisdiction)?.data.oversightLadder ?? [];
  // What an overseer sets for a channel, such as the units of other agencies, does not bind its own desk.
  const isOverseer = ladder.some(({ agency: id }) => id === agency.id);
  const itself = complaintStandard(agency, !isOverseer);
  if (itself) return { ...itself, basis: 'charter', agency: agency.id, agencyName: agency.data.name };
  if (!own || isOverseer) return PORTAL_TERM;
  for (const { agency: id } of ladder) {
    const body = register.agencies.get(id);
    const standard = body && complaintStandard(body, true);
    if (standard) return { ...standard, basis: 'oversight', agency: body.id, agencyName: body.data.name };
  }
  return PORTAL_TERM;
}

/** The limit of the information Act, before an extension, a transfer or a deposit. */
function lawTerm(register: Register, { data, id }: Agency, urgent: boolean): Term | undefined {
  const law = register.jurisdictions.get(data.jurisdiction)?.data.informationLaw;
  if (law?.answer.limit?.max === undefined) return undefined;
  const { limit, section } = urgent && law.urgent?.limit?.max !== undefined ? law.urgent : law.answer;
  if (!limit) return undefined;
  const says = `${law.name}, ${sectionName(section)}`;
  return { limit, basis: 'law', agency: id, agencyName: data.name, says };
}

/** A section of a law as it is cited: "s.9(1)", also where the data has the bare number. */
export function sectionName(section: string): string {
  return /^\d/.test(section) ? `s.${section}` : section;
}

/**
 * Reads a charter's standard for answering complaints, where it is written as one plain figure; anything else is left
 * to people.
 */
function complaintStandard(agency: Agency, ofAnyChannel: boolean): { limit: Duration; says: string } | undefined {
  for (const { channel, metric, target } of agency.data.standards) {
    if (channel && !ofAnyChannel) continue;
    const limit = target && ANSWER_TO_COMPLAINT.test(metric) ? readMeasure(target) : undefined;
    if (limit) return { limit, says: `${metric}: ${target}` };
  }
  return undefined;
}

/** "Acknowledged" or "forwarded" is not yet an answer. */
const ANSWER_TO_COMPLAINT =
  /^(?!.*\b(?:acknowledge|forward))(?=.*\bcomplain).*\b(?:respon|answer|resol|repl|handled|addressed|decided)/i;
const MEASURE =
  /^(?:within|not more than|no more than|at most|up to|maximum of|in)?\s*(\d{1,3})\s*(working days?|days?|weeks?|months?)\.?$/i;
const units: Record<string, NonNullable<Duration['unit']>> = {
  'working day': 'working-days',
  day: 'days',
  week: 'weeks',
  month: 'months',
};

function readMeasure(target: string): Duration | undefined {
  const [, amount, unit = ''] = MEASURE.exec(target.trim()) ?? [];
  const known = units[unit.toLowerCase().replace(/s$/, '')];
  return amount && known ? { max: Number(amount), unit: known } : undefined;
}
