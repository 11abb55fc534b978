/*
 * In place of Decap's check of its configuration, which compiles a schema with `eval` and is a twelfth of its size: the
 * portal generates the configuration, and tests/cms/config.browser.test.ts holds it against that same schema.
 */

/** Takes every configuration. */
export function validateConfig(): void {
  // The check is made where the configuration is.
}
