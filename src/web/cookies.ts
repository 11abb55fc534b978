export interface CookieOptions {
  maxAgeSeconds: number;
  /** Whether browsers reach the portal by https; then the cookie never travels without it. */
  secure: boolean;
}

/** The value of a cookie that came with a request. */
export function readCookie(request: Request, name: string): string | undefined {
  const cookies = (request.headers.get('cookie') ?? '').split(/;\s*/);
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
}

/**
 * The value of `Set-Cookie` (RFC 6265bis): no script reads the cookie, and no other site makes it travel. An empty
 * value with no age forgets it.
 */
export function cookie(name: string, value: string, { maxAgeSeconds, secure }: CookieOptions): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}; Max-Age=${maxAgeSeconds}`;
}
