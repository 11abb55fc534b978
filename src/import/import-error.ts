/**
 * A refusal told so that whoever ran the import can act on it: what is wrong and where, and what to do. Nothing was
 * written.
 */
export class ImportError extends Error {
  readonly what: string;
  readonly remedy: string;

  constructor(what: string, remedy: string, options?: ErrorOptions) {
    super(`${what}\n  Fix: ${remedy}`, options);
    this.name = 'ImportError';
    this.what = what;
    this.remedy = remedy;
  }
}
