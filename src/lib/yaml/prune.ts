/**
 * Takes out what an untouched or emptied form control leaves behind: empty texts, nulls, empty groups and
 * empty lists, at any depth. Gives undefined when nothing is left. False and 0 are values and stay.
 */
export function prune(value: unknown): unknown {
  if (value === null || value === undefined || value === '') return undefined;
  if (Array.isArray(value)) {
    const items = value.map(prune).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (typeof value === 'object') {
    const fields = Object.entries(value).flatMap(([key, item]) => {
      const kept = prune(item);
      return kept === undefined ? [] : [[key, kept] as const];
    });
    return fields.length > 0 ? Object.fromEntries(fields) : undefined;
  }
  return value;
}
