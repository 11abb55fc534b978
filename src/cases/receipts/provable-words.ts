import type { Submission, SubmissionField } from '../../schemas/cases/submission.ts';
import { submissionFields } from '../../schemas/cases/submission.ts';
import type { Canonical } from '../../lib/canonical-json.ts';
import { wordsAsProved } from '../../lib/words-as-proved.ts';

/** Told by the receipt itself, or of whoever wrote and how: no part of what was asked. */
const leftOut = new Set<SubmissionField>(['kind', 'agency', 'language', 'files', 'details']);

/**
 * What was written, as a receipt proves it: the main text, then a line for each other answer under the name of its
 * field. Nothing of who wrote it, and no file: both can be erased while the case goes on.
 */
export function provableWords(submission: Submission): string {
  const others = submissionFields.flatMap(([name, { identity }]) => {
    const value = submission[name];
    const isEmpty = value === undefined || value === false || (Array.isArray(value) && value.length === 0);
    return identity || leftOut.has(name) || isEmpty ? [] : [`${name}: ${inWords(value as Canonical)}`];
  });
  return wordsAsProved([submission.details, ...others].join('\n'));
}

function inWords(value: Canonical): string {
  if (typeof value === 'string') return value;
  if (value === true) return 'yes';
  return Array.isArray(value) ? value.map(inWords).join(', ') : JSON.stringify(value);
}
