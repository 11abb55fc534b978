/** A copy of content without one field, which the path leads to, and what stood in it. Lists keep their other items. */
export function withoutField(
  data: Record<string, unknown>,
  path: string[],
): { data: Record<string, unknown>; value: unknown } {
  const copy = structuredClone(data);
  const key = path.at(-1) ?? '';
  const holder = path
    .slice(0, -1)
    .reduce<Record<string, unknown> | undefined>(
      (group, step) => group?.[step] as Record<string, unknown> | undefined,
      copy,
    );
  const value = holder?.[key];
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder?.[key];
  return { data: copy, value };
}
