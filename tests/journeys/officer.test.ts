import { execFileSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';

const open = useBrowser();
/* Others publish meanwhile. */
const FILE = 'content/services/nis/standard-passport.yaml';

describe('a charter desk officer who knows no git', () => {
  let page: Page;

  it('changes a fee in the CMS and publishes it as a commit of their own', async () => {
    ({ page } = await open({ viewport: { width: 1280, height: 900 } }));
    const dir = inject('portalDir');
    const log = (format: string): string =>
      execFileSync('git', ['-C', dir, 'log', '-1', `--format=${format}`, '--', FILE], { encoding: 'utf8' }).trim();
    const before = log('%H');
    // Decap asks whether one is sure before it publishes.
    page.on('dialog', (dialog) => void dialog.accept());

    await page.goto('/admin/');
    await page.getByText('You may edit and publish what belongs to NIS').waitFor();
    await page.getByRole('link', { name: 'NIS – services' }).click();
    await page.getByText('Standard passport').first().click();
    await page.locator('[data-field="fees.0"]').getByLabel('Amount in NGN').fill('123456');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Draft saved.').waitFor();
    // A draft is not published: neither the page nor the branch has it.
    expect(log('%H')).toBe(before);

    await page.getByRole('button', { name: /Status:/ }).click();
    await page.getByRole('menuitem', { name: 'Ready' }).click();
    await page.getByRole('button', { name: 'Status: Ready' }).waitFor();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Publish now' }).click();
    await page.getByText('Published. The page is being renewed').waitFor();

    expect(log('%an')).toBe('Sample desk officer (Nigeria Immigration Service)');
    expect(log('%H')).not.toBe(before);
  });

  it('is told when the fee is live, and then reads it on the published page', async () => {
    await page.getByText('Live.').waitFor();
    await page.goto('/ng/nis/standard-passport/');
    expect(await page.locator('#costs').textContent()).toContain('₦123,456');
    await page.goto('/sw/ng/nis/');
    expect(await page.locator('#services').textContent()).toContain('₦123,456');
  });

  it('cannot touch another agency, whatever the browser sends', async () => {
    const { page } = await open({ viewport: { width: 1280, height: 900 } });
    await page.goto('/admin/');
    await page.getByText('You may edit').waitFor();
    const status = await page.evaluate(async () => {
      const answer = await fetch('/api/cms', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          branch: 'main',
          action: 'getEntry',
          params: { branch: 'main', path: 'content/services/inec/voter-registration.yaml' },
        }),
      });
      return answer.status;
    });
    expect(status).toBe(403);
  });
});
