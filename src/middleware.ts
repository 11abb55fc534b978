import { defineMiddleware, sequence } from 'astro:middleware';
import { CmsError } from './cms/cms-error.ts';
import { languages, splitLocale } from './lib/locales.ts';
import { reckonEach } from './lib/remember.ts';
import { offeredAt } from './site/offered-at.ts';
import { withoutMarks } from './texts/fallback-marks.ts';
import { markResponse } from './texts/mark-response.ts';
import { plainRefusal } from './web/plain-refusal.ts';
import { noHistory } from './server/rendering/edition-view.ts';

/** Says on finished pages which words are in English because their translation is missing; at the desk, which content is. */
const markLanguages = defineMiddleware(async ({ url }, next) =>
  markResponse(await next(), languages, splitLocale(url.pathname).path.startsWith('/desk/')),
);

/** Gives pages made on demand the content that visitors see now; a page of an edition is given its own. */
const giveContent = defineMiddleware(async (context, next) => {
  const { locals, url } = context;
  if (!locals.edition) {
    // Our own server has composed the parts already; a Netlify function composes them itself. Other builds leave this
    // out.
    if (import.meta.env.OPENCHARTER_TARGET === 'netlify')
      return (await import('./netlify/answer.ts')).answer(context, next);
    locals.edition = import.meta.env.DEV
      ? await (await import('./server/rendering/edition-in-development.ts')).editionInDevelopment(url.pathname)
      : {
          register: await locals.app.register(),
          history: noHistory,
          language: splitLocale(url.pathname).language,
          today: new Date(),
          remember: reckonEach,
        };
  }
  locals.portal = locals.edition.register.portal;
  locals.languages = offeredAt(url.pathname, locals.edition.register);
  return next();
});

/** Tells whoever asked for a page what went wrong on it; Astro itself only shows that something did. */
const tellFaults = defineMiddleware(async ({ locals }, next) => {
  try {
    return await next();
  } catch (error) {
    locals.fault?.(error);
    throw error;
  }
});

/** A refusal that a page of the desk does not show itself, such as of what another site's page posts. */
const tellRefusals = defineMiddleware(async ({ url }, next) => {
  try {
    return await next();
  } catch (error) {
    if (error instanceof CmsError) {
      const { language } = splitLocale(url.pathname);
      return plainRefusal(error.status, withoutMarks(error.says(language)));
    }
    throw error;
  }
});

export const onRequest = sequence(tellFaults, tellRefusals, markLanguages, giveContent);
