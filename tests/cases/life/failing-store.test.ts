import { expect, test } from 'vitest';
import { livingCase } from './letter-fixture.ts';

const desk = 'complaints@water.example';
const fault = { table: 'events', on: 'insert', message: 'disk full' } as const;

test('an officer whose answer the store does not take is told, keeps the words, and sends them again', async () => {
  const life = await livingCase();
  const answer = { text: 'The pipe was laid today.', outcome: 'remedied' };
  const mend = await life.pipeline.breakWrites(fault);
  expect(await life.officer(desk, 'resolve', answer)).toMatchObject({
    kind: 'failed',
    action: 'resolve',
    values: answer,
  });
  await mend();
  expect(await life.view()).toMatchObject({ resolution: 'open' });
  expect(await life.pipeline.count('case_words')).toBe(0);
  expect(await life.officer(desk, 'resolve', answer)).toMatchObject({ kind: 'done' });
  expect(life.pipeline.logged).toContainEqual(expect.objectContaining({ event: 'action-failed', action: 'resolve' }));
  expect(JSON.stringify(life.pipeline.logged)).not.toContain('pipe');
});

test('so is a citizen', async () => {
  const life = await livingCase();
  const message = { text: 'It is River Road 7.' };
  const mend = await life.pipeline.breakWrites(fault);
  expect(await life.citizen('message', message)).toMatchObject({ kind: 'failed', action: 'message', values: message });
  await mend();
  expect(await life.citizen('message', message)).toMatchObject({ kind: 'done' });
  expect((await life.view()).timeline.at(-1)).toMatchObject({ words: message.text });
});
