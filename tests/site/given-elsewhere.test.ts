import { expect, it } from 'vitest';
import { checkForm } from '../../src/cases/intake/check-form.ts';
import { figuresOf } from '../../src/quality/figures.ts';
import { gradeAgency, totalCounts } from '../../src/quality/grade.ts';
import { buildCard } from '../../src/search/cards.ts';
import { searchEntities } from '../../src/search/documents.ts';
import { publicPages } from '../../src/site/public-pages.ts';
import { charterView } from '../../src/site/views/charter.ts';
import { countryRows } from '../../src/site/views/country.ts';
import { agencyRows } from '../../src/site/views/lists.ts';
import { serviceDetails } from '../../src/site/views/service-details.ts';
import { topicView } from '../../src/site/views/topics.ts';
import { charter, jurisdiction, service, tinyRegister } from '../register/tiny-register.ts';
import { agencyIn } from './view-fixture.ts';

const today = new Date('2026-11-30');
const options = { language: 'en', today } as const;
const fields = { topics: ['papers'] };
const register = tinyRegister(
  jurisdiction('xx'),
  ['topics', 'content/topics/papers.yaml', 'name: Papers\nsummary: What an office writes.\n'],
  charter('police'),
  service('police', 'abstract', { ...fields, name: 'Abstract' }),
  charter('detectives'),
  service('detectives', 'good-conduct', { name: 'Certificate of good conduct' }),
  service('detectives', 'abstract', {
    ...fields,
    status: 'elsewhere',
    replacedBy: 'police/abstract',
    startUrl: 'https://detectives.example/abstract',
  }),
);
const detectives = agencyIn(register, 'detectives');

it('a service that another body gives is found and judged there only', () => {
  const topic = register.topics.get('papers');
  const listed =
    topic && topicView(register, topic, options).countries[0]?.agencies.flatMap(({ services }) => services);
  expect(listed?.map(({ href }) => href)).toEqual(['/xx/police/abstract/']);

  const entities = searchEntities(register);
  const found = entities.flatMap(({ documents }) => documents.map(({ path }) => path));
  expect(found).toContain('/xx/police/abstract/');
  expect(found).not.toContain('/xx/detectives/abstract/');
  const cards = entities.map((entity) => buildCard(register, entity, 'en', today));
  expect(cards.flatMap((card) => ('services' in card ? card.services : [])).map(({ id }) => id)).toEqual([
    'good-conduct',
    'abstract',
  ]);

  const figures = figuresOf(detectives).flatMap(({ serviceId }) => serviceId ?? []);
  expect([...new Set(figures)]).toEqual(['good-conduct']);
  const fees = gradeAgency(detectives, register, today).results.find(({ rule }) => rule.id === 'fees-stated');
  expect(fees?.examined).toBe(1);
});

it('it is listed and counted there only', () => {
  expect(charterView(register, detectives, options).services.map(({ id }) => id)).toEqual(['good-conduct']);
  expect(agencyRows(register, 'en').map(({ id, services }) => [id, services])).toEqual([
    ['detectives', 1],
    ['police', 1],
  ]);
  expect(countryRows(register, options).map(({ services }) => services)).toEqual([2]);
  expect(totalCounts([gradeAgency(detectives, register, today)]).services).toBe(1);
  const known = publicPages(register, { of: new Map() }).map(({ path }) => path);
  expect(known).toContain('/xx/police/abstract/');
  expect(known).not.toContain('/xx/detectives/abstract/');
});

it('its own page leads to the other body, and to the complaint about what that gives', () => {
  const abstract = detectives.services.find(({ id }) => id === 'abstract');
  expect(abstract && serviceDetails(register, detectives, abstract, options)).toMatchObject({
    replacedBy: { name: { text: 'Abstract' }, href: '/xx/police/abstract/' },
    complainHref: '/xx/police/abstract/complain/',
    startUrl: undefined,
  });
});

it('a complaint about it is not taken in for the body that does not give it', () => {
  const ask = (agency: string) =>
    checkForm({
      ...{ register, kind: 'complaint', language: 'en', files: 0, now: today, form: new FormData() },
      values: {
        broken: [],
        agency,
        service: 'abstract',
        details: 'I waited the whole day and nobody came.',
        language: 'en',
      },
    }).problems;
  expect(Object.keys(ask('detectives'))).toEqual(['service']);
  expect(ask('police')).toEqual({});
});
