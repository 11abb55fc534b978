import { defaultLanguage, languages, localePath } from '../lib/locales.ts';

/** Folders in whose addresses a secret may stand, or what only one person may see. */
const secret = ['cases', 'desk'];
/** Folders of what other sites frame. */
const framed = ['embed'];
/** Folders for editors, and of what is sent. */
const forEditors = ['admin', 'api'];

/** Addresses of cases, in every language. */
export const secretAddresses = new RegExp(below(secret));
/** Addresses of widgets, in every language. */
export const framedAddresses = new RegExp(below(framed));
/** Addresses that no phone keeps and whose answers its worker leaves to the browser; where misconduct is told too. */
export const addressesOfOthers = new RegExp(`${below([...secret, ...framed, ...forEditors])}|/report/$`);

function below(folders: readonly string[]): string {
  const prefixes = languages.map((language) => (language === defaultLanguage ? '' : localePath(language, '')));
  return `^(?:${prefixes.join('|')})/(?:${folders.join('|')})(?:/|$)`;
}
