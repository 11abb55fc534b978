import type { Page } from '@playwright/test';

/** Opens a part of a page that is folded until somebody wants it, as one does who looks for it. */
export async function openDrawer(page: Page, title: string): Promise<void> {
  await page.locator('details.drawer > summary', { hasText: title }).click();
}
