import { chromium as playwright, type Browser } from '@playwright/test';
import chromium from '@sparticuz/chromium';

/*
 * The package's own arguments are not used: --single-process crashes between contexts, and
 * --disable-web-security would hide what a real browser refuses.
 */
const launchArguments = ['--no-sandbox', '--disable-gpu', '--use-gl=angle', '--use-angle=swiftshader'];

/** Launches the real browser that arrives with npm ci, with further arguments of its command line where they are given. */
export async function launchBrowser(further: readonly string[] = []): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...launchArguments, ...further],
    headless: true,
  });
}
