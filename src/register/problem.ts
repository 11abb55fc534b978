/** Something wrong in a content file, told so that the person who wrote it can mend it. */
export interface ContentProblem {
  /** Path of the file, relative to the content folder's parent. */
  file: string;
  /** Line in the file, counted from 1, where known. */
  line?: number;
  /** Path of the field, for example fees.0.amount, where the problem lies in a field. */
  field?: string;
  /** What is wrong and what was expected. */
  message: string;
  /** What to do about it. */
  remedy: string;
}

/** A problem as three lines of text: where, what, and the fix. */
export function formatProblem(problem: ContentProblem): string {
  const where = `${problem.file}${problem.line ? `:${problem.line}` : ''}${problem.field ? `  ${problem.field}` : ''}`;
  return `${where}\n  ${problem.message}\n  Fix: ${problem.remedy}`;
}

/** Thrown where bad content must stop the work, such as a build. Carries every problem found, not just the first. */
export class ContentError extends Error {
  readonly problems: ContentProblem[];

  constructor(problems: ContentProblem[]) {
    super(
      `${problems.length} problem${problems.length === 1 ? '' : 's'} in the content:\n\n${problems.map(formatProblem).join('\n\n')}`,
    );
    this.name = 'ContentError';
    this.problems = problems;
  }
}
