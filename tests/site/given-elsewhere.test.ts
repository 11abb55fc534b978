import { expect, it } from 'vitest';
import { gradeAgency } from '../../src/quality/grade.ts';
import { buildCard } from '../../src/search/cards.ts';
import { searchEntities } from '../../src/search/documents.ts';
import { topicView } from '../../src/site/views/topics.ts';
import { charter, jurisdiction, service, tinyRegister } from '../register/tiny-register.ts';

const today = new Date('2026-11-30');
const fields = { topics: ['papers'] };
const register = tinyRegister(
  jurisdiction('xx'),
  ['topics', 'content/topics/papers.yaml', 'name: Papers\nsummary: What an office writes.\n'],
  charter('police'),
  service('police', 'abstract', { ...fields, name: 'Abstract' }),
  charter('detectives'),
  service('detectives', 'abstract', { ...fields, status: 'elsewhere', replacedBy: 'police/abstract' }),
);

it('a service that another body gives is found and judged there only', () => {
  const topic = register.topics.get('papers');
  const listed = topic && topicView(register, topic, { language: 'en', today }).countries[0]?.services;
  expect(listed?.map(({ href }) => href)).toEqual(['/xx/police/abstract/']);

  const entities = searchEntities(register);
  const found = entities.flatMap(({ documents }) => documents.map(({ path }) => path));
  expect(found).toContain('/xx/police/abstract/');
  expect(found).not.toContain('/xx/detectives/abstract/');
  const cards = entities.map((entity) => buildCard(register, entity, 'en', today));
  expect(cards.flatMap((card) => ('services' in card ? card.services : [])).map(({ id }) => id)).toEqual(['abstract']);

  const detectives = register.agencies.get('detectives');
  const graded = detectives && gradeAgency(detectives, register, today).results.map(({ rule }) => rule.id);
  expect(graded).not.toContain('fees-stated');
});
