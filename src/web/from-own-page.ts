/**
 * Says whether somebody came by a link or a form of this portal, and not by one that was sent to them: by what browsers
 * say of it themselves (Fetch Metadata), and older ones by the page that they come from.
 */
export function fromOwnPage(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const from = request.headers.get('referer') ?? '';
  return URL.canParse(from) && new URL(from).origin === new URL(request.url).origin;
}
