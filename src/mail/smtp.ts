import { createTransport } from 'nodemailer';
import type { Portal } from '../schemas/portal.ts';

export interface MailSettings {
  host: string;
  port: number;
  user?: string | undefined;
  pass?: string | undefined;
  /** TLS from the first byte (port 465). Otherwise STARTTLS is used where the server offers it. */
  secure?: boolean | undefined;
  /** Refuse a server without TLS: to find out whether it has it. */
  requireTls?: boolean | undefined;
  /** How long the server may keep silent; for tests and for functions that live shortly. */
  timeoutMs?: number | undefined;
  /**
   * The portal's own mail catcher, started by whoever says so: what it takes goes no further. No host name tells that,
   * because a relay on the same machine has the same one.
   */
  ownCatcher?: boolean | undefined;
}

const CONNECT_TIMEOUT_MS = 10_000;
const GREETING_TIMEOUT_MS = 30_000;
/**
 * RFC 5321 (4.5.3.2.6) would wait ten minutes for the answer to a whole mail, so that none arrives twice. Ours bears
 * the same Message-ID each time, and is sent again a few times a day at most.
 */
const SILENCE_MAX_MS = 3 * 60_000;

/** Makes the line to the mail server, the same for every mail of the portal. */
export function createSmtp({ host, port, user, pass, secure, requireTls, timeoutMs }: MailSettings) {
  return createTransport({
    host,
    port,
    secure: secure ?? false,
    ...(requireTls ? { requireTLS: true } : {}),
    ...(user ? { auth: { user, pass: pass ?? '' } } : {}),
    connectionTimeout: timeoutMs ?? CONNECT_TIMEOUT_MS,
    greetingTimeout: timeoutMs ?? GREETING_TIMEOUT_MS,
    socketTimeout: timeoutMs ?? SILENCE_MAX_MS,
    // A mail is text that we wrote: nothing in it may make us read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
    // Nobody stands between us and this machine, and its certificate bears another name.
    ...(isLoopback(host) ? { tls: { rejectUnauthorized: false } } : {}),
  });
}

/**
 * Says whether mail may be handed over. That of a demonstration bears the addresses of real agencies: its own catcher
 * takes it, or nobody.
 */
export function mayLeave(
  { publisherKind }: Pick<Portal, 'publisherKind'>,
  { ownCatcher = false }: MailSettings,
): boolean {
  return publisherKind !== 'demonstration' || ownCatcher;
}

/** Says whether a mail server is on this machine, so that nothing goes over a network. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
