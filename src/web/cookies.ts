export interface CookieOptions {
  maxAgeSeconds: number;
  /** Whether browsers reach the portal by https; then the cookie never travels without it. */
  secure: boolean;
  /** `Lax` where it has to come back with somebody whom another site leads here; `Strict` unless told otherwise. */
  sameSite?: 'Strict' | 'Lax';
}

/** The value of a cookie that came with a request. */
export function readCookie(request: Request, name: string): string | undefined {
  const cookies = (request.headers.get('cookie') ?? '').split(/;\s*/);
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
}

/**
 * The value of `Set-Cookie` (RFC 6265bis): no script reads the cookie, and no other site makes it travel unless it
 * leads somebody here and `sameSite` allows that. An empty value with no age forgets it.
 */
export function cookie(
  name: string,
  value: string,
  { maxAgeSeconds, secure, sameSite = 'Strict' }: CookieOptions,
): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=${sameSite}${secure ? '; Secure' : ''}; Max-Age=${maxAgeSeconds}`;
}
