import { BlockList, isIP } from 'node:net';

/**
 * Makes a function that gives the visitor's address. Anybody can write a header, so `X-Forwarded-For` counts only where
 * the line comes from a proxy named in the settings (addresses, or networks such as 10.0.0.0/8), and is read from its
 * end: the first address that is no trusted proxy is the visitor. Throws where a setting is no address.
 */
export function clientAddressReader(
  trustedProxies: string[],
): (remote: string | undefined, forwardedFor: string | null) => string | undefined {
  const trusted = new BlockList();
  for (const proxy of trustedProxies) {
    const [address = '', bits] = proxy.trim().split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (!isIP(address))
      throw new Error(
        `"${proxy}" is no address of a proxy. Write one such as 10.0.0.1 or a network such as 10.0.0.0/8.`,
      );
    if (bits === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(bits), family);
  }
  const isTrusted = (address: string): boolean =>
    isIP(address) !== 0 && trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return (remote, forwardedFor) => {
    const nearest = remote?.replace(/^::ffff:(?=\d+\.)/, '');
    if (!nearest || !isTrusted(nearest) || !forwardedFor) return nearest;
    const hops = forwardedFor.split(',').map((hop) => hop.trim());
    // What is no address was written by somebody we do not trust, and so was everything before it.
    const visitor = hops.findLast((hop) => !isTrusted(hop));
    return visitor && isIP(visitor) ? visitor : nearest;
  };
}
