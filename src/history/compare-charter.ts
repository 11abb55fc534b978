import { isDeepStrictEqual } from 'node:util';
import type { Contact } from '../schemas/contact.ts';
import { charterAreas, type CharterArea } from './areas.ts';
import type { CharterChange, ContactDetail, ContentText } from './change.ts';
import { confirmations } from './confirmations.ts';
import { changedKeys, nameChange, redressChange } from './compare-shared.ts';
import { pairItems } from './pair-items.ts';
import { textAt, type Version } from './version.ts';

type CharterVersion = Version<'charters'>;

/**
 * What changed between two versions of a charter, in the terms of a citizen. Fields that could not be read are
 * passed over.
 */
export function compareCharter(before: CharterVersion, after: CharterVersion): CharterChange[] {
  const changed = changedKeys(before, after);
  const changes: CharterChange[] = [];
  const told = new Set<string>();
  const tell = (key: string, found: CharterChange[]): void => {
    if (found.length > 0) told.add(key);
    changes.push(...found);
  };
  if (changed.has('name')) tell('name', nameChange(before, after));
  if (changed.has('status') && after.fields.status)
    tell('status', [{ kind: 'charter-status', to: after.fields.status }]);
  if (changed.has('standards')) tell('standards', compareStandards(before, after));
  if (changed.has('contacts')) tell('contacts', compareContacts(before, after));
  if (changed.has('redress')) tell('redress', redressChange(before, after));
  changes.push(...confirmations(before.fields, after.fields));
  if (changed.has('nextReviewDue')) tell('nextReviewDue', [reviewDate(before, after)]);
  const areas = new Set<CharterArea>();
  for (const [key, area] of Object.entries(charterAreas)) {
    if (area && changed.has(key) && !told.has(key)) areas.add(area);
  }
  if (before.body !== undefined && after.body !== undefined && before.body !== after.body) areas.add('text');
  return areas.size > 0 ? [...changes, { kind: 'charter-wording', areas: [...areas] }] : changes;
}

function reviewDate(before: CharterVersion, after: CharterVersion): CharterChange {
  const [from, to] = [before.fields.nextReviewDue, after.fields.nextReviewDue];
  return { kind: 'review-date', ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

function compareStandards(before: CharterVersion, after: CharterVersion): CharterChange[] {
  const [old, now] = [before.fields.standards ?? [], after.fields.standards ?? []];
  const name = (item: (typeof old)[number]): string => [item.channel, item.metric].filter(Boolean).join(' | ');
  const { pairs, gone, added } = pairItems(old.map(name), now.map(name));
  const metric = (version: CharterVersion, i: number) =>
    textAt(version, version.fields.standards?.[i]?.metric ?? '', 'standards', i, 'metric');
  const target = (version: CharterVersion, i: number) => {
    const text = version.fields.standards?.[i]?.target;
    return text ? textAt(version, text, 'standards', i, 'target') : undefined;
  };
  const item = (version: CharterVersion, i: number) => {
    const promise = target(version, i);
    return { metric: metric(version, i), ...(promise ? { target: promise } : {}) };
  };
  return [
    ...added.map((j): CharterChange => ({ kind: 'standard-added', ...item(after, j) })),
    ...gone.map((i): CharterChange => ({ kind: 'standard-removed', ...item(before, i) })),
    ...pairs.flatMap(([i, j]): CharterChange[] => {
      const [from, to] = [target(before, i), target(after, j)];
      if (from?.text === to?.text) return [];
      return [{ kind: 'standard-changed', metric: metric(after, j), ...(from ? { from } : {}), ...(to ? { to } : {}) }];
    }),
  ];
}

/**
 * Contacts are known by their id. Which details changed is told, the details themselves are not: see docs/history.md.
 */
function compareContacts(before: CharterVersion, after: CharterVersion): CharterChange[] {
  const [old, now] = [before.fields.contacts ?? [], after.fields.contacts ?? []];
  const title = (version: CharterVersion, list: Contact[], i: number) =>
    textAt(version, list[i]?.title ?? '', 'contacts', i, 'title');
  const indexIn = (list: Contact[], id: string): number => list.findIndex((contact) => contact.id === id);
  return [
    ...now.flatMap((contact, j): CharterChange[] => {
      const was = old[indexIn(old, contact.id)];
      if (!was) return [{ kind: 'contact-added', title: title(after, now, j) }];
      const details = changedDetails(was, contact);
      return [
        ...(details.length > 0 ? [{ kind: 'contact-details' as const, title: title(after, now, j), details }] : []),
        ...checkOf(was, contact, title(after, now, j)),
      ];
    }),
    ...old.flatMap((contact, i): CharterChange[] =>
      indexIn(now, contact.id) < 0 ? [{ kind: 'contact-removed', title: title(before, old, i) }] : [],
    ),
  ];
}

/** That a contact was tried since; empty where it was not, or nobody said with what result. */
function checkOf(was: Contact, now: Contact, title: ContentText): CharterChange[] {
  const { lastCheckedOn: on, checkStatus } = now;
  if (on === undefined || (on === was.lastCheckedOn && checkStatus === was.checkStatus)) return [];
  return checkStatus === 'unchecked'
    ? []
    : [{ kind: 'contact-checked', title, on, answers: checkStatus === 'confirmed' }];
}

const details: [ContactDetail, (contact: Contact) => unknown][] = [
  ['title', (contact) => contact.title],
  ['person', (contact) => contact.person],
  ['email', (contact) => contact.emails],
  ['phone', (contact) => contact.phones],
  ['address', (contact) => contact.address],
  ['form', (contact) => contact.formUrl],
  ['role', (contact) => contact.roles],
  ['answer', (contact) => contact.responseTarget],
];

function changedDetails(before: Contact, after: Contact): ContactDetail[] {
  return details.filter(([, of]) => !isDeepStrictEqual(of(before), of(after))).map(([name]) => name);
}
