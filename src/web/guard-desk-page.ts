/** Keeps a page of the desk, which is another for everybody, out of caches, search engines and other sites' logs. */
export function guardDeskPage(headers: Headers): void {
  headers.set('Cache-Control', 'no-store');
  headers.set('X-Robots-Tag', 'noindex');
  // Not "no-referrer": with it browsers send "Origin: null" with the form, which the same-origin check refuses.
  headers.set('Referrer-Policy', 'same-origin');
}
