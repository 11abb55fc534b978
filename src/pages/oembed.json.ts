import type { APIRoute } from 'astro';
import { defaultLanguage, languages, splitLocale, type Language } from '../lib/locales.ts';
import { urls } from '../site/urls.ts';

/**
 * oEmbed 1.0 "rich" response for an agency's services table; asked with ?agency= or with the ?url= of its charter page,
 * in the language of that page. Only JSON is given, and only for pages of this portal.
 */
export const GET: APIRoute = async ({ url, locals }) => {
  const format = url.searchParams.get('format') ?? 'json';
  if (format !== 'json') return Response.json({ error: 'Only format=json is given.' }, { status: 501 });
  const own = [new URL(locals.app.settings.siteUrl).origin, url.origin];
  const asked = url.searchParams.get('url') ?? '';
  const page =
    URL.canParse(asked) && own.includes(new URL(asked).origin) ? splitLocale(new URL(asked).pathname) : undefined;
  const id = url.searchParams.get('agency') ?? page?.path.split('/').filter(Boolean)[1];
  const register = await locals.app.register();
  const agency = register.agencies.get(id ?? '');
  if (!agency)
    return Response.json(
      { error: 'Give the address of a charter page in "url", or an agency’s id in "agency".' },
      { status: 404 },
    );
  const wanted = url.searchParams.get('language') ?? page?.language;
  const language: Language = languages.find((candidate) => candidate === wanted) ?? defaultLanguage;
  const width = atMost(url.searchParams.get('maxwidth'), 800);
  const height = atMost(url.searchParams.get('maxheight'), 600);
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

/** A host's greatest size is obeyed, however small it is (oEmbed 1.0, 2.2). */
function atMost(value: string | null, usual: number): number {
  const number = Math.floor(Number(value));
  return value && number >= 1 ? Math.min(number, usual) : usual;
}
