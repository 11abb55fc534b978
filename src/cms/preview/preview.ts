import * as z from 'zod';
import { localePath, type Language } from '../../lib/locales.ts';
import { readEntry } from '../../register/read-entry.ts';
import type { Register } from '../../register/register.ts';
import { withEntries, type PlacedEntry } from '../../register/with-entries.ts';
import { collections } from '../../schemas/collections.ts';
import type { Officer } from '../../schemas/officer.ts';
import { createSignedValues } from '../auth/signed-values.ts';
import { draftedCharterEntry } from '../entry/drafted-charter.ts';
import { pageOf } from '../entry/publish-draft.ts';
import type { ContentStore } from '../git/content-store.ts';
import type { Draft } from '../git/drafts.ts';
import { deskCollections, permittedCollection, type DeskCollection, type DeskKind } from '../permissions.ts';
import { withCited } from './cited-from-draft.ts';
import { withDraftPictures } from './draft-pictures.ts';

/** How long the address of a preview is worth anything. */
const PREVIEW_DAYS = 14;
/** The page below that of a charter on which its prose stands, as its address ends. */
const PROSE = 'background';
const DAY_MS = 24 * 60 * 60_000;

/** Makes the page at an address of some content, by the same code that makes the pages of the public. */
export type RenderPage = (path: string, register: Register) => Promise<string>;

/** What whoever opens the address of a preview gets. */
export type ShownPreview =
  | { kind: 'shown'; html: string; authors: string[]; until: Date }
  /** The address was not given out here, or its time is over. */
  | { kind: 'dead' }
  /** The draft was published or taken away since; its page of the public is at `page`. */
  | { kind: 'gone'; page: string }
  /** The draft would not be published as it stands. */
  | { kind: 'invalid'; problem: string };

/** Shows drafts as the pages that they will be. */
export interface Preview {
  /**
   * The path at which whoever knows it sees a draft, without signing in, for 14 days. It shows no later draft of the same
   * entry.
   */
  pathTo(draft: Draft, language: Language): Promise<string>;
  /** The same for an officer: refuses a draft that is not of their reach (403) or not there (404). */
  pathFor(officer: Officer, draft: { collection: string; slug: string }, language: Language): Promise<string>;
  /** `part`: a page of its own below that of the entry, as the preview links to it. */
  show(token: string, language: Language, part?: string): Promise<ShownPreview>;
}

interface PreviewParts {
  store: ContentStore;
  register: () => Promise<Register>;
  render: RenderPage;
  /** Signs the addresses. */
  secret: string;
  clock: () => Date;
}

/** What an address carries: the draft, and until when it is shown (ms since 1970). */
const ticket = z.object({
  collection: z.string(),
  slug: z.string(),
  /** The first commit of the draft. */
  begun: z.string(),
  until: z.number(),
});

/** Makes the previews of a desk. What they show is the draft as it is when somebody looks. */
export function createPreview({ store, register, render, secret, clock }: PreviewParts): Preview {
  const tokens = createSignedValues(secret, 'desk preview');

  async function pathTo(draft: Draft, language: Language): Promise<string> {
    const { collection, slug } = draft;
    const until = clock().getTime() + PREVIEW_DAYS * DAY_MS;
    const token = tokens.sign({ collection, slug, begun: await firstCommit(store, draft), until });
    return localePath(language, `/desk/preview/${token}/`);
  }

  return {
    pathTo,
    async pathFor(officer, { collection, slug }, language) {
      permittedCollection(officer, collection);
      return pathTo(await store.drafts.get(collection, slug), language);
    },
    async show(token, language, part) {
      const { data: named } = ticket.safeParse(tokens.verify(token));
      if (!named || named.until <= clock().getTime()) return { kind: 'dead' };
      const { slug, until } = named;
      const published = await register();
      const collection = collectionsOf(published).find(({ name }) => name === named.collection);
      if (!collection) return { kind: 'dead' };
      const pathIn = (of: Register): string => localePath(language, pageOf(of, collection, slug));
      const draft = await store.drafts.find(named.collection, slug);
      if (!draft || (await firstCommit(store, draft)) !== named.begun) return { kind: 'gone', page: pathIn(published) };
      const read = await entriesOf(store, draft);
      if ('problem' in read) return { kind: 'invalid', problem: read.problem };
      const charter = await draftedCharterEntry(store, collection.agency);
      const drafted = withEntries(published, [...withCited(published, charter, read.entries), ...read.entries]);
      const page = pathIn(drafted);
      const prose =
        collection.kind === 'charters' && drafted.agencies.get(slug)?.html.trim() ? `${page}${PROSE}/` : page;
      const made = await render(part === PROSE ? prose : page, drafted);
      const html = await withDraftPictures(store, draft, made.replaceAll(`"${page}${PROSE}/`, `"?part=${PROSE}`));
      return { kind: 'shown', html, authors: draft.authors.map(({ name }) => name), until: new Date(until) };
    },
  };
}

/** What tells a draft from a later one of the same entry. */
async function firstCommit(store: ContentStore, { base, commit }: Draft): Promise<string> {
  return (await store.log(['--format=%H', `${base}..${commit}`])).at(-1) ?? commit;
}

/** The entries of a draft, or what is wrong in one of them. */
async function entriesOf(store: ContentStore, draft: Draft): Promise<{ entries: PlacedEntry[] } | { problem: string }> {
  const entries: PlacedEntry[] = [];
  for (const { path, blob } of draft.changes) {
    const kind = kindOf(path);
    if (!kind || !blob) continue;
    const { entry, problems } = readEntry(kind, path, (await store.read(blob)).toString());
    if (!entry) return { problem: problems.map(({ message, remedy }) => `${message} ${remedy}`).join(' ') };
    entries.push(entry as PlacedEntry);
  }
  return { entries };
}

const collectionsOf = ({ agencies }: Register): DeskCollection[] =>
  deskCollections({ agencies: [...agencies.keys()], role: 'administrator' });

const KINDS: DeskKind[] = ['charters', 'services', 'notices', 'topics', 'guides'];
const kindOf = (path: string): DeskKind | undefined =>
  KINDS.find((kind) => path.startsWith(`content/${collections[kind].folder}/`));
