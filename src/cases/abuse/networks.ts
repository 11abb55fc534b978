import { isIPv6 } from 'node:net';

/** A part of the network that a visitor's address lies in, and how many times one visitor's share is let in from it. */
export interface Network {
  /** Such as 2001:db8:1:2/64. */
  name: string;
  share: number;
}

/**
 * Whoever rents an IPv6 network can write from 2^64 addresses of each of its parts, so the parts are counted together:
 * a home has a /64, a larger customer a /56, a site a /48 (RFC 6177). An IPv4 address is often shared by many, and a
 * /24 by a whole provider.
 */
const v6 = [
  { digits: 16, bits: 64, share: 1 },
  { digits: 14, bits: 56, share: 4 },
  { digits: 12, bits: 48, share: 16 },
];
const v4 = [
  { parts: 4, bits: 32, share: 1 },
  { parts: 3, bits: 24, share: 48 },
];

/** Every share that a network may have. */
export const SHARES = [...new Set([...v6, ...v4].map(({ share }) => share))];

/** The networks of an address, the narrowest first; none where it is no address. */
export function networksOf(address: string): Network[] {
  const plain = address.replace(/%.*$/, '').toLowerCase();
  const dotted = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
  if (dotted)
    return v4.map(({ parts, bits, share }) => ({
      name: `${dotted.split('.').slice(0, parts).join('.')}/${bits}`,
      share,
    }));
  if (!isIPv6(plain)) return [];
  const written = digitsOf(plain);
  return v6.map(({ digits, bits, share }) => ({ name: `${written.slice(0, digits)}/${bits}`, share }));
}

/** An IPv6 address as 32 digits. */
function digitsOf(plain: string): string {
  const [head = '', tail] = plain.split('::');
  const [start, end] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean));
  const groups = [
    ...(start ?? []),
    ...Array<string>(tail === undefined ? 0 : Math.max(0, 8 - (start?.length ?? 0) - (end?.length ?? 0))).fill('0'),
    ...(end ?? []),
  ];
  return groups.map((group) => group.padStart(4, '0')).join('');
}
