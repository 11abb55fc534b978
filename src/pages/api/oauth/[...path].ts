import type { APIRoute } from 'astro';

export const ALL: APIRoute = (context) => context.locals.app.oauth.handle(context.request);
