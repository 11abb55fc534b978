import chromium from '@sparticuz/chromium';

/**
 * Unpacks the browser of the tests before any of them runs. The package does so when it is first asked where the
 * browser is, and tells a second who asks in the meantime of a file that is not whole yet.
 */
export default async function unpackBrowser(): Promise<void> {
  await chromium.executablePath();
}
