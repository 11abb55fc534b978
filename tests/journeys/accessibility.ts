import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const everything = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What keeps people from using a page, each with the first element that does; empty when axe finds nothing. */
export async function barriersOn(page: Page): Promise<string[]> {
  const barriers = await layDock(page, true).then(() => found(checker(page).withTags(everything)));
  await layDock(page, false);
  return barriers;
}

/**
 * What lies half under the bar at the bottom is one push of the page away from being whole, and axe does not push it: the
 * bar lies at the end of the page while it looks.
 */
async function layDock(page: Page, down: boolean): Promise<void> {
  await page.evaluate((atEnd) => {
    const dock = document.querySelector<HTMLElement>('.dock');
    if (dock) dock.style.position = atEnd ? 'static' : '';
  }, down);
}

/** Texts that are too faint for their background. */
export async function faintTextOn(page: Page): Promise<string[]> {
  return found(checker(page).withRules(['color-contrast']));
}

/**
 * Only what is wrong is gathered, and no second page is opened to gather it in, as is done for frames of other origins:
 * our pages have none. Both together take half of the time.
 */
function checker(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
}

async function found(builder: AxeBuilder): Promise<string[]> {
  const { violations } = await builder.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
