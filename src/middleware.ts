import { defineMiddleware, sequence } from 'astro:middleware';
import { languages } from './lib/locales.ts';
import { getRegister } from './site/collections.ts';
import { offeredAt } from './site/offered-at.ts';
import { markResponse } from './texts/mark-response.ts';

/** Says on finished pages which words are in English because their translation is missing. */
const markLanguages = defineMiddleware(async (_context, next) => markResponse(await next(), languages));

/** Gives every page the portal's own data: from the running register on demand, from the build's while prerendering. */
const givePortal = defineMiddleware(async (context, next) => {
  const { locals, isPrerendered } = context;
  // Our own server has composed the parts already; a Netlify function composes them itself. Other builds leave this
  // out.
  if (import.meta.env.OPENCHARTER_TARGET === 'netlify' && !isPrerendered)
    return (await import('./netlify/answer.ts')).answer(context, next);
  const register = isPrerendered ? await getRegister() : await locals.app.register();
  locals.portal = register.portal;
  locals.languages = offeredAt(context.url.pathname, register);
  return next();
});

export const onRequest = sequence(markLanguages, givePortal);
