/** What is wrong in one field of an entry, in words, with what to do about it. */
export interface FieldProblem {
  /** Path of the field, for example fees.0.amount. */
  field: string;
  message: string;
}

/**
 * A refusal told to the desk officer: a sentence that says what is wrong and what to do, and the HTTP status to send it
 * with. `problems` says it again field by field, for the editor to show each beside its own field.
 */
export class CmsError extends Error {
  /** The compiled pages carry a copy of this class of their own, and meet the refusals of the server's. */
  static override [Symbol.hasInstance](value: unknown): value is CmsError {
    return value instanceof Error && value.name === 'CmsError';
  }

  readonly status: number;
  readonly problems: FieldProblem[];
  /** Where the refused version is kept, because it contradicts what somebody saved meanwhile: its id. */
  readonly parked: string | undefined;

  constructor(
    status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 503,
    message: string,
    {
      problems = [],
      parked,
      ...options
    }: ErrorOptions & { problems?: FieldProblem[]; parked?: string | undefined } = {},
  ) {
    super(message, options);
    this.name = 'CmsError';
    this.status = status;
    this.problems = problems;
    this.parked = parked;
  }
}
