import { createSmtp, isLoopback, type MailSettings } from '../../../mail/smtp.ts';
import { findings, type Finding } from './finding.ts';

const about = findings('Mail server');

/** Goes as far with the mail server as it can without sending anything: greeting, TLS, sign-in. */
export async function checkMailServer(smtp: MailSettings | undefined): Promise<Finding> {
  if (!smtp) return about.ok('None is set: the portal catches its mail itself, and nothing leaves this machine.');
  const place = `${smtp.host}:${smtp.port}`;
  const failure = await tryTo(smtp);
  if (failure)
    return about.wrong(
      `${place} takes no mail from here: ${failure}`,
      'Correct SMTP_HOST, SMTP_PORT, SMTP_SECURE, SMTP_USER or SMTP_PASS.',
    );
  if (smtp.secure || isLoopback(smtp.host))
    return about.ok(`${place} answers${smtp.user ? ' and takes the password' : ''}.`);
  const plain = await tryTo({ ...smtp, requireTls: true });
  // A name without a dot is that of a container or a machine beside this one.
  const tell = smtp.host.includes('.') ? about.wrong : about.look;
  return plain
    ? tell(
        `${place} answers, but speaks no TLS: what citizens write goes to it readable. (${plain})`,
        'Have TLS switched on there, or name a relay that only this machine reaches.',
      )
    : about.ok(`${place} answers over TLS${smtp.user ? ' and takes the password' : ''}.`);
}

/** Why it does not work, or undefined where it does. */
async function tryTo(smtp: MailSettings): Promise<string | undefined> {
  const line = createSmtp(smtp);
  try {
    await line.verify();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  } finally {
    line.close();
  }
}
