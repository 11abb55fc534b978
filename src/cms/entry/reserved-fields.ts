import { isDeepStrictEqual } from 'node:util';
import type * as z from 'zod';
import { fieldMeta } from '../../schemas/field.ts';
import { asEnglish } from '../../texts/fallback-marks.ts';
import { CmsError } from '../cms-error.ts';
import { prune } from '../../lib/yaml/prune.ts';

type Data = Record<string, unknown>;

/** Refuses an edit that changes a field which the schema reserves for whoever runs the portal. */
export function assertReservedKept(schema: z.ZodObject, before: Data, after: Data): void {
  const changed = Object.entries(schema.shape).flatMap(([name, child]) => {
    const meta = fieldMeta(child as z.ZodType);
    return meta?.reservedFor === 'operator' && !isDeepStrictEqual(prune(before[name]), prune(after[name]))
      ? [meta.label]
      : [];
  });
  if (changed.length === 0) return;
  throw new CmsError(
    403,
    'Not saved. {fields}: this is set by whoever runs the portal, because other pages and bodies hang on it. Put it back as it was, and write to them what has changed.',
    { values: { fields: (language) => asEnglish(changed.map((label) => `“${label}”`).join(', '), language) } },
  );
}
