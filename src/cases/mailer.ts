import { Transform } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { Portal } from '../schemas/portal.ts';
import { isDeadAddress } from './dead-address.ts';
import type { Mail } from './mail-texts.ts';

export interface MailSettings {
  host: string;
  port: number;
  user?: string | undefined;
  pass?: string | undefined;
  /** TLS from the first byte (port 465). Otherwise STARTTLS is used where the server offers it. */
  secure?: boolean | undefined;
  /** How long the server may keep silent; for tests. */
  timeoutMs?: number | undefined;
}

/**
 * What the mail server said: taken, never, later, or nothing because it could not be reached or used. `unconfirmed`: it
 * had the whole mail and then said nothing, so nobody knows whether it was taken. `deadAddress`: it takes no mail for that
 * address, whatever the mail says.
 */
export type SendResult =
  { kind: 'sent' } | { kind: 'refused' | 'deferred'; code: number; unconfirmed?: true; deadAddress?: true } | { kind: 'unreachable'; code: string };

export interface Mailer {
  send(mail: Mail, portal: Portal, id: string): Promise<SendResult>;
  /** Sends nothing more. A mail under way has a few seconds to end; after that it counts as not sent. */
  close(): void;
}

const CONNECT_TIMEOUT_MS = 30_000;
/** A server may take minutes over a mail it has; leaving before it answers makes duplicates (RFC 5321, 4.5.3.2.6). */
const REPLY_TIMEOUT_MS = 10 * 60_000;
const CLOSE_GRACE_MS = 10_000;

/** Makes a mailer for an SMTP server. Sending never throws; what went wrong is in the result. */
export function createMailer(settings: MailSettings): Mailer {
  const { host, port, user, pass, secure } = settings;
  const transport = createTransport({
    host,
    port,
    secure: secure ?? false,
    ...(user ? { auth: { user, pass: pass ?? '' } } : {}),
    connectionTimeout: settings.timeoutMs ?? CONNECT_TIMEOUT_MS,
    greetingTimeout: settings.timeoutMs ?? CONNECT_TIMEOUT_MS,
    socketTimeout: settings.timeoutMs ?? REPLY_TIMEOUT_MS,
    // A mail is text that we wrote: nothing in it may make us read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(isLoopback(host) ? { tls: { rejectUnauthorized: false } } : {}),
  });
  const handedOver = watchHandover(transport);
  const closing = Promise.withResolvers<SendResult>();
  let open = true;
  const send: Mailer['send'] = async (mail, portal, id) => {
    const messageId = `<${id}@${portal.senderEmail.split('@')[1]}>`;
    try {
      await transport.sendMail({
        from: { name: portal.name, address: portal.senderEmail },
        // Never the citizen's own address: it would tell who complains.
        replyTo: { name: portal.publisher, address: portal.operatorEmail },
        to: { name: '', address: mail.to },
        subject: mail.subject,
        text: mail.text,
        // The same row has the same id each time, so a mail server or reader can drop a repetition.
        messageId,
        ...(mail.automatic ? { headers: { 'Auto-Submitted': 'auto-generated' } } : {}),
      });
      return { kind: 'sent' };
    } catch (error) {
      return classify(error as SmtpFailure, handedOver.has(messageId));
    } finally {
      handedOver.delete(messageId);
    }
  };
  return {
    async send(mail, portal, id) {
      if (!open) return { kind: 'unreachable', code: 'ECLOSED' };
      if (!mayLeave(portal, host)) return { kind: 'unreachable', code: 'EDEMONSTRATION' };
      return Promise.race([send(mail, portal, id), closing.promise]);
    },
    close() {
      open = false;
      setTimeout(() => closing.resolve({ kind: 'unreachable', code: 'ECLOSED' }), CLOSE_GRACE_MS).unref();
      transport.close();
    },
  };
}

/** Keeps the Message-IDs of mails whose last byte went to the server. */
function watchHandover(transport: ReturnType<typeof createTransport>): Set<string> {
  const whole = new Set<string>();
  transport.use('stream', (mail, done) => {
    const { messageId } = mail.data;
    mail.message.transform(
      () =>
        new Transform({
          transform: (chunk, _encoding, next) => next(null, chunk),
          flush(next) {
            if (messageId) whole.add(messageId);
            next();
          },
        }),
    );
    done();
  });
  return whole;
}

interface SmtpFailure {
  code?: string;
  responseCode?: number;
  command?: string;
  /** The reply as the server wrote it. */
  response?: string;
}

/**
 * Only what the server says about this recipient or this message counts against the mail. Everything else, from
 * "connection refused" to "wrong password", is our own line being down, and no mail may be lost over that.
 */
function classify(error: SmtpFailure, handedOver: boolean): SendResult {
  // Nodemailer itself found the address or the message unfit to be sent.
  if (error.command === 'API' && (error.code === 'EENVELOPE' || error.code === 'EMESSAGE')) return { kind: 'refused', code: 0 };
  const aboutThisMail = error.command === 'RCPT TO' || error.command === 'DATA';
  const code = error.responseCode;
  if (handedOver && !code) return { kind: 'deferred', code: 0, unconfirmed: true };
  if (!aboutThisMail || !code || code < 400) return { kind: 'unreachable', code: error.code ?? 'EUNKNOWN' };
  if (code < 500) return { kind: 'deferred', code };
  return { kind: 'refused', code, ...(isDeadAddress(error.response ?? '', error.command === 'RCPT TO') ? { deadAddress: true } : {}) };
}

/** Mail of a demonstration bears the addresses of real agencies; it goes to a mail catcher on the same machine or nowhere. */
function mayLeave(portal: Portal, host: string): boolean {
  return portal.publisherKind !== 'demonstration' || isLoopback(host);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
