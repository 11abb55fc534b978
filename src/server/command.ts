import { DatabaseProblem, type ProblemKind } from '../database/opening-problem.ts';
import { FolderProblem } from '../lib/make-folder.ts';
import { ContentError } from '../register/problem.ts';
import { SettingsProblem } from '../lib/environment.ts';

/**
 * What an operator's command or the portal itself ends with. The numbers are those of sysexits.h, which mail servers
 * know.
 */
export const exitCodes = { usage: 64, data: 65, software: 70, cannotCreate: 73, later: 75, config: 78 } as const;

/** Ends a command with a sentence for the operator and a code. */
export class CommandError extends Error {
  readonly code: number;

  constructor(code: keyof typeof exitCodes, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = exitCodes[code];
  }
}

const ofDatabase: Record<ProblemKind, number> = {
  locked: exitCodes.later,
  full: exitCodes.later,
  unreachable: exitCodes.later,
  'not-writable': exitCodes.config,
  missing: exitCodes.config,
  newer: exitCodes.config,
  damaged: exitCodes.data,
  other: exitCodes.software,
};

/**
 * Runs a command: what goes wrong is told in words on stderr, and the process ends with the code for it. `otherwise` is
 * the code for what nobody has foreseen: a mail server must try such a mail again, not return it.
 */
export async function runCommand(
  command: () => Promise<void>,
  otherwise: keyof typeof exitCodes = 'software',
): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = codeOf(error) ?? exitCodes[otherwise];
  }
}

/** The code for an error that says what it is, or undefined. */
export function codeOf(error: unknown): number | undefined {
  if (error instanceof CommandError) return error.code;
  if (error instanceof DatabaseProblem) return ofDatabase[error.kind];
  if (error instanceof FolderProblem) return exitCodes.cannotCreate;
  if (error instanceof ContentError || error instanceof SettingsProblem) return exitCodes.config;
  return isBusy(error) ? exitCodes.later : undefined;
}

/** SQLite found the file locked in the middle of the work. */
function isBusy(error: unknown): boolean {
  const { errcode } = error as { errcode?: number };
  return errcode !== undefined && [5, 6].includes(errcode & 0xff);
}
