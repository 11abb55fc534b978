import { daysBetween } from '../../deadlines/working-days.ts';
import { monthsSince } from '../../lib/age.ts';
import { gradeAgency, type RuleResult } from '../../quality/grade.ts';
import { provisions, type Gap, type Provision } from '../../quality/rule.ts';
import type { RuleId } from '../../quality/rule-texts.ts';
import type { Agency, Register } from '../../register/register.ts';
import type { Contact } from '../../schemas/contact.ts';
import { isGivenHere } from '../../schemas/service.ts';
import { MISSING_PROVISION, taskOrder, type OwnTask } from './task-order.ts';
import { LOOK_AFTER_MONTHS, unconfirmedFigures, type UnconfirmedFigure } from './unconfirmed.ts';

/** A draft of an entry that is not published. */
export interface WaitingDraft {
  /** As the desk names it: services-nis. */
  collection: string;
  slug: string;
  status: 'draft' | 'pending_review' | 'pending_publish';
}

type TaskContent =
  | { kind: 'rule'; rule: RuleId; gaps: Gap[] }
  /** Contacts by their place in the charter. */
  | { kind: 'contact-silent'; contact: number }
  | { kind: 'unchecked'; contacts: number[] }
  | { kind: 'superseded'; serviceId: string; at: string }
  /** Days until it is due (ISO 8601); below zero where it is overdue. */
  | { kind: 'review-due'; due: string; days: number }
  | { kind: 'draft'; draft: WaitingDraft }
  | { kind: 'unconfirmed'; figures: UnconfirmedFigure[] };

/** One thing to do for one body. The smaller its order, the sooner. */
export type DeskTask = TaskContent & { order: number };

export interface DeskTasks {
  agency: Agency;
  tasks: DeskTask[];
  /** Of the seven that the Service Compact asks for: those of which the charter says nothing. */
  missing: Provision[];
}

/** The review of a charter is announced so long before. */
export const REVIEW_NEAR_DAYS = 30;

/**
 * What a desk should do next for one body, what helps citizens most first. Pure: the same register, drafts and day give
 * the same tasks. Of a body that nobody described yet only what is there is looked at.
 */
export function deskTasks(agency: Agency, register: Register, today: Date, drafts: WaitingDraft[] = []): DeskTasks {
  const results = agency.data.completeness === 'stub' ? [] : gradeAgency(agency, register, today).results;
  const missing = missingProvisions(results);
  const review = reviewTask(agency, today);
  const own: TaskContent[] = [
    ...contactTasks(agency, today),
    ...supersededFigures(agency),
    ...review,
    ...drafts.map((draft) => ({ kind: 'draft' as const, draft })),
    ...unconfirmedTask(agency, today),
  ];
  const tasks = [
    ...own.map((task) => ({ task, order: taskOrder[task.kind as OwnTask] })),
    ...results
      .filter(({ rule, gaps }) => gaps.length > 0 && !(rule.id === 'review' && review.length > 0))
      .map(({ rule, gaps }) => {
        const order = taskOrder[rule.id];
        const whole = order !== undefined && missing.includes(rule.provision);
        return {
          task: { kind: 'rule' as const, rule: rule.id, gaps },
          order: whole ? Math.min(order, MISSING_PROVISION) : order,
        };
      }),
  ];
  return {
    agency,
    missing,
    tasks: tasks
      .flatMap(({ task, order }) => (order === undefined ? [] : [{ ...task, order }]))
      .sort((a, b) => a.order - b.order),
  };
}

/** A provision is missing where nothing that serves it is told; what joins other countries' charters is none of the seven. */
function missingProvisions(results: RuleResult[]): Provision[] {
  return provisions.filter((provision) => {
    const own = results.filter(({ rule }) => rule.provision === provision);
    return provision !== 'union' && own.length > 0 && own.every(({ passed }) => passed === 0);
  });
}

/** Contacts that do not answer one by one, those for complaints first, and those that nobody tried within a year together. */
function contactTasks({ data }: Agency, today: Date): TaskContent[] {
  const contacts = data.contacts.map((contact, index) => ({ contact, index }));
  const silent = contacts.filter(({ contact }) => contact.checkStatus === 'failed');
  const unchecked = contacts.filter(
    ({ contact: { checkStatus, lastCheckedOn } }) =>
      checkStatus !== 'failed' &&
      (checkStatus === 'unchecked' ||
        lastCheckedOn === undefined ||
        monthsSince(lastCheckedOn, today) > LOOK_AFTER_MONTHS),
  );
  return [
    ...silent
      .sort((a, b) => Number(takesComplaints(b.contact)) - Number(takesComplaints(a.contact)))
      .map(({ index }) => ({ kind: 'contact-silent' as const, contact: index })),
    ...(unchecked.length > 0 ? [{ kind: 'unchecked' as const, contacts: unchecked.map(({ index }) => index) }] : []),
  ];
}

function takesComplaints({ roles }: Contact): boolean {
  return roles.some((role) => role === 'complaint' || role === 'appeal' || role === 'corruption');
}

function supersededFigures(agency: Agency): TaskContent[] {
  return agency.services
    .filter(isGivenHere)
    .flatMap(({ id, data }) =>
      (['fees', 'processingTimes'] as const).flatMap((field) =>
        data[field].flatMap(({ superseded, kind }, index) =>
          superseded && kind !== 'not-stated'
            ? [{ kind: 'superseded' as const, serviceId: id, at: `${field}.${index}` }]
            : [],
        ),
      ),
    );
}

function reviewTask({ data }: Agency, today: Date): TaskContent[] {
  const due = data.nextReviewDue;
  if (due === undefined) return [];
  const days = daysBetween(today.toISOString().slice(0, 10), due);
  return days > REVIEW_NEAR_DAYS ? [] : [{ kind: 'review-due', due, days }];
}

function unconfirmedTask(agency: Agency, today: Date): TaskContent[] {
  const figures = unconfirmedFigures(agency, today);
  return figures.length > 0 ? [{ kind: 'unconfirmed', figures }] : [];
}
