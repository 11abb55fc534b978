import type { APIRoute } from 'astro';
import { pageTexts } from '../../texts/texts.ts';
import { urls } from '../../site/urls.ts';
import { openJson } from '../../web/answers.ts';

/** What a phone shows of the portal when somebody puts it beside their other programs. */
export const GET: APIRoute = ({ locals }) => {
  const { register, language } = locals.edition;
  const icon = (name: string, sizes: string, purpose: 'any' | 'maskable') => ({
    ...{ src: `/icons/${name}.png`, sizes, type: 'image/png', purpose },
  });
  return openJson({
    // One program, in whichever language it was put there.
    id: '/',
    name: register.portal.name,
    short_name: register.portal.name.slice(0, 12).trim(),
    description: pageTexts('shell', language).tagline,
    lang: language,
    start_url: urls.home(language),
    scope: '/',
    display: 'minimal-ui',
    theme_color: '#0a5a3c',
    background_color: '#faf8f2',
    icons: [icon('192', '192x192', 'any'), icon('512', '512x512', 'any'), icon('maskable-512', '512x512', 'maskable')],
  });
};
