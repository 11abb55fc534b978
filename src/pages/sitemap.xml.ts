import type { APIRoute } from 'astro';
import { languages } from '../lib/locales.ts';
import { getRegister } from '../site/collections.ts';
import { urls } from '../site/urls.ts';

/** The sitemap (sitemaps.org 0.9): lists, countries, charters and services in every language. Forms, widgets and the gallery stay out. */
export const GET: APIRoute = async ({ site }) => {
  const register = await getRegister();
  const agencies = [...register.agencies.values()];
  const paths = languages.flatMap((language) => [
    urls.home(language),
    urls.agencies(language),
    urls.countries(language),
    urls.topics(language),
    urls.finder(language),
    urls.quality(language),
    urls.changes(language),
    urls.about(language),
    ...[...register.jurisdictions.keys()].flatMap((id) => [urls.jurisdiction(language, id), urls.informationRights(language, id)]),
    ...[...register.emergencies.keys()].map((id) => urls.emergency(language, id)),
    ...[...register.topics.keys()].map((id) => urls.topic(language, id)),
    ...agencies.flatMap((agency) => [
      urls.charter(language, agency),
      urls.information(language, agency),
      ...agency.services.map((service) => urls.service(language, agency, service.id)),
    ]),
  ]);
  const origin = site?.origin ?? 'http://localhost:4321';
  const body = paths.map((path) => `<url><loc>${origin}${path}</loc></url>`).join('');
  return new Response(`<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${body}</urlset>`, {
    headers: { 'Content-Type': 'application/xml' },
  });
};
