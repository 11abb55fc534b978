import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { adminCsp, adminCspFor } from '../../src/cms/admin-csp.ts';
import { cacheControl } from '../../src/server/headers.ts';
import { compileEditor } from '../../src/server/rendering/compile-editor.ts';
import { openedParts, sentBytes } from './editor-parts.ts';

let folder: string;
beforeAll(async () => {
  folder = await compileEditor({ repoDir: resolve(import.meta.dirname, '..', '..'), env: process.env });
});

test('the build gets the desk with its licences, and never the list of officers', () => {
  const names = readdirSync(folder, { recursive: true }).map(String);
  expect(names).toEqual(expect.arrayContaining(['admin/index.html', 'admin/assets/licences.md']));
  expect(names.filter((name) => /officers|\.map$|\.wasm$/.test(name))).toEqual([]);
  expect(readFileSync(join(folder, 'admin/assets/licences.md'), 'utf8')).toContain('decap-cms-core');
});

test('what the desk is made of may be kept for a year, because its name tells what is in it', () => {
  const { all } = openedParts(folder);
  expect(all.length).toBeGreaterThan(3);
  for (const name of all) {
    expect(name).toMatch(/-[\w-]{8}\.(?:js|css)$/);
    expect(cacheControl(`/${name}`)).toContain('immutable');
  }
  expect(cacheControl('/admin/index.html')).toContain('must-revalidate');
});

test('signing in needs 20 kB, and the editor 600 kB in all, packed as they are sent', () => {
  const { atTheDoor, all } = openedParts(folder);
  const kilobytes = (names: string[]): number =>
    names.reduce((sum, name) => sum + sentBytes(readFileSync(join(folder, name))), 0) / 1000;
  expect(kilobytes(atTheDoor)).toBeLessThan(20);
  expect(kilobytes(all), 'See "What it weighs" in src/docs/cms.md: find the package that came in.').toBeLessThan(600);
});

test('nothing of a git host is loaded by who edits through the portal', () => {
  const { all } = openedParts(folder);
  const code = all.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  expect(code).not.toContain('api.github.com');
  const rest = readdirSync(join(folder, 'admin/assets')).map((name) =>
    readFileSync(join(folder, 'admin/assets', name), 'utf8'),
  );
  expect(rest.some((text) => text.includes('api.github.com'))).toBe(true);
});

test('the policy of the desk lets nothing in from elsewhere, unless a git host is configured', () => {
  expect(adminCsp).not.toMatch(/https?:/);
  expect(adminCsp).toContain("frame-ancestors 'self'");
  expect(
    adminCspFor({
      name: 'github',
      repo: 'gov/charters',
      branch: 'main',
      api_root: 'https://api.github.com',
      base_url: 'https://portal.example',
    }),
  ).toContain("connect-src 'self' blob: https://api.github.com");
});

test('the policy of the desk lets no script run that is no file of ours, and none be made of text', () => {
  const scripts = adminCsp.split('; ').find((rule) => rule.startsWith('script-src'));
  expect(scripts).toBe("script-src 'self'");
  expect(readFileSync(join(folder, 'admin/index.html'), 'utf8')).not.toMatch(/<script(?![^>]*\ssrc=)/);
});
