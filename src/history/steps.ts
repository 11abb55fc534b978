import type { Commit, FileChange } from './commits.ts';

/**
 * A change of one charter (`inec`) or service file (`inec/voter-registration`). Where there is no `before` it is new;
 * where there is no `after` it is gone.
 */
export interface Step {
  id: string;
  /** The id before, where the file was moved. */
  formerId?: string;
  before?: string;
  after?: string;
}

/** The steps of one commit, charters and services apart. */
export interface Steps {
  charters: Step[];
  services: Step[];
}

/**
 * Sorts the files of a commit. A service that goes to another agency is gone here and new there, unless its whole
 * agency moved.
 */
export function stepsOf(commit: Commit): Steps {
  const charters = commit.files.flatMap((file) => toSteps(file, charterId, () => true));
  const moves = new Map(charters.flatMap((step) => (step.formerId ? [[step.formerId, step.id]] : [])));
  const staysTogether = (from: string, to: string): boolean => {
    const [before = '', after = ''] = [agencyIdOf(from), agencyIdOf(to)];
    return before === after || moves.get(before) === after;
  };
  return { charters, services: commit.files.flatMap((file) => toSteps(file, serviceId, staysTogether)) };
}

export function agencyIdOf(serviceId: string): string {
  return serviceId.split('/')[0] ?? '';
}

/** The charters that did not exist before the first of these commits (oldest first); all others did. */
export function absentAtStart(commits: Steps[]): Set<string> {
  const seen = new Set<string>();
  const absent = new Set<string>();
  for (const { charters } of commits) {
    for (const step of charters) {
      if (!seen.has(step.id) && (step.before === undefined || step.formerId)) absent.add(step.id);
      seen.add(step.id);
      if (step.formerId) seen.add(step.formerId);
    }
  }
  return absent;
}

type IdOf = (path: string) => string | undefined;

const charterId: IdOf = (path) => /^charters\/([a-z0-9-]+)\.mdx$/.exec(path)?.[1];
const serviceId: IdOf = (path) => /^services\/([a-z0-9-]+\/[a-z0-9-]+)\.yaml$/.exec(path)?.[1];

function toSteps(
  { path, formerPath, before, after }: FileChange,
  idOf: IdOf,
  isOneMove: (from: string, to: string) => boolean,
): Step[] {
  const id = idOf(path);
  const formerId = formerPath === undefined ? id : idOf(formerPath);
  if (id !== undefined && formerId !== undefined && isOneMove(formerId, id)) {
    return [
      { id, ...(formerId === id ? {} : { formerId }), ...(before ? { before } : {}), ...(after ? { after } : {}) },
    ];
  }
  return [
    ...(formerId !== undefined && before ? [{ id: formerId, before }] : []),
    ...(id !== undefined && after ? [{ id, after }] : []),
  ];
}
