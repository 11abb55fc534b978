import { defineMiddleware } from 'astro:middleware';
import { getRegister } from './site/collections.ts';

/** Gives every page the portal's own data: from the running register on demand, from the build's while prerendering. */
export const onRequest = defineMiddleware(async (context, next) => {
  const { locals, isPrerendered } = context;
  // Our own server has composed the parts already; a Netlify function composes them itself. Other builds leave this
  // out.
  if (import.meta.env.OPENCHARTER_TARGET === 'netlify' && !isPrerendered)
    return (await import('./netlify/answer.ts')).answer(context, next);
  const register = isPrerendered ? await getRegister() : await locals.app.register();
  locals.portal = register.portal;
  return next();
});
