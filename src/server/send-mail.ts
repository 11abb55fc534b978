import { createTransport } from 'nodemailer';
import type { Portal } from '../schemas/portal.ts';
import type { Settings } from './settings.ts';

export type SendMail = (mail: { to: string; subject: string; text: string }) => Promise<void>;

/** Makes a sender for the portal's own notes to its officers, such as sign-in links. Rejects when the mail server does not take the mail. */
export function createSendMail(smtp: NonNullable<Settings['smtp']>, portal: () => Promise<Portal>): SendMail {
  const transport = createTransport({
    host: smtp.host,
    port: smtp.port,
    secure: smtp.secure,
    ...(smtp.user ? { auth: { user: smtp.user, pass: smtp.pass ?? '' } } : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async ({ to, subject, text }) => {
    const { name, senderEmail } = await portal();
    await transport.sendMail({
      from: { name, address: senderEmail },
      to: { name: '', address: to },
      subject,
      text,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  };
}
