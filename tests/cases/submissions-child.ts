import { setImmediate } from 'node:timers/promises';
import { submissionKeyField } from '../../src/cases/forms/form-values.ts';
import { createSubmit } from '../../src/cases/intake/intake.ts';
import { openDatabase } from '../../src/database/open-database.ts';
import { testRegister } from './register-fixture.ts';

/*
 * Takes in crowds of complaints until it is killed, and tells each reference once it may be told to a citizen:
 * node submissions-child.ts DATABASE. Says "threaded" when the writing thread has begun.
 */
const CROWD = 64;
const register = testRegister();
const submit = createSubmit({
  db: await openDatabase(process.argv[2] ?? ''),
  register: () => Promise.resolve(register),
  secret: 'a secret for tests that is long enough',
  clock: () => new Date(),
});
process.on('worker', (worker) => worker.once('message', () => process.send?.('threaded')));
for (let round = 0; ; round++) {
  await Promise.all(
    Array.from({ length: CROWD }, async (_, index) => {
      const words = `I paid for connection ${round}-${index} of ${process.pid} in March and nobody has come.`;
      const form = new FormData();
      for (const [name, value] of Object.entries({
        agency: 'water',
        details: words,
        language: 'en',
        email: 'amina@example.org',
      }))
        form.set(name, value);
      const shown = await submit(form, { language: 'en' });
      if (!shown.ok && shown.check) form.set(submissionKeyField, shown.check.submissionKey);
      const taken = await submit(form, { language: 'en' });
      process.send?.(taken.ok ? taken.reference : 'refused');
    }),
  );
  // Forms come by a line, so between two crowds there is always time to hear from the thread.
  await setImmediate();
}
