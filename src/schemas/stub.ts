import type * as z from 'zod';

/** What a stub may say: that the body exists, what it is for, how it is reached, and from where all this is known. */
const STUB_FIELDS: ReadonlySet<string> = new Set([
  'name',
  'acronym',
  'aliases',
  'popularNames',
  'completeness',
  'language',
  'type',
  'jurisdiction',
  'parent',
  'local',
  'website',
  'summary',
  'evidence',
  'contacts',
  'offices',
  'redress',
  'sources',
  'translations',
]);
/** What fields hold that nobody has filled in, where that is neither nothing nor an empty list. */
const UNSAID: readonly unknown[] = ['active', 'not-stated'];

/** Refuses in a stub what belongs into a charter: a body of which more is known is described as one. */
export function checkStub(charter: { completeness: 'charter' | 'stub' }, context: z.RefinementCtx): void {
  if (charter.completeness !== 'stub') return;
  for (const [field, value] of Object.entries(charter)) {
    const said = value !== undefined && !UNSAID.includes(value) && !(Array.isArray(value) && value.length === 0);
    if (!said || STUB_FIELDS.has(field)) continue;
    context.addIssue({
      code: 'custom',
      path: [field],
      message: 'A stub does not have this field. Leave it out, or take out "completeness: stub" to make it a charter.',
    });
  }
}
