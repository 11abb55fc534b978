import type { CmsError } from '../../src/cms/cms-error.ts';
import type { DeskContext } from '../../src/cms/context.ts';
import { attempt } from '../../src/cms/refusal.ts';
import { baseText, changeItem } from '../../src/cms/small-form/change-item.ts';
import { openItem, type ItemAddress } from '../../src/cms/small-form/open-item.ts';
import { openingText } from '../../src/cms/small-form/opening-text.ts';
import type { Language } from '../../src/lib/locales.ts';
import { problemsOf as problemsIn } from '../../src/views/desk/problem-in.ts';
import { signIn } from './client.ts';
import { SITE, type Portal } from './fixture.ts';

/* The small form as an officer uses it: opened, changed in some fields, and sent. */

export const FEE: ItemAddress = { agency: 'inec', service: 'party-registration', at: 'fees.0' };
export const TIME: ItemAddress = { ...FEE, at: 'processingTimes.0' };
export const HELP_DESK: ItemAddress = { agency: 'inec', at: 'contacts.0' };

/** What an officer who has signed in may use. */
export async function deskContext(portal: Portal, email: string): Promise<DeskContext> {
  return contextIn(portal, await signIn(portal, email), email);
}

/** The same for a browser in which the officer is signed in already. */
export async function contextIn(portal: Portal, { cookie }: { cookie: string }, email: string): Promise<DeskContext> {
  const visit = await portal.cms.desk?.visit(new Request(`${SITE}/desk/`, { headers: { cookie } }));
  if (!visit?.context) throw new Error(`${email} is not signed in.`);
  return visit.context;
}

/** Sends the form of an item as it stands when it is opened, with some fields written anew: what was copied wrongly. */
export async function send(
  context: DeskContext,
  address: ItemAddress,
  written: Record<string, string>,
  language: Language = 'en',
) {
  const item = await openItem(context, address);
  const form = new FormData();
  form.set('base', baseText(item.base));
  for (const [name, values] of openingText(item, language)) form.set(name, values.join('\n'));
  for (const [name, value] of Object.entries({ do: 'publish', 'evidence.choice': 'kept', ...written }))
    form.set(name, value);
  return attempt(() => changeItem(context, address, form, language));
}

/** What a refusal says beside each field. */
export const problemsOf = (refusal: CmsError | undefined, language: Language = 'en'): Record<string, string> =>
  problemsIn(refusal, language);
