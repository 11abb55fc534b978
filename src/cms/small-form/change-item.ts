import type { Language } from '../../lib/locales.ts';
import type { PostedForm } from '../../web/posted-form.ts';
import type { DeskContext } from '../context.ts';
import { BASE_FIELD, takeBase, type EditBase } from '../entry/entry-text.ts';
import { publishDraft } from '../entry/publish-draft.ts';
import type { SavedEntry } from '../entry/save-entry.ts';
import { inTurn } from '../in-turn.ts';
import { assertMayPublish } from '../permissions.ts';
import { openItem, type ItemAddress, type OpenItem } from './open-item.ts';
import { removeItem, saveItem } from './save-item.ts';
import { typedIn } from './typed.ts';

/** What became of a change: the commit that published it, or the draft that it is in, as collection/slug. */
export type ChangedItem = ({ commit: string } | { draft: string }) & SavedEntry;

/** The version that a form was opened with, as it travels in the form. */
export const baseText = ({ blob, editWindow }: EditBase): string => `${blob}.${editWindow}`;

/**
 * Does what the small form of an item asks for: saves it or takes it out, as a draft or published at once. It stays in
 * the draft where that would bring out what the form did not show, or too early. Throws a `CmsError` whose problems are
 * named by the fields of the form; nothing is saved then.
 */
export function changeItem(
  context: DeskContext,
  address: ItemAddress,
  form: PostedForm,
  language: Language,
): Promise<ChangedItem> {
  const publishes = form.get('do') === 'publish';
  if (publishes) assertMayPublish(context.officer);
  return inTurn(context, async () => {
    const { base } = takeBase({ [BASE_FIELD]: form.get('base') });
    // What was typed was typed into the version that the form showed, whatever became of the entry since.
    const item = await openItem(context, address, base?.blob);
    const { joined } = form.get('remove')
      ? await removeItem(context, { item, base })
      : await saveItem(context, { item, base, typed: typedIn(form), language });
    const { collection, slug } = item.file;
    if (!publishes || holdsBack(item, joined)) return { draft: `${collection.name}/${slug}`, joined };
    const { commit } = await publishDraft(context, { collection: collection.name, slug });
    return { commit, joined };
  });
}

/** Whether a waiting draft holds what was saved since the form was opened, or is to go out on a day of its own. */
function holdsBack({ draft }: OpenItem, joined: SavedEntry['joined']): boolean {
  return draft !== undefined && (joined !== undefined || draft.approval?.from !== undefined);
}
