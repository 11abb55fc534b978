import { languages } from '../../lib/locales.ts';

const OWN = new RegExp(`^/(?:(?:${languages.join('|')})/)?(?:desk|admin)/[\\w./?=&%#-]*$`);

/** A page of the desk to which somebody is led after signing in; the desk itself where the address is of anything else. */
export function deskPath(path: string): string {
  return OWN.test(path) && !path.includes('..') && !path.includes('//') ? path : '/desk/';
}
