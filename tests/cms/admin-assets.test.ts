import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyAdminAssets } from '../../src/cms/admin-assets.ts';
import { adminCsp, adminCspFor } from '../../src/cms/admin-csp.ts';

test('the build gets the desk, Decap with its parts and licence, and never the list of officers', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'admin-'));
  await copyAdminAssets(folder);
  const names = readdirSync(folder);
  expect(names).toEqual(
    expect.arrayContaining([
      'index.html',
      'admin.js',
      'admin.css',
      'preview.js',
      'preview.css',
      'decap-cms.js',
      'decap-cms.js.LICENSE.txt',
    ]),
  );
  expect(names.filter((name) => /officers|\.map$/.test(name))).toEqual([]);
  // What the page and its scripts name must be among the copied files.
  const named = ['index.html', 'admin.js', 'preview.js'].flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/\/admin\/([\w-]+\.\w+)/g)].map((match) => match[1]),
  );
  expect(names).toEqual(expect.arrayContaining(named));
  rmSync(folder, { recursive: true });
});

test('the type check reads every script of the desk', () => {
  const folder = join(import.meta.dirname, '..', '..', 'admin');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  expect(scripts).not.toEqual([]);
  for (const name of scripts) expect(readFileSync(join(folder, name), 'utf8'), name).toMatch(/^\/\/ @ts-check\n/);
});

test('the policy of the desk lets nothing in from elsewhere, unless a git host is configured', () => {
  expect(adminCsp).not.toMatch(/https?:/);
  expect(adminCsp).toContain("frame-ancestors 'self'");
  expect(adminCspFor({ name: 'github', repo: 'gov/charters', branch: 'main' })).toContain(
    "connect-src 'self' blob: https://api.github.com",
  );
});
