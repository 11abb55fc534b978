import * as z from 'zod';
import { prune } from '../../lib/yaml/prune.ts';
import { unionOption, unwrap } from '../../schemas/walk.ts';

type Values = Record<string, unknown>;

/**
 * What an editor sent, with the evidence of the entry in each item of a list that has to have some and was given none: a
 * new figure stands on what its entry stands on unless somebody says otherwise.
 */
export function withOwnEvidence(schema: z.ZodObject, data: Values): Values {
  const { evidence } = data;
  if (evidence === undefined) return data;
  const filled = Object.entries(data).map(([name, value]) => {
    const list = schema.shape[name] && unwrap(schema.shape[name] as z.ZodType);
    if (!(list instanceof z.ZodArray) || !Array.isArray(value)) return [name, value];
    const element = list.element as z.ZodType;
    return [name, value.map((item: unknown) => (lacksEvidence(element, item) ? { ...item, evidence } : item))];
  });
  return Object.fromEntries(filled) as Values;
}

function lacksEvidence(element: z.ZodType, item: unknown): item is Values {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return false;
  if (prune((item as Values).evidence) !== undefined) return false;
  const bare = unwrap(element);
  const kind = bare instanceof z.ZodDiscriminatedUnion ? unionOption(bare, item as Values) : bare;
  const evidence = kind instanceof z.ZodObject ? (kind.shape.evidence as z.ZodType | undefined) : undefined;
  return evidence !== undefined && !evidence.safeParse(undefined).success;
}
