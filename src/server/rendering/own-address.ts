interface AddressPattern {
  protocol: string;
  hostname: string;
  port?: string;
}

/**
 * The address at which a reverse proxy reaches us, in the form in which Astro is told it. Nothing stands before a
 * portal on this machine, and no header is believed there.
 */
export function ownAddress(siteUrl: string): AddressPattern[] {
  const { protocol, hostname, port } = new URL(siteUrl);
  return hostname === 'localhost' ? [] : [{ protocol: protocol.slice(0, -1), hostname, ...(port ? { port } : {}) }];
}
