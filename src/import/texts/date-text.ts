const MONTHS = [/^jan/, /^feb/, /^(?:mar|mac)/, /^apr/, /^(?:may|mei)/, /^jun/, /^jul/, /^(?:aug|ago)/, /^sep/, /^o[ck]t/, /^nov/, /^(?:dec|des)/];

/** Finds the date in a text as exactly as it is told: "Revised July, 2019" gives 2019-07, "5th May 2024" gives 2024-05-05. */
export function readDate(text: string): string | undefined {
  const iso = /\b(?:19|20)\d{2}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?\b/.exec(text)?.[0];
  if (iso) return iso;
  const match = /(?:\b(\d{1,2})(?:st|nd|rd|th)?\s+)?\b(\p{L}{3,10})\.?,?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?((?:19|20)\d{2})\b/u.exec(text);
  const month = match ? MONTHS.findIndex((pattern) => pattern.test((match[2] ?? '').toLowerCase())) + 1 : 0;
  if (match && month > 0) {
    const day = Number(match[1] ?? match[3] ?? 0);
    const parts = [match[4] ?? '', String(month).padStart(2, '0')];
    return (day >= 1 && day <= 31 ? [...parts, String(day).padStart(2, '0')] : parts).join('-');
  }
  const years = [...new Set(text.match(/\b(?:19|20)\d{2}\b/g) ?? [])];
  return years.length === 1 ? years[0] : undefined;
}
