/** A day in words, as the locale writes it: "3 November 2026". */
export function dayInWords(day: Date, locale: string): string {
  return day.toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric' });
}
