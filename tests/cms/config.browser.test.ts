import { resolve } from 'node:path';
import type { Browser } from '@playwright/test';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../src/bench/frame/browser.ts';
import { cmsConfig } from '../../src/cms/config/cms-config.ts';
import { loadRegister } from '../../src/register/load.ts';
import { makePortal } from './fixture.ts';

/* Decap's own check of a configuration is left out of our editor (src/cms/editor/replaced/config-check.ts); it is made here. */

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Decap's check as a script for a page of its own: it needs a browser around it. */
async function validatorScript(): Promise<string> {
  const entry = resolve(import.meta.dirname, 'decap-check.js');
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}', global: 'globalThis' },
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'decapCheck' } },
  });
  const [output] = [made].flat();
  const chunk = output && 'output' in output ? output.output.find(({ type }) => type === 'chunk') : undefined;
  return chunk && 'code' in chunk ? chunk.code : '';
}

test('Decap takes the configuration, and tells of one that it would not', async () => {
  const portal = makePortal();
  const register = await loadRegister(`${portal.dir}/content`);
  portal.remove();
  const officer = {
    name: 'A',
    email: 'a@b.example',
    agencies: ['inec'],
    role: 'desk-officer' as const,
    jurisdictions: [],
    mayPublish: true,
    sample: false,
  };
  const config = cmsConfig({ officer, register, backend: { name: 'portal' } });
  const page = await browser.newPage();
  // It keeps things in the browser's store, which only an address has.
  await page.route('https://desk.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>Desk</p>' }),
  );
  await page.goto('https://desk.example/');
  await page.addScriptTag({ content: await validatorScript() });
  const says = (value: object): Promise<string> =>
    page.evaluate((checked) => {
      const { decapCheck } = globalThis as unknown as { decapCheck: { validateConfig(config: object): void } };
      try {
        decapCheck.validateConfig(checked);
        return 'taken';
      } catch (error) {
        return String(error);
      }
    }, value);
  expect(await says(config)).toBe('taken');
  expect(await says({ ...config, publish_mode: 'at once' })).toContain('publish_mode');
  expect(await says({ ...config, collections: [] })).toContain('collections');
});
