import type { FormStep } from '../../schemas/cases/form-field.ts';
import type { FieldProblems } from '../../schemas/cases/problems.ts';
import type { HeldFile } from '../files/held-files.ts';
import type { FormValues } from '../forms/form-values.ts';
import type { Shown } from './send-key.ts';

/** The case is on the disk, and so are the mails that forward it. */
export interface Submitted {
  ok: true;
  reference: string;
  secret: string;
  /** The same submission had been taken in before; nothing new was made. */
  repeated: boolean;
}

/** Nothing was taken in. What was typed comes back: to be mended, or to be read through and sent. */
export interface Returned {
  ok: false;
  values: FormValues;
  /** The step of the form that is shown; what was typed on the others travels in it. */
  step: FormStep;
  /** The step was opened from the check page, and leads back there. */
  returns: boolean;
  /** Files that wait for an hour until the form is sent; empty on a step that neither shows nor takes any. */
  held: HeldFile[];
  /** What opens the files that wait, to travel in a step that does not show them. */
  tokens: string[];
  /** By field, in the order of the form: of the step that was filled in, or of all where all are checked. */
  problems: FieldProblems;
  /** Nothing is wrong: this is what was understood. Sent again with this key it is taken in. */
  check?: Shown & { submissionKey: string };
  /** It has to wait; with a key where it can be worked for. */
  wait?: { until: Date; waitingKey?: string; sentence: string };
}

/** The store did not take it. Nothing was kept, and the same form can be sent again. */
export class NotSaved extends Error {
  readonly returned: Returned;

  constructor(returned: Returned, cause: unknown) {
    super((cause as Error).message, { cause });
    this.returned = returned;
  }
}
