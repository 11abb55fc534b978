import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { files, type Setup } from './quality-fixture.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

function lint(setup: Setup, ...options: string[]): { code: number | null; out: string; errors: string } {
  const folder = mkdtempSync(join(tmpdir(), 'charters-'));
  folders.push(folder);
  for (const [, file, text] of files(setup)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/entry/lint-charters.ts', '--content', join(folder, 'content'), ...options],
    {
      encoding: 'utf8',
    },
  );
  return { code: status, out: stdout, errors: stderr };
}

test('prints score, next fixes and totals, and is content', () => {
  const { code, out } = lint({});
  expect(code).toBe(0);
  expect(out).toMatch(/Water Board \(water\): \d+ of 100/);
  expect(out).toContain('Where: water/service-1');
  expect(out).toMatch(/2 agencies, 1 service, \d+ figures\./);
  expect(out).toContain('(100 %)');
});

test('prints only the agencies asked for, and the same for machines', () => {
  const { code, out } = lint({}, 'water', '--json');
  expect(code).toBe(0);
  const { totals, charters } = JSON.parse(out) as {
    totals: { agencies: number };
    charters: { agency: string; rules: { gaps: { message: string }[] }[] }[];
  };
  expect(totals.agencies).toBe(1);
  expect(charters.map((charter) => charter.agency)).toEqual(['water']);
  expect(charters[0]?.rules.flatMap((rule) => rule.gaps).map((gap) => gap.message)).toContain(
    'The cost is not stated.',
  );
});

test('fails when a charter is under the score asked for', () => {
  const { code, errors } = lint({}, 'water', '--min-score', '100');
  expect(code).toBe(1);
  expect(errors).toMatch(/water: score \d+ is under 100/);
});

test('fails on a dead link in the text of a charter', () => {
  const { code, out, errors } = lint({ body: 'See [them](/xx/nobody/).' }, 'water');
  expect(code).toBe(1);
  expect(out).toContain('“/xx/nobody/” leads nowhere.');
  expect(errors).toContain('water: 1 error to mend');
});

test('refuses an unknown agency and a wrong option with a hint', () => {
  expect(lint({}, 'nobody')).toMatchObject({
    code: 2,
    errors: expect.stringContaining('There is no charter "nobody"') as string,
  });
  expect(lint({}, '--min-score', 'high')).toMatchObject({
    code: 2,
    errors: expect.stringContaining('from 0 to 100') as string,
  });
});

test('says what to do when the content itself is not valid', () => {
  const { code, errors } = lint({ charter: { parentAgency: 'nobody' } });
  expect(code).toBe(1);
  expect(errors).toContain('check:content');
});
