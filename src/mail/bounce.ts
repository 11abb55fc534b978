import PostalMime, { type Email } from 'postal-mime';
import { isDeadAddress } from './dead-address.ts';
import { MAIL_ID_HEADER } from './mailer.ts';

/** What a bounce says about one mail of ours. */
export interface Bounce {
  /** Id of the outbox row, from wherever a mail server kept it; undefined where none did. */
  mail: string | undefined;
  /** Whether it was sent to the second address of its body; known with the id only. */
  redirected: boolean;
  /** Subject of the mail that came back; empty where the report holds none. */
  subject: string;
  /** The address that it was sent to, and the one at which it failed in the end, where that is another. */
  recipients: string[];
  /** `failed` is final; anything else (delayed, delivered, relayed, expanded) needs nothing of us. */
  action: string;
  /** SMTP reply code where the report tells one, otherwise 0. */
  code: number;
  /** The address takes no mail at all, whatever the mail said. */
  deadAddress: boolean;
}

const OUR_ID = /(?:^|[<\s])([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(\.2)?(?=[@>\s]|$)/i;

/**
 * Reads a delivery status notification (RFC 3464). Gives undefined for any other mail: an absence note, an answer or a
 * bounce in some server's own words is for a person to read. A relay may have put a Message-ID of its own in place of
 * ours, so the id is looked for in a header of our own and in the envelope id (RFC 3461) too.
 */
export async function readBounce(raw: string | Uint8Array): Promise<Bounce | undefined> {
  const report = await PostalMime.parse(raw, { forceRfc822Attachments: true, attachmentEncoding: 'utf8' });
  const status = partOf(report, /^message\/(?:global-)?delivery-status$/i).map(fieldsOf);
  const [returned] = partOf(report, /^(?:message\/(?:global|rfc822|global-headers)|text\/rfc822-headers)$/i);
  const ours = returned === undefined ? undefined : await PostalMime.parse(`${returned.trimStart()}\r\n\r\n`);
  const groups = status.flat();
  // One mail of ours goes to one address; where an alias spread it, the first that failed tells.
  const recipients = groups.filter((group) => group.has('final-recipient') || group.has('original-recipient'));
  const told = recipients.find((group) => actionOf(group) === 'failed') ?? recipients[0];
  if (!told || !actionOf(told)) return undefined;
  const header = (name: string): string => ours?.headers.find(({ key }) => key === name.toLowerCase())?.value ?? '';
  const places = [
    header(MAIL_ID_HEADER),
    header('message-id'),
    ...groups.map((group) => group.get('original-envelope-id') ?? ''),
    report.inReplyTo ?? '',
    report.references ?? '',
  ];
  const id = places.map((place) => OUR_ID.exec(place)).find((match) => match !== null);
  const code = /\b([45]\d\d)\b/.exec((told.get('diagnostic-code') ?? '').replace(/^[^;]*;/, ''))?.[1];
  return {
    mail: id?.[1]?.toLowerCase(),
    redirected: id?.[2] !== undefined,
    subject: ours?.subject ?? '',
    recipients: [
      ...new Set(['original-recipient', 'final-recipient'].flatMap((name) => addressesIn(told.get(name) ?? ''))),
    ],
    action: actionOf(told),
    code: Number(code ?? 0),
    deadAddress: isDeadAddress(told.get('status') ?? '', false),
  };
}

function partOf({ attachments }: Email, type: RegExp): string[] {
  return attachments.filter(({ mimeType }) => type.test(mimeType)).map(({ content }) => String(content));
}

/** The groups of fields of a status part, names in small letters, folded lines joined (RFC 5322, 2.2.3). */
function fieldsOf(status: string): Map<string, string>[] {
  const groups = status.replaceAll(/\r?\n[ \t]+/g, ' ').split(/(?:\r?\n){2,}/);
  return groups.map(
    (group) =>
      new Map(
        [...group.matchAll(/^([\w-]+)[ \t]*:[ \t]*(.*?)[ \t\r]*$/gm)].map(([, name = '', value = '']) => [
          name.toLowerCase(),
          value,
        ]),
      ),
  );
}

function actionOf(group: Map<string, string>): string {
  return /^[a-z]+/i.exec(group.get('action') ?? '')?.[0].toLowerCase() ?? '';
}

/**
 * The address of a recipient field as it stands there, and as it reads where it was written as xtext (RFC 3461,
 * 4).
 */
function addressesIn(field: string): string[] {
  const address = /([^\s<>;,()"]+@[^\s<>;,()"]+)/.exec(field.replace(/^[^;]*;/, ''))?.[1]?.toLowerCase();
  if (!address) return [];
  return [
    address,
    address.replaceAll(/\+([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  ];
}
