import { describe, expect, it } from 'vitest';
import { MANY_SERVICES, serviceGroups } from '../../src/site/views/service-groups.ts';
import type { ServiceView } from '../../src/site/views/service.ts';
import { viewOf } from './view-fixture.ts';

const base = viewOf({ name: 'Connection' });
const topic = (id: string): ServiceView['topics'][number] => ({ id, name: { text: id }, href: `/topics/${id}/` });
const services = (...topics: string[][]): ServiceView[] =>
  topics.map((ids, n) => ({ ...base, id: `s${n}`, topics: ids.map(topic) }));
const many = (more: string[][]): ServiceView[] =>
  services(...Array.from({ length: MANY_SERVICES - more.length }, () => ['water']), ...more);

describe('the services of a charter', () => {
  it('stay one list in the order of the charter where they are few', () => {
    const few = services(['water'], ['business'], ['water'], ['business']);
    expect(serviceGroups(few)).toEqual([{ id: 'all', services: few }]);
  });

  it('are parted by the rarest matter that a service shares with another', () => {
    const groups = serviceGroups(many([['water', 'business'], ['water', 'complaints'], ['business']]));
    expect(groups.map(({ id, services: own }) => [id, own.length])).toEqual([
      ['water', MANY_SERVICES - 2],
      ['business', 2],
    ]);
    expect(groups[1]?.name).toEqual({ text: 'business' });
  });

  it('lose none, those of no matter and those of a matter of their own among them', () => {
    const all = many([[], ['alone'], ['business'], ['business']]);
    const groups = serviceGroups(all);
    expect(groups.flatMap(({ services: own }) => own.map(({ id }) => id)).sort()).toEqual(
      all.map(({ id }) => id).sort(),
    );
    expect(groups.find(({ id }) => id === 'other')).toMatchObject({ services: [{ id: 's9' }, { id: 's10' }] });
  });

  it('stay one list where all are of one matter', () => {
    expect(serviceGroups(many([]))).toHaveLength(1);
  });
});
