import { tmpdir } from 'node:os';
import type { MailSettings } from '../mail/smtp.ts';
import { readSettings } from '../server/settings.ts';

export interface NetlifySettings {
  siteUrl: string;
  secret: string;
  mail: MailSettings;
  /** Countries, bodies and addresses that mail may go to; counts only where there is no database to note that in. */
  released: string[];
}

/**
 * A function lives a minute at most, a scheduled one half of that: a silent mail server is left before that, and tried
 * again later.
 */
const MAIL_TIMEOUT_MS = 12_000;

/**
 * Reads what intake and delivery need from the environment of a function. Throws an Error that names the missing
 * variable. A function has no disk of its own, so nothing is made up and kept here: the key must be set.
 */
export function readNetlifySettings(env: NodeJS.ProcessEnv): NetlifySettings {
  const siteUrl = siteUrlOf(env);
  if (!siteUrl) throw new Error('Neither SITE_URL nor URL is set. Set SITE_URL to the public address of the portal.');
  if (!env.OPENCHARTER_SECRET)
    throw new Error('OPENCHARTER_SECRET is not set. Set it to at least 32 random characters, and never change it.');
  const { secret, smtp } = readSettings({ ...env, SITE_URL: siteUrl }, tmpdir());
  if (!smtp) throw new Error('SMTP_HOST is not set. Set it to the mail server that delivers complaints.');
  return {
    siteUrl: siteUrl.replace(/\/$/, ''),
    secret,
    mail: { ...smtp, timeoutMs: MAIL_TIMEOUT_MS },
    released: (env.OPENCHARTER_RELEASED ?? '').split(/[\s,]+/).filter(Boolean),
  };
}

/** The public address of the site; Netlify tells its own in URL. */
export function siteUrlOf(env: NodeJS.ProcessEnv): string | undefined {
  return env.SITE_URL || env.URL || undefined;
}
