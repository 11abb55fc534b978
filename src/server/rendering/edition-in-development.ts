import { readHistory } from '../../history/read-history.ts';
import { ownContentPlace } from '../../lib/content-place.ts';
import { splitLocale } from '../../lib/locales.ts';
import { reckonEach } from '../../lib/remember.ts';
import { loadRegister } from '../../register/load.ts';
import type { EditionView } from './edition-view.ts';

/** What a page is made from under `npm run dev`: the content folder as it is at this moment. */
export async function editionInDevelopment(pathname: string): Promise<EditionView> {
  const contentDir = ownContentPlace().contentDir;
  const [register, history] = await Promise.all([loadRegister(contentDir), readHistory(contentDir)]);
  return { register, history, language: splitLocale(pathname).language, today: new Date(), remember: reckonEach };
}
