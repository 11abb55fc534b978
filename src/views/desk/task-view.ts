import { itemPlace } from '../../cms/small-form/item-place.ts';
import { fixValues } from '../../quality/grade.ts';
import type { Gap, Rule } from '../../quality/rule.ts';
import { ruleText } from '../../quality/rule-texts.ts';
import { date } from '../../register/format.ts';
import type { Text } from '../../register/localise.ts';
import type { Agency, Register } from '../../register/register.ts';
import { deskUrls } from '../../site/desk-urls.ts';
import { editorEntryAddress } from '../../site/editor-address.ts';
import type { ViewOptions } from '../../site/views/evidence.ts';
import type { Texts } from '../../texts/shape.ts';
import { pageTexts } from '../../texts/texts.ts';
import { contactRows, figureRows, type ConfirmRow } from './confirm-rows.ts';
import type { DeskTask } from './tasks.ts';
import { bodyName, serviceName as serviceTitle } from './names.ts';

/** A task in words, with the way to where it is mended. */
export interface TaskView {
  says: string;
  /** How it is mended. */
  fix?: string;
  /** Of which service, where there is one place only. */
  service?: Text;
  action: TaskAction;
  /** The further places where the same is lacking. */
  places: { name: Text; href: string }[];
  /** What is dated by one tap, here already: a few of all. */
  figures: ConfirmRow[];
  contacts: ConfirmRow[];
}

export interface TaskAction {
  label: string;
  href: string;
}

/** So many figures or contacts stand in the task itself; the rest has a page. */
const ROWS_HERE = 3;

/** Puts a task into words. */
export function taskView(register: Register, agency: Agency, task: DeskTask, options: ViewOptions): TaskView {
  const { language } = options;
  const m = pageTexts('desk-tasks', language);
  const charter = register.in(language).charter(agency);
  const bare = { places: [], figures: [], contacts: [] };
  switch (task.kind) {
    case 'rule':
      return { ...bare, ...ruleView(register, agency, task, options) };
    case 'contact-silent': {
      const contact = charter.contacts[task.contact];
      const title = contact?.title.text ?? '';
      const on = contact?.lastCheckedOn;
      return {
        ...bare,
        says: on ? m.contactSilent({ title, day: date(on, language) }) : m.contactSilentUndated({ title }),
        action: { label: m.change, href: deskUrls.change(language, agency.id, `contacts.${task.contact}`) },
      };
    }
    case 'superseded': {
      const service = agency.services.find(({ id }) => id === task.serviceId);
      const read = service && register.in(language).service(service);
      const [field = '', index = ''] = task.at.split('.');
      const figure = (field === 'fees' ? read?.fees : read?.processingTimes)?.[Number(index)];
      const words = { service: read?.name.text ?? '', by: figure?.superseded?.by.text ?? '' };
      return {
        ...bare,
        says: field === 'fees' ? m.superseded.cost(words) : m.superseded.time(words),
        action: { label: m.change, href: deskUrls.change(language, agency.id, task.at, task.serviceId) },
      };
    }
    case 'review-due':
      return {
        ...bare,
        says: reviewText(task, options, m),
        fix: m.review.fix,
        action: { label: m.review.action, href: editorEntryAddress(language, agency.id) },
      };
    case 'draft': {
      const { collection, slug, status } = task.draft;
      return {
        ...bare,
        says: m.draft[status]({ name: draftName(register, agency, task.draft, options) }),
        action: { label: m.openDraft, href: deskUrls.review(language, `${collection}/${slug}`) },
      };
    }
    case 'unconfirmed':
      return {
        ...bare,
        says: m.unconfirmed({ n: task.figures.length }),
        figures: figureRows(register, agency, task.figures.slice(0, ROWS_HERE), options),
        action: { label: m.lookThrough({ n: task.figures.length }), href: deskUrls.stillTrue(language, agency.id) },
      };
    case 'unchecked':
      return {
        ...bare,
        says: m.unchecked({ n: task.contacts.length }),
        contacts: contactRows(register, agency, task.contacts.slice(0, ROWS_HERE), options),
        action: { label: m.lookThrough({ n: task.contacts.length }), href: deskUrls.stillTrue(language, agency.id) },
      };
  }
}

type Messages = Texts['desk-tasks'];

function ruleView(
  register: Register,
  agency: Agency,
  { rule, gaps }: Extract<DeskTask, { kind: 'rule' }>,
  { language }: ViewOptions,
): Pick<TaskView, 'says' | 'fix' | 'service' | 'action' | 'places'> {
  const m = pageTexts('desk-tasks', language);
  const text = ruleText(rule, language);
  const places = gaps.map((gap) => ({
    name: serviceName(register, agency, gap.serviceId, language) ?? { text: m.atCharter },
    ...placeOf(agency, rule, gap, language, m),
  }));
  const [first, ...others] = places;
  return {
    says: text.lacks(fixValues({ gaps })),
    fix: text.fix,
    ...(gaps[0]?.serviceId ? { service: first?.name } : {}),
    action: { label: first?.label ?? m.editor, href: first?.href ?? editorEntryAddress(language, agency.id) },
    places: others.map(({ name, href }) => ({ name, href })),
  };
}

/** Where a gap is mended: a figure or contact in the small form, a translation beside its original, the rest in the editor. */
function placeOf(
  agency: Agency,
  rule: Rule['id'],
  { field, serviceId, values }: Gap,
  language: ViewOptions['language'],
  m: Messages,
): TaskAction {
  if (rule === 'translated' || rule === 'translation-stale') {
    const entry = serviceId ? `services-${agency.id}/${serviceId}` : `charter-${agency.id}/${agency.id}`;
    return { label: m.translate, href: deskUrls.translate(language, values?.language, entry) };
  }
  const small = smallPlace(field, serviceId);
  if (small)
    return {
      label: small.label === 'fill' ? m.fill : m.change,
      href: deskUrls.change(language, agency.id, small.at, serviceId),
    };
  return { label: m.editor, href: editorEntryAddress(language, agency.id, serviceId) };
}

/** The item that the small form opens for a field; a list of which nothing is known gets its first. */
function smallPlace(
  field: string,
  serviceId: string | undefined,
): { at: string; label: 'fill' | 'change' } | undefined {
  const [list = '', index] = field.split('.');
  // A service has at least one fee and one time, if only to say that none is stated.
  const at = index ?? (serviceId === undefined ? 'new' : '0');
  const place = itemPlace(serviceId === undefined ? 'charters' : 'services', `${list}.${at}`);
  return place && { at: `${list}.${at}`, label: index === undefined ? 'fill' : 'change' };
}

function serviceName(
  register: Register,
  agency: Agency,
  id: string | undefined,
  language: ViewOptions['language'],
): Text | undefined {
  const service = agency.services.find((candidate) => candidate.id === id);
  return service && register.in(language).service(service).name;
}

function draftName(
  register: Register,
  agency: Agency,
  { collection, slug }: { collection: string; slug: string },
  { language }: ViewOptions,
): string {
  if (collection.startsWith('charter-')) return bodyName(register, agency, language);
  if (collection.startsWith('notices-')) return pageTexts('desk-tasks', language).notice({ slug });
  return serviceTitle(register, agency, slug, language);
}

function reviewText(
  { due, days }: Extract<DeskTask, { kind: 'review-due' }>,
  { language }: ViewOptions,
  m: Messages,
): string {
  const day = date(due, language);
  if (days < 0) return m.review.overdue({ day });
  return days === 0 ? m.review.today : m.review.near({ n: days, day });
}
