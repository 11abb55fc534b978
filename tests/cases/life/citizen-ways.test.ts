import { expect, test } from 'vitest';
import { citizenWays } from '../../../src/views/case/citizen-ways.ts';
import { livingCase } from './letter-fixture.ts';

const desk = 'complaints@water.example';

test('what most want now comes first, and what ends a case is never among it', async () => {
  const life = await livingCase();
  const ways = async () => citizenWays(await life.view());
  expect(await ways()).toEqual({ main: ['message'], rest: ['withdraw'] });
  await life.officer(desk, 'answer', { text: 'The pipe is laid on Monday.' });
  expect(await ways()).toEqual({ main: ['next-rung', 'message'], rest: ['withdraw'] });
  await life.officer(desk, 'ask', { text: 'Which street is it, please?' });
  expect((await ways()).main).toEqual(['message']);
  await life.citizen('message', { text: 'It is River Road 7.' });
  await life.officer(desk, 'resolve', { outcome: 'remedied', text: 'The pipe was laid today.' });
  expect(await ways()).toEqual({ main: ['rate', 'reopen'], rest: [] });
  await life.citizen('rate', { score: 1 });
  expect(await ways()).toEqual({ main: ['reopen', 'next-rung'], rest: [] });
});
