/**
 * The visitor's address, or undefined where the server cannot tell; Astro throws then, and a complaint must not
 * fail over that.
 */
export function clientAddressOf(astro: {
  readonly clientAddress: string;
  readonly locals: { clientAddress?: string };
}): string | undefined {
  try {
    return astro.locals.clientAddress ?? astro.clientAddress;
  } catch {
    return undefined;
  }
}
