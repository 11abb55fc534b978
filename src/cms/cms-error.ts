/**
 * A refusal told to the desk officer: a sentence that says what is wrong and what to do, and the HTTP status to send it
 * with.
 */
export class CmsError extends Error {
  readonly status: number;

  constructor(status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 503, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CmsError';
    this.status = status;
  }
}
