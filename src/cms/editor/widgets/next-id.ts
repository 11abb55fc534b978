/**
 * The id of a new item: the next of a numbered row (s1, s2: s3), or the name of the list with the first free number.
 */
export function nextId(ids: string[], name: string): string {
  const numbered = ids.flatMap((id) => {
    const [, row, number] = /^([a-z]+(?:-[a-z]+)*-?)(\d+)$/.exec(id) ?? [];
    return row ? [{ row, number: Number(number) }] : [];
  });
  const last = numbered.sort((a, b) => a.number - b.number).at(-1);
  const row =
    last?.row ??
    `${name
      .toLowerCase()
      .replace(/[^a-z]+/g, '-')
      .replace(/^-|-$/g, '')}-`;
  let number = (last?.number ?? 0) + 1;
  while (ids.includes(`${row}${number}`)) number += 1;
  return `${row}${number}`;
}
