import { createHash } from 'node:crypto';

/** Names an officer without the address, where a ref of git or a browser's own store is to tell officers apart. */
export function officerMark({ email }: { email: string }): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('hex').slice(0, 16);
}
