/** Why a case database cannot be used; told to the operator in one sentence with the remedy. */
export class DatabaseProblem extends Error {
  readonly kind: ProblemKind;

  constructor(kind: ProblemKind, message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'DatabaseProblem';
    this.kind = kind;
  }
}

/** `locked`, `full` and `unreachable` may pass by themselves; the others need somebody. */
export type ProblemKind =
  'locked' | 'full' | 'unreachable' | 'not-writable' | 'damaged' | 'newer' | 'missing' | 'other';

/** Result codes of SQLite, the low byte of the extended ones (sqlite.org/rescode.html). */
const byResultCode = new Map<number, ProblemKind>([
  [5, 'locked'],
  [6, 'locked'],
  [8, 'not-writable'],
  [10, 'damaged'],
  [11, 'damaged'],
  [13, 'full'],
  [14, 'not-writable'],
  [26, 'damaged'],
]);

const sentences: Record<ProblemKind, (place: string) => string> = {
  locked: (place) =>
    `The case database ${place} is locked by another program, such as one that copies it. Try again when that has ended.`,
  full: (place) => `There is no room left on the disk of the case database ${place}. Make room, then try again.`,
  unreachable: (place) =>
    `The case database ${place} cannot be reached. See that it runs and that DATABASE_URL is right.`,
  'not-writable': (place) =>
    `The case database ${place} cannot be opened for writing by this user. Run this as the user that runs the portal.`,
  damaged: (place) =>
    `The case database ${place} is damaged or no database. Stop the portal, keep the file aside, and put the latest backup in its place (src/docs/deploy.md, Backups).`,
  newer: (place) =>
    `The case database ${place} was written by a newer version of the portal. Update the program; an older one must not touch it.`,
  missing: (place) =>
    `There is no case database at ${place}. It is made when the portal starts; if the portal runs already, give this command the same settings (opencharter.env).`,
  other: (place) =>
    `The case database ${place} could not be brought up to date. Restore it from a backup, or use the version that wrote it.`,
};

/**
 * The error that tells why a database could not be opened. `location` may hold a password; only host and name are
 * told.
 */
export function openingProblem(location: string, error: unknown, kind = kindOf(error)): DatabaseProblem {
  return new DatabaseProblem(kind, sentences[kind](placeOf(location)), error);
}

function kindOf(error: unknown): ProblemKind {
  const {
    errcode,
    code,
    message = '',
    cause,
  } = error as { errcode?: number; code?: string; message?: string; cause?: unknown };
  if (errcode !== undefined) return byResultCode.get(errcode & 0xff) ?? 'other';
  if (/previously executed migration .* is missing/.test(message)) return 'newer';
  // PostgreSQL tells by SQLSTATE: 08 is the connection, 57P0 a server that starts or stops, 53100 a full disk, 28 and
  // 3D who and where.
  if (/^(?:E[A-Z]+|08...|57P0.|28...|3D000)$/.test(code ?? ''))
    return /^E(?:ACCES|PERM|ROFS|ISDIR|NOTDIR)$/.test(code ?? '') ? 'not-writable' : 'unreachable';
  if (code === '53100') return 'full';
  if (code === '55P03') return 'locked';
  return cause ? kindOf(cause) : 'other';
}

function placeOf(location: string): string {
  if (!/^postgres(?:ql)?:/.test(location)) return location;
  const { host, pathname } = new URL(location);
  return `${host}${pathname}`;
}
