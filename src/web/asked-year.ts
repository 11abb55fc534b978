/** The year that a query asks for ("year"); undefined where it names none that a report could be on. */
export function askedYear(query: URLSearchParams): number | undefined {
  const year = query.get('year')?.trim() ?? '';
  return /^20\d{2}$/.test(year) ? Number(year) : undefined;
}
