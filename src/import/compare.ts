/** How a file that exists differs from what the import would write. Values are short texts for reading. */
export interface Comparison {
  same: number;
  differing: { field: string; here: string; imported: string }[];
  /** Fields that only the existing file has, for example translations. */
  onlyHere: string[];
  onlyImported: { field: string; imported: string }[];
}

/** Compares two authored contents field by field, as they are written and without the defaults of the schema. */
export function compareData(here: unknown, imported: unknown): Comparison {
  const comparison: Comparison = { same: 0, differing: [], onlyHere: [], onlyImported: [] };
  compareInto(comparison, here, imported, '');
  return comparison;
}

/** True when both say the same. */
export function isSame({ differing, onlyHere, onlyImported }: Comparison): boolean {
  return differing.length + onlyHere.length + onlyImported.length === 0;
}

function compareInto(into: Comparison, here: unknown, imported: unknown, field: string): void {
  if (imported === undefined) into.onlyHere.push(field);
  else if (here === undefined) into.onlyImported.push({ field, imported: show(imported) });
  else if (isGroup(here) && isGroup(imported)) {
    const keys = new Set([...Object.keys(here), ...Object.keys(imported)]);
    for (const key of keys) compareInto(into, here[key], imported[key], field ? `${field}.${key}` : key);
  } else if (normalised(here) === normalised(imported)) into.same += 1;
  else into.differing.push({ field, ...showBoth(here, imported) });
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function normalised(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : JSON.stringify(value);
}

function show(value: unknown, from = 0): string {
  const text = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : JSON.stringify(value);
  const cut = from > 0 ? `…${text.slice(from)}` : text;
  return cut.length > 200 ? `${cut.slice(0, 197)}…` : cut;
}

/** Shows two long texts from just before the place where they begin to differ. */
function showBoth(here: unknown, imported: unknown): { here: string; imported: string } {
  const [one, other] = [normalised(here), normalised(imported)];
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const from = at > 150 ? at - 60 : 0;
  return { here: show(here, from), imported: show(imported, from) };
}
