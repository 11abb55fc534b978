/** Keeps a page that may hold a secret, or have one in its address, out of caches and out of other sites' logs. */
export function guardCasePage(headers: Headers): void {
  headers.set('Cache-Control', 'no-store');
  // Not "no-referrer": with it browsers send "Origin: null" with the form, which the same-origin check refuses.
  headers.set('Referrer-Policy', 'same-origin');
}
