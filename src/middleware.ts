import { defineMiddleware } from 'astro:middleware';
import { getRegister } from './site/collections.ts';

/** Gives every page the portal's own data: from the running register on demand, from the build's while prerendering. */
export const onRequest = defineMiddleware(async ({ locals, isPrerendered }, next) => {
  const register = isPrerendered ? await getRegister() : await locals.app.register();
  locals.portal = register.portal;
  return next();
});
