import type { Agency, Register } from '../../register/register.ts';
import { MISSING_PROVISION, taskOrder } from './task-order.ts';
import { deskTasks, type WaitingDraft } from './tasks.ts';

/** What waits for one body, in numbers. */
export interface BodySummary {
  agency: Agency;
  /** Something leads nowhere or contradicts itself. */
  wrong: number;
  /** What one cannot do without is not said, or a review is due. */
  missing: number;
  /** Figures and contacts that nobody looked at for a year. */
  age: number;
  drafts: number;
}

/** Of each body what waits, those with something wrong first and then those that lack most. */
export function bodySummaries(
  agencies: Agency[],
  register: Register,
  today: Date,
  draftsOf: (agencyId: string) => WaitingDraft[],
): BodySummary[] {
  return agencies
    .map((agency): BodySummary => ({
      agency,
      ...countsOf(agency, register, today),
      drafts: draftsOf(agency.id).length,
    }))
    .sort((a, b) => b.wrong - a.wrong || b.missing - a.missing || a.agency.data.name.localeCompare(b.agency.data.name));
}

type Counts = Pick<BodySummary, 'wrong' | 'missing' | 'age'>;

/** What was counted of a register on a day: content that did not change is not counted again. */
const counted = new WeakMap<Register, Map<string, Counts>>();

function countsOf(agency: Agency, register: Register, today: Date): Counts {
  const known = counted.get(register) ?? new Map<string, Counts>();
  counted.set(register, known);
  const key = `${agency.id}/${today.toISOString().slice(0, 10)}`;
  const counts = known.get(key) ?? count(agency, register, today);
  known.set(key, counts);
  return counts;
}

function count(agency: Agency, register: Register, today: Date): Counts {
  const { tasks } = deskTasks(agency, register, today);
  const placesOf = (task: (typeof tasks)[number]): number => (task.kind === 'rule' ? task.gaps.length : 1);
  const sum = (chosen: typeof tasks): number => chosen.reduce((total, task) => total + placesOf(task), 0);
  const firstMissing = taskOrder['fees-stated'] ?? 0;
  return {
    wrong: sum(tasks.filter(({ order }) => order < firstMissing)),
    missing: sum(
      tasks.filter(
        ({ order, kind }) =>
          order >= firstMissing && order <= MISSING_PROVISION && (kind === 'rule' || kind === 'review-due'),
      ),
    ),
    age: tasks.reduce(
      (total, task) =>
        total +
        (task.kind === 'unconfirmed' ? task.figures.length : task.kind === 'unchecked' ? task.contacts.length : 0),
      0,
    ),
  };
}
