import { createSmtp, mayLeave, type MailSettings } from '../mail/smtp.ts';
import type { Portal } from '../schemas/portal.ts';

export type SendMail = (mail: { to: string; subject: string; text: string }) => Promise<void>;

/**
 * Makes a sender for the portal's own notes to its officers, such as sign-in links. Rejects when the mail server does
 * not take the mail.
 */
export function createSendMail(settings: MailSettings, portal: () => Promise<Portal>): SendMail {
  const transport = createSmtp(settings);
  return async ({ to, subject, text }) => {
    const current = await portal();
    if (!mayLeave(current, settings))
      throw new Error(
        'This is a demonstration (publisherKind in content/portal/portal.yaml), so its mail does not leave.',
      );
    await transport.sendMail({
      from: { name: current.name, address: current.senderEmail },
      to: { name: '', address: to },
      subject,
      text,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  };
}
