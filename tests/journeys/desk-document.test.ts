import { execFileSync } from 'node:child_process';
import { describe, expect, inject, it } from 'vitest';
import { docx, wordParagraph, wordTable } from '../import/import-fixture.ts';
import { barriersOn } from './accessibility.ts';
import { useBrowser } from './browser.ts';

const open = useBrowser();
const heads = ['Service', 'Requirements', 'Charges', 'Time'];
const charter = docx(
  wordParagraph('Services of the desk', true),
  wordParagraph('Passages that nobody can place stay on the page.'),
  wordTable([
    heads,
    ['Letter of good standing', 'Identity card', 'NGN 2,500', '5 working days'],
    ['Copy of a travel record', 'Old passport', 'Free', '2 working days'],
  ]),
);

describe('an officer with a document, on a phone, without JavaScript', () => {
  it('is told why a file cannot be read, reads another, and takes one service over as a draft', async () => {
    const { page } = await open({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
    const git = (...args: string[]): string =>
      execFileSync('git', ['-C', inject('portalDir'), ...args], { encoding: 'utf8' }).trim();
    await page.goto('/desk/bodies/nis/import/');
    await page.getByRole('button', { name: /^Continue as: Sample desk officer/ }).click();
    await page.getByRole('heading', { name: 'Read from a document' }).waitFor();

    const source = page.getByLabel('Which source it is');
    const file = page.getByLabel('Document', { exact: true });
    await source.selectOption({ index: 1 });
    await file.setInputFiles({
      name: 'charter.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7 cut off'),
    });
    await page.getByRole('button', { name: 'Read the document' }).click();
    await page.getByText('charter.pdf is damaged: it cannot be read as a PDF.').waitFor();
    await page.getByText('Choose another document, or the same once it is mended.').waitFor();

    // What is wrong with its description costs no second choice of the file.
    const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    await source.selectOption('');
    await file.setInputFiles({ name: 'charter.docx', mimeType: docx, buffer: charter });
    await page.getByLabel('Date it bears').fill('31/2/2025');
    await page.getByRole('button', { name: 'Read the document' }).click();
    await page.getByText('The file charter.docx is kept.').waitFor();
    await page.locator('.field-error', { hasText: 'May 2025' }).waitFor();
    await source.selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Read the document' }).click();
    await page.getByRole('heading', { name: 'What charter.docx says' }).waitFor();
    await page.getByText('2 services were recognised.').waitFor();
    await page.getByText('Passages that nobody can place stay on the page.').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

    await page.getByRole('button', { name: 'Take over as a new service: Letter of good standing' }).click();
    await page.getByText('Saved as a draft: Letter of good standing.').waitFor();
    // The rest of the document is still there, and nothing is published.
    await page.getByRole('button', { name: 'Take over as a new service: Copy of a travel record' }).waitFor();
    expect(git('ls-tree', 'HEAD', 'content/services/nis/letter-of-good-standing.yaml')).toBe('');
    const draft = git(
      'show',
      'cms/services-nis/letter-of-good-standing:content/services/nis/letter-of-good-standing.yaml',
    );
    expect(draft).toContain('amount: 2500');
    const editor = await page
      .getByRole('status')
      .getByRole('link', { name: 'Open it in the editor' })
      .getAttribute('href');

    const { page: withScript } = await open({ viewport: { width: 1280, height: 900 } });
    await withScript.goto('/desk/bodies/nis/import/');
    await withScript.getByRole('button', { name: /^Continue as: Sample desk officer/ }).click();
    await withScript.getByRole('heading', { name: 'Read from a document' }).waitFor();
    expect(await barriersOn(withScript)).toEqual([]);
    // What was not placed stands beside the form, to be copied and ticked off.
    await withScript.getByLabel('Which source it is').selectOption({ index: 1 });
    await withScript
      .getByLabel('Document', { exact: true })
      .setInputFiles({ name: 'charter.docx', mimeType: docx, buffer: charter });
    await withScript.getByRole('button', { name: 'Read the document' }).click();
    await withScript.getByRole('heading', { name: 'What charter.docx says' }).waitFor();
    expect(await barriersOn(withScript)).toEqual([]);
    await withScript.goto(String(editor));
    await withScript.getByText(/^Not placed of charter\.docx: \d+$/).click();
    const passages = withScript.locator('.passages-drawer');
    await passages.getByText('Passages that nobody can place stay on the page.').waitFor();
    const left = passages.locator('summary');
    const before = await left.innerText();
    await passages.getByLabel('Placed').first().check();
    await expect.poll(() => left.innerText()).not.toBe(before);
    await withScript.getByLabel('Name of the service').first().waitFor();
    expect(await withScript.getByLabel('Name of the service').first().inputValue()).toBe('Letter of good standing');
  });

  it('is told so of a body that is not theirs', async () => {
    const { page } = await open({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    await page.goto('/sw/desk/bodies/inec/import/');
    await page.getByRole('button', { name: /Sample desk officer/ }).click();
    await page.getByText('Taasisi hii si mojawapo ya zako').waitFor();
  });
});
