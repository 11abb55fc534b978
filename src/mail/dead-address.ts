/** Of the statuses about addresses, those about the sender's: ours, not theirs (RFC 3463, 3.2). */
const ABOUT_THE_SENDER = ['7', '8'];

/**
 * Says whether a refusal for good means that the address takes no mail at all: 5.1.x or 5.2.1 (RFC 3463), or 550, 551
 * or 553 in answer to the address alone where no status is told (RFC 5321, 4.2.3). Words that a filter takes for spam,
 * a full mailbox or a network that is not trusted say nothing about the address. Otherwise whoever writes such words
 * could cut an agency off.
 */
export function isDeadAddress(reply: string, askedForAddressOnly: boolean): boolean {
  const [, subject, detail = ''] = /\b5\.(\d{1,3})\.(\d{1,3})\b/.exec(reply) ?? [];
  if (subject === undefined) return askedForAddressOnly && /^55[013]\b/.test(reply);
  return subject === '1' ? !ABOUT_THE_SENDER.includes(detail) : subject === '2' && detail === '1';
}
