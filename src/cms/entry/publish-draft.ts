import { defaultLanguage, localePath } from '../../lib/locales.ts';
import type { Register } from '../../register/register.ts';
import { commitWords } from '../change-in-words.ts';
import { CmsError } from '../cms-error.ts';
import type { DeskContext } from '../context.ts';
import {
  assertOwnNotice,
  permittedCollection,
  permittedFile,
  permittedMedia,
  type DeskCollection,
} from '../permissions.ts';
import { assertMay } from '../review/review-rights.ts';
import { changedFiles } from './changed-files.ts';
import { draftedCharter } from './drafted-charter.ts';
import { renewedDraft } from './renew-draft.ts';
import { valuesOf } from './save-entry.ts';
import { assertValid, type ProposedFile } from './validate.ts';

export interface PublishedDraft {
  message: string;
  /** The commit that published it. */
  commit: string;
  /** The address of the page that shows the entry. */
  page: string;
}

/**
 * Publishes a draft after checking once more what it holds: the branch may have been changed by other means than this
 * CMS.
 */
export async function publishDraft(
  context: DeskContext,
  params: {
    collection: string;
    slug: string;
    /** On its day, while nobody was at the desk. */
    byItself?: boolean;
  },
): Promise<PublishedDraft> {
  const { officer, store } = context;
  const collection = permittedCollection(officer, params.collection);
  const begun = await store.drafts.get(params.collection, params.slug);
  assertMay(officer, begun, 'publish');
  const draft = await renewedDraft(context, begun);
  const { commit: published } = await store.head();
  const proposed: ProposedFile[] = [];
  for (const { path, blob } of draft.changes) {
    if (path.startsWith('content/media/')) {
      permittedMedia(officer, path);
      continue;
    }
    // A source that an entry cites comes with the charter that lists it.
    const ownCharter = path === `content/charters/${collection.agency ?? ''}.mdx`;
    const file = permittedFile(officer, path, ownCharter ? `charter-${collection.agency ?? ''}` : draft.collection);
    const text = blob ? (await store.read(blob)).toString() : undefined;
    if (file.collection.kind === 'notices' && text !== undefined)
      assertOwnNotice(officer, path, valuesOf(path, text, 'yaml').data.agency);
    proposed.push({ collection: file.collection, path, text });
  }
  const [main, ...beside] = proposed.toReversed();
  if (main) await assertPublishable(context, main, beside);
  const words = await context.inWords(await changedFiles(store, published, draft.changes), defaultLanguage);
  const commit = await store.publishDraft(draft, commitWords(words), officer);
  context.published(draft.changes.map((change) => change.path));
  await context.post.tellPublished(draft, officer, params.byItself);
  return {
    message: 'Published.',
    commit,
    page: pageOf(await context.register(), collection, params.slug),
  };
}

/** Refuses what the build would refuse, and tells where it only waits for the charter to be published. */
async function assertPublishable(
  { store, register }: DeskContext,
  main: ProposedFile,
  beside: ProposedFile[],
): Promise<void> {
  const content = await register();
  try {
    await assertValid(store, content, main, { beside });
  } catch (error) {
    const charter = await draftedCharter(store, main.collection.agency);
    if (!charter || main.collection.kind === 'charters') throw error;
    await assertValid(store, content, main, { beside, awaited: charter });
    throw new CmsError(
      422,
      'This draft names a source or a contact that only the draft of the charter has. Publish the charter first, then this.',
      { cause: error },
    );
  }
}

/** The address of the page that shows an entry, in the default language. A notice is shown on its agency's page. */
export function pageOf(
  { agencies }: Pick<Register, 'agencies'>,
  { kind, agency }: Pick<DeskCollection, 'kind' | 'agency'>,
  slug: string,
): string {
  if (agency === undefined) return localePath(defaultLanguage, `/${kind}/${slug}/`);
  const { jurisdiction } = agencies.get(agency)?.data ?? {};
  return localePath(defaultLanguage, `/${jurisdiction}/${agency}/${kind === 'services' ? `${slug}/` : ''}`);
}
