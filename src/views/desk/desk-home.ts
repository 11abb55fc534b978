import type { Register } from '../../register/register.ts';
import type { Officer } from '../../schemas/officer.ts';
import type { ViewOptions } from '../../site/views/evidence.ts';
import { bodySummaries, type BodySummary } from './body-summary.ts';
import { bodyTasks, type BodyTasks } from './body-tasks.ts';
import type { WaitingDraft } from './tasks.ts';
import { draftsByBody } from './waiting-drafts.ts';

/** What the desk opens with. */
export interface DeskHomeView {
  bodies: BodyTasks[];
  /** In place of the tasks themselves, where somebody looks after many bodies. */
  summaries: BodySummary[];
}

/** The tasks of so many bodies can be read on one page. */
const BODIES_IN_FULL = 4;

/** Makes what an officer is to do next: of the body asked for, of all of theirs, or where something waits among many. */
export function deskHome(
  register: Register,
  officer: Officer,
  { drafts, body, ...options }: ViewOptions & { drafts: WaitingDraft[]; body?: string | undefined },
): DeskHomeView {
  const draftsOf = draftsByBody(drafts, register);
  const own = officer.agencies.flatMap((id) => register.agencies.get(id) ?? []);
  const asked = own.filter(({ id }) => id === body);
  const inFull = asked.length > 0 ? asked : own.length <= BODIES_IN_FULL ? own : [];
  return {
    bodies: inFull.map((agency) => bodyTasks(register, agency, draftsOf(agency.id), options)),
    summaries: inFull.length > 0 ? [] : bodySummaries(own, register, options.today, draftsOf),
  };
}
