import PostalMime from 'postal-mime';
import { isDeadAddress } from './dead-address.ts';

/** What a bounce says about one mail of ours. */
export interface Bounce {
  /** Id of the outbox row, taken from the Message-ID of the mail that came back. */
  mail: string;
  /** Whether it was sent to the second address of its body. */
  redirected: boolean;
  recipient: string;
  /** `failed` is final; anything else (delayed, delivered, relayed, expanded) needs nothing of us. */
  action: string;
  /** SMTP reply code where the report tells one, otherwise 0. */
  code: number;
  /** The address takes no mail at all, whatever the mail said. */
  deadAddress: boolean;
}

const OUR_MESSAGE_ID = /^message-id:\s*<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(\.2)?@/im;

/**
 * Reads a delivery status notification (RFC 3464). Gives undefined for any other mail: an absence note, an answer or a
 * bounce in some server's own words is for a person to read.
 */
export async function readBounce(raw: string | Uint8Array): Promise<Bounce | undefined> {
  const { attachments } = await PostalMime.parse(raw, { forceRfc822Attachments: true, attachmentEncoding: 'utf8' });
  const part = (type: RegExp): string =>
    attachments
      .filter(({ mimeType }) => type.test(mimeType))
      .map(({ content }) => String(content))
      .join('\n');
  const status = part(/^message\/(?:global-)?delivery-status$/i);
  const ours = OUR_MESSAGE_ID.exec(part(/^(?:message\/(?:global|rfc822|global-headers)|text\/rfc822-headers)$/i));
  const field = (name: string): string => new RegExp(`^${name}:\\s*(.+)$`, 'im').exec(status)?.[1]?.trim() ?? '';
  const recipient = field('(?:Original|Final)-Recipient')
    .replace(/^[^;]*;\s*/, '')
    .replace(/^<|>$/g, '');
  const action = field('Action').toLowerCase();
  if (!ours?.[1] || !recipient || !action) return undefined;
  const code = /\b([45]\d\d)\b/.exec(field('Diagnostic-Code').replace(/^[^;]*;/, ''))?.[1];
  return {
    mail: ours[1],
    redirected: ours[2] !== undefined,
    recipient,
    action,
    code: Number(code ?? 0),
    deadAddress: isDeadAddress(field('Status'), false),
  };
}
