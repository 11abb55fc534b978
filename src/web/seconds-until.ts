/** The seconds until an instant as the header Retry-After writes them: never sooner, one at least. */
export function secondsUntil(at: Date, now: Date = new Date()): string {
  return String(Math.max(1, Math.ceil((at.getTime() - now.getTime()) / 1000)));
}
