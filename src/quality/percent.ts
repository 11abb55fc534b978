/** A share in per cent to one decimal, rounded down, so that 100 % means that nothing is missing. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.floor((1000 * part) / whole) / 10} %`;
}
