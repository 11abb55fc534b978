import type { CharterChange, HistoryEntry, ServiceChange, ServiceRef } from './change.ts';
import type { Commit } from './commits.ts';
import { compareCharter } from './compare-charter.ts';
import { compareService } from './compare-service.ts';
import { Lineages, type VersionReader, type Lineage } from './lineage.ts';
import { absentAtStart, agencyIdOf, stepsOf, type Step, type Steps } from './steps.ts';
import { textAt, type Version } from './version.ts';

/**
 * Turns commits (newest first, as git gives them) into what they changed for each agency, newest first. Files are
 * followed through moves, so that the history of a charter does not end where it got a new address. A charter that
 * appears or goes is one change, whatever came or went with it. The oldest commit of a shallow clone tells nothing and
 * is passed over.
 */
export function traceChanges(commits: Commit[], read: VersionReader): HistoryEntry[] {
  const known = commits.filter((commit) => !commit.boundary).reverse();
  const steps = known.map(stepsOf);
  const walk: Walk = {
    charters: new Lineages('charters', read),
    services: new Lineages('services', read),
    absent: absentAtStart(steps),
  };
  const drafts = known.map((commit, i) => ({
    commit,
    drafts: takeCommit(walk, steps[i] ?? { charters: [], services: [] }),
  }));
  // Entries are made only after the walk, when it is known where each file stands today.
  return drafts.reverse().flatMap((made) => made.drafts.map((draft) => toEntry(made.commit, draft)));
}

interface Walk {
  charters: Lineages<'charters'>;
  services: Lineages<'services'>;
  /** Agencies that have no charter at this point; what happens to their services is not public. */
  absent: Set<string>;
}

interface Draft {
  agency: Lineage<'charters'>;
  agencyThen: HistoryEntry['agencyThen'];
  charter: CharterChange[];
  services: { service: Lineage<'services'>; name: ServiceRef['name']; changes: ServiceChange[] }[];
}

function takeCommit(walk: Walk, { charters, services }: Steps): Draft[] {
  const drafts = new Map<Lineage<'charters'>, Draft>();
  const draftOf = (agency: Lineage<'charters'>): Draft => {
    const draft = drafts.get(agency) ?? { agency, agencyThen: agencyThen(agency), charter: [], services: [] };
    drafts.set(agency, draft);
    return draft;
  };
  const whole = new Set<string>();
  const arrived = Map.groupBy(
    services.filter(({ after }) => after !== undefined),
    ({ id }) => agencyIdOf(id),
  );
  for (const step of charters) {
    const { lineage, changes } = takeCharter(walk, step, arrived.get(step.id)?.length ?? 0);
    if (step.before === undefined || step.after === undefined) whole.add(step.id);
    if (changes.length > 0) draftOf(lineage).charter.push(...changes);
  }
  for (const step of services) {
    const agencyId = agencyIdOf(step.id);
    const { lineage: service, before, after } = walk.services.take(step);
    if (whole.has(agencyId) || walk.absent.has(agencyId)) continue;
    const changes = serviceChanges(step, before(), after());
    const version = after() ?? before();
    const name = version?.fields.name
      ? textAt(version, version.fields.name, 'name')
      : { text: ownId(step.id), translations: {} };
    if (changes.length > 0) draftOf(walk.charters.at(agencyId)).services.push({ service, name, changes });
  }
  return [...drafts.values()].sort((a, b) => (a.agencyThen.id < b.agencyThen.id ? -1 : 1));
}

function takeCharter(
  walk: Walk,
  step: Step,
  services: number,
): { lineage: Lineage<'charters'>; changes: CharterChange[] } {
  const { lineage, before, after } = walk.charters.take(step);
  if (step.formerId) walk.absent.add(step.formerId);
  if (step.after === undefined) walk.absent.add(step.id);
  else walk.absent.delete(step.id);
  if (step.before === undefined) return { lineage, changes: [{ kind: 'charter-published', services }] };
  if (step.after === undefined) return { lineage, changes: [{ kind: 'charter-withdrawn' }] };
  const [old, now] = [before(), after()];
  const moved: CharterChange[] = step.formerId ? [{ kind: 'moved' }] : [];
  return { lineage, changes: [...moved, ...(old && now ? compareCharter(old, now) : [])] };
}

function serviceChanges(
  step: Step,
  before: Version<'services'> | undefined,
  after: Version<'services'> | undefined,
): ServiceChange[] {
  if (step.before === undefined) return [{ kind: 'service-added' }];
  if (step.after === undefined) return [{ kind: 'service-removed' }];
  // A service that moved only because its agency did is told with the agency.
  const moved: ServiceChange[] =
    step.formerId && agencyIdOf(step.formerId) === agencyIdOf(step.id) ? [{ kind: 'moved' }] : [];
  return [...moved, ...(before && after ? compareService(before, after) : [])];
}

function agencyThen({ id, version: read }: Lineage<'charters'>): HistoryEntry['agencyThen'] {
  const version = read();
  return { id, ...(version?.fields.name ? { name: textAt(version, version.fields.name, 'name') } : {}) };
}

function toEntry(commit: Commit, { agency, agencyThen, charter, services }: Draft): HistoryEntry {
  return {
    commit: commit.id,
    at: commit.at,
    agency: agency.id,
    agencyThen,
    charter,
    services: services.map(({ service, name, changes }) => ({ service: { id: ownId(service.id), name }, changes })),
  };
}

function ownId(serviceId: string): string {
  return serviceId.split('/')[1] ?? serviceId;
}
