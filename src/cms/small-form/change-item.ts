import type { Language } from '../../lib/locales.ts';
import type { PostedForm } from '../../web/posted-form.ts';
import type { DeskContext } from '../context.ts';
import { BASE_FIELD, takeBase, type EditBase } from '../entry/entry-text.ts';
import { publishDraft } from '../entry/publish-draft.ts';
import type { SavedEntry } from '../entry/save-entry.ts';
import { CmsError, SAID } from '../cms-error.ts';
import { inTurn } from '../in-turn.ts';
import { assertMayPublish } from '../permissions.ts';
import { takeStep } from '../review/take-step.ts';
import { openItem, type ItemAddress, type OpenItem } from './open-item.ts';
import { readItem } from './read-item.ts';
import { removeItem, saveItem } from './save-item.ts';
import { typedIn } from './typed.ts';

/**
 * What became of a change: the commit that published it, or the draft that it is in, as collection/slug. `asks`: nothing
 * was saved, because what holds from a day ahead (ISO 8601) is published on it or at once, and only the officer knows.
 */
export type ChangedItem = SavedItem | { asks: string };
type SavedItem = ({ commit: string } | { draft: string }) & SavedEntry;

/** What the form of an item may ask for beside a draft: to be seen at once, at once whatever its day, or on its day. */
export const PUBLISH = 'publish';
export const PUBLISH_NOW = 'publish-now';
export const PUBLISH_THEN = 'publish-then';
const PUBLISHING = [PUBLISH, PUBLISH_NOW, PUBLISH_THEN];

/** The version that a form was opened with, as it travels in the form. */
export const baseText = ({ blob, editWindow }: EditBase): string => `${blob}.${editWindow}`;

/**
 * Does what the small form of an item asks for: saves it or takes it out, as a draft, published at once, or to be
 * published on the day from which on it holds. It stays in the draft where that would bring out what the form did not
 * show, or too early. Throws a `CmsError` whose problems are named by the fields of the form; nothing is saved then.
 */
export function changeItem(
  context: DeskContext,
  address: ItemAddress,
  form: PostedForm,
  language: Language,
): Promise<ChangedItem> {
  const asked = form.get('do');
  const publishes = PUBLISHING.some((known) => known === asked);
  if (publishes) assertMayPublish(context.officer);
  return inTurn(context, async (): Promise<ChangedItem> => {
    const { base } = takeBase({ [BASE_FIELD]: form.get('base') });
    // What was typed was typed into the version that the form showed, whatever became of the entry since.
    const item = await openItem(context, address, base?.blob);
    const name = { collection: item.file.collection.name, slug: item.file.slug };
    const draft = `${name.collection}/${name.slug}`;
    if (form.get('remove')) {
      const { joined } = await removeItem(context, { item, base });
      return publishes && !holdsBack(item, joined) ? publish(context, name, joined) : { draft, joined };
    }
    const typed = readItem(item, typedIn(form), {
      ...{ register: await context.register(), officer: context.officer, now: context.clock(), language },
    });
    const { problems, ahead } = typed;
    if (problems.length > 0)
      throw new CmsError(422, SAID, { values: { said: problems.map(({ message }) => message).join(' ') }, problems });
    if (asked === PUBLISH && ahead !== undefined) return { asks: ahead };
    const { joined } = await saveItem(context, { item, base, typed, language });
    if (!publishes || holdsBack(item, joined)) return { draft, joined };
    if (asked !== PUBLISH_THEN) return publish(context, name, joined);
    // Whoever took the day out after the question has not asked for today.
    if (ahead !== undefined) await takeStep(context, { ...name, step: 'approved', from: ahead });
    return { draft, joined };
  });
}

async function publish(
  context: DeskContext,
  name: { collection: string; slug: string },
  joined: SavedEntry['joined'],
): Promise<SavedItem> {
  const { commit } = await publishDraft(context, name);
  return { commit, joined };
}

/** Whether a waiting draft holds what was saved since the form was opened, or is to go out on a day of its own. */
function holdsBack({ draft }: OpenItem, joined: SavedEntry['joined']): boolean {
  return draft !== undefined && (joined !== undefined || draft.approval?.from !== undefined);
}
