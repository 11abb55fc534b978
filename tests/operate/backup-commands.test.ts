import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { complaintForm, openPipeline, sendForm } from '../cases/pipeline-fixture.ts';
import { temporaryFolder } from '../cases/store-under-test.ts';
import { childEnvironment } from '../child-environment.ts';

test('the commands tell what they did, and end with the code for what is amiss', async () => {
  const { cases, databaseFile } = await openPipeline();
  await sendForm(cases, complaintForm(), { language: 'en' });
  const [folder, passphrases] = [await temporaryFolder(), join(await temporaryFolder(), 'passphrase')];
  const run = (entry: string, ...words: string[]) =>
    spawnSync(process.execPath, [`src/entry/${entry}.ts`, ...words], {
      env: childEnvironment({ OPENCHARTER_DATA_DIR: dirname(databaseFile), OPENCHARTER_SECRET: 'k'.repeat(40) }),
      encoding: 'utf8',
    });
  writeFileSync(passphrases, 'too short\n');
  expect(run('backup', folder, '--passphrase-file', passphrases)).toMatchObject({ status: 78, stdout: '' });

  const made = run('backup', folder);
  expect(made).toMatchObject({ status: 0, stderr: '' });
  expect(made.stdout).toMatch(
    /: 1 cases, 1 events, 0 files; put together again and compared\.\nThe key is not in it: /,
  );
  await cases.close();
  const back = run('restore', folder);
  expect(back).toMatchObject({ status: 0, stderr: '' });
  expect(back.stdout).toMatch(/ is put back: 1 cases as of .*\n[^]*Now start the portal\.\n$/);
});
