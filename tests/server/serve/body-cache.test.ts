import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createBodyCache } from '../../../src/server/serve/body-cache.ts';

it('never keeps more than its room, and gives back only what was put in last under a name', () => {
  const step = fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e'), bytes: fc.integer({ min: 0, max: 30 }) });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const cache = createBodyCache<number>(160);
      const last = new Map<string, number>();
      steps.forEach(({ key, bytes }, at) => {
        cache.set(key, at, bytes);
        last.set(key, at);
        expect(cache.size()).toBeLessThanOrEqual(160);
        for (const [name, value] of last) expect([undefined, value]).toContain(cache.get(name));
      });
    }),
  );
});

it('keeps what is asked for again longer than what was asked for once', () => {
  const cache = createBodyCache<string>(1000);
  cache.set('/', 'home', 100);
  for (let page = 0; page < 100; page++) {
    expect(cache.get('/')).toBe('home');
    cache.set(`/${page}`, 'a page', 100);
  }
  expect([cache.get('/'), cache.get('/0'), cache.size()]).toEqual(['home', undefined, 1000]);
});

it('does not let one large file drive out all others', () => {
  const cache = createBodyCache<string>(1000);
  cache.set('/', 'home', 100);
  cache.set('/film', 'a film', 500);
  expect([cache.get('/'), cache.get('/film'), cache.size()]).toEqual(['home', undefined, 100]);
});
