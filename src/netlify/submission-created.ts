import { createMailer } from '../mail/mailer.ts';
import { buildRegister, type EntriesByCollection } from '../register/register.ts';
import { NETLIFY_EVENT_BYTES_MAX } from '../web/body-limits.ts';
import { readText } from '../web/read-body.ts';
import { passOn } from './by-mail.ts';
import { log } from './log.ts';
import { readNetlifySettings } from './settings.ts';
import { readSubmission } from './submission.ts';

/**
 * Makes the function that Netlify calls for each form it took in. It throws where mail could not be sent yet: Netlify
 * repeats a background function that failed after one minute and once more after two. The submission stays in Netlify's
 * own list of forms in any case.
 */
export function submissionCreated(entries: EntriesByCollection): (request: Request) => Promise<Response> {
  const register = buildRegister(entries);
  return async (request) => {
    const event = await readText(request, NETLIFY_EVENT_BYTES_MAX);
    if (event === undefined)
      throw new Error('The event of Netlify is larger than any form; it stays in its list of forms.');
    const submission = readSubmission(JSON.parse(event));
    if (!submission) return new Response(null, { status: 204 });
    const { siteUrl, secret, mail, released } = readNetlifySettings(process.env);
    const mailer = createMailer(mail);
    try {
      await passOn(submission, { register, mailer, released, siteUrl, secret, log });
    } finally {
      mailer.close();
    }
    return new Response(null, { status: 204 });
  };
}
