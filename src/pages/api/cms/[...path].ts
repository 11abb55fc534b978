import type { APIRoute } from 'astro';

export const ALL: APIRoute = (context) => context.locals.app.cms.handle(context.request);
