import { serviceAreas, type ServiceArea } from './areas.ts';
import type { ServiceChange } from './change.ts';
import { compareFees, compareTimes } from './compare-figures.ts';
import { confirmations } from './confirmations.ts';
import { changedKeys, nameChange, redressChange } from './compare-shared.ts';
import { pairItems } from './pair-items.ts';
import { textAt, type Version } from './version.ts';

type ServiceVersion = Version<'services'>;

/**
 * What changed between two versions of a service, in the terms of a citizen. Fields that could not be read are
 * passed over.
 */
export function compareService(before: ServiceVersion, after: ServiceVersion): ServiceChange[] {
  const changed = changedKeys(before, after);
  const changes: ServiceChange[] = [];
  const told = new Set<string>();
  const tell = (key: string, found: ServiceChange[]): void => {
    if (found.length > 0) told.add(key);
    changes.push(...found);
  };
  if (changed.has('name')) tell('name', nameChange(before, after));
  if (changed.has('status') && after.fields.status)
    tell('status', [{ kind: 'service-status', to: after.fields.status }]);
  if (changed.has('fees')) tell('fees', compareFees(before, after));
  if (changed.has('processingTimes')) tell('processingTimes', compareTimes(before, after));
  if (changed.has('requirements')) tell('requirements', compareRequirements(before, after));
  if (changed.has('redress')) tell('redress', redressChange(before, after));
  changes.push(...confirmations(before.fields, after.fields));
  const areas = new Set<ServiceArea>();
  for (const [key, area] of Object.entries(serviceAreas)) {
    if (area && changed.has(key) && !told.has(key)) areas.add(area);
  }
  return areas.size > 0 ? [...changes, { kind: 'service-wording', areas: [...areas] }] : changes;
}

function compareRequirements(before: ServiceVersion, after: ServiceVersion): ServiceChange[] {
  const [old, now] = [before.fields.requirements ?? [], after.fields.requirements ?? []];
  const name = (item: (typeof old)[number]): string => [item.what, item.appliesTo].filter(Boolean).join(' | ');
  const { pairs, gone, added } = pairItems(old.map(name), now.map(name));
  const what = (version: ServiceVersion, i: number) =>
    textAt(version, version.fields.requirements?.[i]?.what ?? '', 'requirements', i, 'what');
  const item = (version: ServiceVersion, i: number) => {
    const appliesTo = version.fields.requirements?.[i]?.appliesTo;
    return {
      what: what(version, i),
      ...(appliesTo ? { appliesTo: textAt(version, appliesTo, 'requirements', i, 'appliesTo') } : {}),
    };
  };
  return [
    ...added.map((j): ServiceChange => ({ kind: 'requirement-added', ...item(after, j) })),
    ...gone.map((i): ServiceChange => ({ kind: 'requirement-removed', ...item(before, i) })),
    ...pairs.flatMap(([i, j]): ServiceChange[] => {
      const [was, is] = [old[i], now[j]];
      if (!was || !is) return [];
      const reworded: ServiceChange[] =
        was.what === is.what ? [] : [{ kind: 'requirement-reworded', from: what(before, i), to: what(after, j) }];
      const optional: ServiceChange[] =
        was.optional === is.optional
          ? []
          : [{ kind: 'requirement-optional', what: what(after, j), optional: is.optional }];
      return [...reworded, ...optional];
    }),
  ];
}
