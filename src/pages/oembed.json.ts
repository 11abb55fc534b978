import type { APIRoute } from 'astro';
import { languages, type Language } from '../lib/locales.ts';
import { urls } from '../site/urls.ts';

export const prerender = false;

/** oEmbed 1.0 "rich" response for an agency's services table; asked with ?agency= or with the ?url= of its charter page. */
export const GET: APIRoute = async ({ url, locals }) => {
  const page = url.searchParams.get('url');
  const id = url.searchParams.get('agency') ?? (page && URL.canParse(page) ? new URL(page).pathname.split('/').filter(Boolean).at(-1) : undefined);
  const register = await locals.app.register();
  const agency = register.agencies.get(id ?? '');
  if (!agency) return Response.json({ error: 'Give the address of a charter page in "url", or an agency’s id in "agency".' }, { status: 404 });
  const wanted = url.searchParams.get('language');
  const language: Language = languages.find((candidate) => candidate === wanted) ?? 'en';
  const width = bounded(url.searchParams.get('maxwidth'), 320, 1200, 800);
  const height = bounded(url.searchParams.get('maxheight'), 200, 2000, 600);
  const src = new URL(urls.embedServices(language, agency.id), locals.app.settings.siteUrl).href;
  return Response.json(
    {
      version: '1.0',
      type: 'rich',
      provider_name: register.portal.name,
      provider_url: locals.app.settings.siteUrl,
      title: agency.data.name,
      width,
      height,
      html: `<iframe src="${src}" width="${width}" height="${height}" title="${agency.id}" style="border:0" loading="lazy"></iframe>`,
    },
    { headers: { 'Access-Control-Allow-Origin': '*' } },
  );
};

function bounded(value: string | null, min: number, max: number, otherwise: number): number {
  const number = Number(value);
  return value && Number.isFinite(number) ? Math.min(Math.max(Math.round(number), min), max) : otherwise;
}
