import { expect, onTestFinished, test } from 'vitest';
import { dueClocks, postponeClock, setClock } from '../../../src/cases/store/life-records.ts';
import { openDatabase } from '../../../src/database/open-database.ts';
import { accepted, complaintForm, openPipeline, sendForm } from '../pipeline-fixture.ts';

test('a process that finds nothing to do for a case does not put off what another has just done with it', async () => {
  const pipeline = await openPipeline();
  accepted(await sendForm(pipeline.cases, complaintForm(), { language: 'en' }));
  const db = await openDatabase(pipeline.databaseFile);
  onTestFinished(() => db.destroy());
  const [soon, now, late] = ['2026-03-10T10:00:00.000Z', '2026-03-11T09:00:00.000Z', '2026-04-01T09:00:00.000Z'];
  const due = async () => (await dueClocks(db, now, 10))[0] ?? expect.unreachable('no clock is due');

  const neverLookedAt = await due();
  expect(neverLookedAt.lookAt).toBeNull();
  await setClock(db, neverLookedAt.id, soon);
  await postponeClock(db, neverLookedAt, late);
  const looked = await due();
  expect(looked.lookAt).toBe(soon);

  await setClock(db, looked.id, now);
  await postponeClock(db, looked, late);
  expect((await due()).lookAt).toBe(now);
  await postponeClock(db, await due(), late);
  expect(await dueClocks(db, now, 10)).toEqual([]);

  await db.deleteFrom('cases').where('id', '=', looked.id).execute();
  await postponeClock(db, neverLookedAt, late);
  expect(await pipeline.count('case_clocks')).toBe(0);
});
