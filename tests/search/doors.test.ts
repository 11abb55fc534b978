import { describe, expect, it } from 'vitest';
import { renderAnswer } from '../../src/views/search/render-answer.ts';
import { ownDoorOf, serviceView } from '../../src/site/views/service.ts';
import { shippedRegister } from '../register/shipped-content.ts';
import { shippedSearch } from './shipped-search.ts';

const register = await shippedRegister();
const search = await shippedSearch();
const htmlOf = async (q: string, country?: string, language: 'en' | 'sw' = 'en'): Promise<string> =>
  renderAnswer(await search.query(q, { language, country }));
const mainButton = (html: string): string | undefined =>
  /<a class="button" href="([^"]+)">/.exec(html.slice(html.indexOf('class="answers')))?.[1];

function viewOf(id: string, language: 'en' | 'sw' = 'en') {
  const agency = register.agencies.get(id.split('/')[0] ?? '');
  const service = agency?.services.find((candidate) => `${agency.id}/${candidate.id}` === id);
  if (!agency || !service) throw new Error(`No service ${id} in the content.`);
  return serviceView(register, agency, service, {
    language,
    today: new Date('2026-11-30'),
    sources: agency.data.sources,
  });
}

describe('somebody who was asked for a bribe', () => {
  it.each([
    ['police collect bribe', 'ng', '/ng/police/report/'],
    ['police collect bribe', undefined, '/ng/police/report/'],
    ['hongo', 'ke', '/ke/report/'],
    ['rushwa', 'ke', '/ke/report/'],
    ['immigration officer asked for bribe passport', 'ke', '/ke/immigration/report/'],
    ['customs officer wants something small', 'ng', '/ng/customs/report/'],
    ['bribe', 'ng', '/ng/report/'],
  ])('“%s” in %s: the main button is the protected report %s', async (q, country, path) => {
    const html = await htmlOf(q, country);
    expect(mainButton(html)).toBe(path);
    expect(html).toContain('Report it, without your name');
    expect(html).toContain(`<a href="${path}" data-answer>You can report it, without your name`);
    for (const own of ['icpc', 'eacc']) {
      expect(html).not.toMatch(new RegExp(`href="[^"]*/${own}/(?:[a-z-]+/)?complain/"`));
      expect(html).not.toContain(`/${own}/report/`);
    }
  });

  it('reads it in Kiswahili, with links that stay in the language', async () => {
    const html = await htmlOf('hongo', 'ke', 'sw');
    expect(mainButton(html)).toBe('/sw/ke/report/');
    expect(html).toContain('Ripoti, bila kutaja jina lako');
  });
});

describe('a service that is itself a complaint or a report', () => {
  const services = [...register.agencies.values()].flatMap((agency) =>
    agency.services.map((service) => ({ agency, service })),
  );

  it.each(
    services
      .filter(({ service }) => service.data.door !== 'apply')
      .map(({ agency, service }) => `${agency.id}/${service.id}`),
  )('%s offers no complaint about itself, on its page or in an answer', async (id) => {
    const view = viewOf(id);
    expect(view.complainHref).toBeUndefined();
    const html = await htmlOf(view.name.text, register.agencies.get(id.split('/')[0] ?? '')?.data.jurisdiction);
    expect(html).not.toContain(`/${id}/complain/`);
  });

  it('is marked wherever the name of a service says so', () => {
    const unmarked = services
      .filter(
        ({ service }) =>
          service.data.door === 'apply' &&
          /\b(?:complaints?|petition|report corruption|tip-off|anonymous)\b/i.test(service.data.name),
      )
      .map(({ agency, service }) => `${agency.id}/${service.id}`);
    expect(unmarked).toEqual([]);
  });

  it('leads to the protected report where it is about bribes, and to the complaint itself where it is about its own office', () => {
    expect(ownDoorOf(viewOf('icpc/corruption-petition'), 'en')).toEqual({
      href: '/ng/report/',
      label: 'Report it, without your name',
    });
    expect(ownDoorOf(viewOf('kra/report-corruption-in-kra', 'sw'), 'sw')?.href).toBe('/sw/ke/kra/report/');
    expect(ownDoorOf(viewOf('kra/complaint-about-kra'), 'en')).toEqual({
      href: '/ke/kra/complain/',
      label: 'Make this complaint here',
    });
    expect(ownDoorOf(viewOf('caj-ombudsman/complaint-about-public-office'), 'en')).toBeUndefined();
    expect(viewOf('immigration/ordinary-passport').complainHref).toBe('/ke/immigration/ordinary-passport/complain/');
  });
});
