import { pipeline, Transform } from 'node:stream';
import { withoutMarks } from '../texts/fallback-marks.ts';
import { withoutHidden } from '../lib/hidden-characters.ts';
import type { Portal } from '../schemas/portal.ts';
import { isDeadAddress } from './dead-address.ts';
import { createSmtp, mayLeave, type MailSettings } from './smtp.ts';
import type { Mail } from './mail.ts';

/**
 * What the mail server said: taken, never, later, or nothing because it could not be reached or used. `unconfirmed`: it
 * had the whole mail and then said nothing, so nobody knows whether it was taken. `silent`: it was there and then said
 * nothing for too long, which it may do over this recipient alone. `deadAddress`: it takes no mail for that address,
 * whatever the mail says.
 */
export type SendResult =
  | { kind: 'sent' }
  | { kind: 'refused' | 'deferred'; code: number; unconfirmed?: true; silent?: true; deadAddress?: true }
  | { kind: 'unreachable'; code: string; silent?: true };

export interface Mailer {
  send(mail: Mail, portal: Portal, id: string): Promise<SendResult>;
  /** Sends nothing more. A mail under way has a few seconds to end; after that it counts as not sent. */
  close(): void;
}

/** Bears the id of a mail, as its Message-ID does. */
export const MAIL_ID_HEADER = 'X-Opencharter-Mail';
const CLOSE_GRACE_MS = 10_000;

/** Makes a mailer for an SMTP server. Sending never throws; what went wrong is in the result. */
export function createMailer(settings: MailSettings): Mailer {
  const transport = createSmtp(settings);
  const handedOver = watchHandover(transport);
  /**
   * Ends the wait for each mail under way. One promise for all of them would remember every mail that was ever sent.
   */
  const underWay = new Set<(result: SendResult) => void>();
  let open = true;
  const send: Mailer['send'] = async (mail, portal, id) => {
    const messageId = `<${id}@${portal.senderEmail.split('@')[1]}>`;
    try {
      await transport.sendMail({
        from: { name: withoutHidden(portal.name), address: portal.senderEmail },
        // Never the citizen's own address: it would tell who complains.
        replyTo: { name: withoutHidden(portal.publisher), address: portal.operatorEmail },
        to: { name: '', address: mail.to },
        // Words that were stored before every door dropped what cannot be seen.
        subject: withoutHidden(withoutMarks(mail.subject)),
        text: withoutHidden(withoutMarks(mail.text)),
        // An attachment and not PGP/MIME: reference, day and link stay readable in any mail program, and any OpenPGP
        // program opens it.
        ...(mail.sealed
          ? {
              attachments: [
                { filename: mail.sealed.name, content: mail.sealed.message, contentType: 'application/octet-stream' },
              ],
            }
          : {}),
        // The same row has the same id each time, so a mail server or reader can drop a repetition.
        messageId,
        // Where a relay writes a Message-ID of its own, a bounce still names ours; and it brings back no word of the
        // case (RFC 3461).
        dsn: { id, return: 'headers', notify: ['failure'], recipient: mail.to },
        headers: { [MAIL_ID_HEADER]: id, ...(mail.automatic ? { 'Auto-Submitted': 'auto-generated' } : {}) },
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
      if (!mayLeave(portal, settings)) return { kind: 'unreachable', code: 'EDEMONSTRATION' };
      const ended = Promise.withResolvers<SendResult>();
      underWay.add(ended.resolve);
      send(mail, portal, id)
        .then(ended.resolve, ended.reject)
        .finally(() => underWay.delete(ended.resolve));
      return ended.promise;
    },
    close() {
      open = false;
      setTimeout(() => {
        for (const end of underWay) end({ kind: 'unreachable', code: 'ECLOSED' });
      }, CLOSE_GRACE_MS).unref();
      transport.close();
    },
  };
}

/** Keeps the Message-IDs of mails whose last byte went to the server. */
function watchHandover(transport: ReturnType<typeof createSmtp>): Set<string> {
  const handedOver = new Set<string>();
  transport.use('stream', (mail, done) => {
    const { messageId } = mail.data;
    mail.message.processFunc((whole) =>
      pipeline(
        whole,
        new Transform({
          // Without room of its own it ends only when the server reads the mail, and not while it waits to be let in.
          readableHighWaterMark: 1,
          transform: (chunk, _encoding, next) => next(null, chunk),
          flush(next) {
            if (messageId) handedOver.add(messageId);
            next();
          },
        }),
        // What goes wrong is told to whoever reads the end of it.
        () => undefined,
      ),
    );
    done();
  });
  return handedOver;
}

interface SmtpFailure {
  code?: string;
  responseCode?: number;
  command?: string;
  /** Which of its waits came to an end without a word of the server. */
  timeoutType?: string;
  /** The reply as the server wrote it. */
  response?: string;
}

/**
 * Only what the server says about this recipient or this message counts against the mail. Everything else, from
 * "connection refused" to "wrong password", is our own line being down, and no mail may be lost over that.
 */
function classify(error: SmtpFailure, handedOver: boolean): SendResult {
  // Nodemailer itself found the address or the message unfit to be sent.
  if (error.command === 'API' && (error.code === 'EENVELOPE' || error.code === 'EMESSAGE'))
    return { kind: 'refused', code: 0 };
  const aboutThisMail = error.command === 'RCPT TO' || error.command === 'DATA';
  const code = error.responseCode;
  const silent = error.timeoutType === 'SOCKET_TIMEOUT' ? { silent: true as const } : {};
  if (handedOver && !code) return { kind: 'deferred', code: 0, unconfirmed: true, ...silent };
  if (!aboutThisMail || !code || code < 400) return { kind: 'unreachable', code: error.code ?? 'EUNKNOWN', ...silent };
  if (code < 500) return { kind: 'deferred', code };
  return {
    kind: 'refused',
    code,
    ...(isDeadAddress(error.response ?? '', error.command === 'RCPT TO') ? { deadAddress: true } : {}),
  };
}
