import type { CaseKeeping } from '../register/case-keeping.ts';

/** What this portal does with complaints, as it was built: to be asked on its pages only. */
export function casesHere(): CaseKeeping {
  if (import.meta.env.OPENCHARTER_TARGET === 'static') return 'none';
  return import.meta.env.OPENCHARTER_OUTSIDE_FORM ? 'mailed' : 'kept';
}
