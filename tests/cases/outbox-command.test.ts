import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { accepted, complaintForm, openPipeline, sendForm } from './pipeline-fixture.ts';

test('the command lists what waits, makes it due, and leaves to a person what is no bounce of ours', async () => {
  const { cases, databaseFile } = await openPipeline();
  const { reference } = accepted(await sendForm(cases, complaintForm({ email: 'amina@home.example' }), { language: 'en' }));
  await cases.drain();
  const env = { ...process.env, OPENCHARTER_DATA_DIR: dirname(databaseFile) };
  const run = (input: string, ...words: string[]) => spawnSync(process.execPath, ['src/entry/outbox.ts', ...words], { env, input, encoding: 'utf8' });
  const listed = run('');
  expect(listed.stdout).toMatch(new RegExp(`^waiting .*${reference}  complaint .*to officer .*last: `, 'm'));
  expect(listed.stdout).toMatch(new RegExp(`^waiting .*${reference}  acknowledgement .*to citizen `, 'm'));
  expect(listed.stdout).toMatch(/^2 waiting or failed$/m);
  expect(run('', 'resend', reference)).toMatchObject({ status: 0, stdout: '2 to be sent.\n' });
  expect(run('Subject: Out of office\r\n\r\nBack on Monday.', 'bounce')).toMatchObject({ status: 65 });
});
