import type { deskKinds } from '../schemas/collections.ts';
import type { Officer } from '../schemas/officer.ts';
import { CmsError } from './cms-error.ts';

export type DeskKind = (typeof deskKinds)[number];

/** One of the collections that an officer sees: the charter, the services or the notices of one agency; topics; guides. */
export interface DeskCollection {
  /** The name Decap knows it by, unique among all agencies. */
  name: string;
  kind: DeskKind;
  /** Absent where it belongs to no agency: topics and guides. */
  agency?: string;
  /** Folder of its files, relative to the repository. */
  folder: string;
  extension: 'mdx' | 'yaml';
}

/** A file that an officer may touch, and the collection it belongs to. */
export interface PermittedFile {
  collection: DeskCollection;
  path: string;
  slug: string;
}

/** How collections and entries are named, in addresses, files and refs. */
export const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MEDIA = /^content\/media\/([a-z0-9-]+)\/([A-Za-z0-9][A-Za-z0-9._-]{0,120})$/;

const SHARED: DeskCollection[] = [
  { name: 'topics', kind: 'topics', folder: 'content/topics', extension: 'yaml' },
  { name: 'guides', kind: 'guides', folder: 'content/guides', extension: 'mdx' },
];

/** The collections of an officer: three for each agency, and those of all countries for an administrator. */
export function deskCollections(officer: Pick<Officer, 'agencies' | 'role'>): DeskCollection[] {
  return [...officer.agencies.flatMap(collectionsOf), ...(officer.role === 'administrator' ? SHARED : [])];
}

function collectionsOf(agency: string): DeskCollection[] {
  return [
    { name: `services-${agency}`, kind: 'services', agency, folder: `content/services/${agency}`, extension: 'yaml' },
    { name: `charter-${agency}`, kind: 'charters', agency, folder: 'content/charters', extension: 'mdx' },
    { name: `notices-${agency}`, kind: 'notices', agency, folder: 'content/notices', extension: 'yaml' },
  ];
}

/** An officer's collection by name; refuses those of other agencies and those that do not exist. */
export function permittedCollection(officer: Officer, name: string): DeskCollection {
  const collection = deskCollections(officer).find((candidate) => candidate.name === name);
  if (!collection) throw refusal(officer, name);
  return collection;
}

/**
 * The content file of a path if the officer may touch it. The path must be written exactly as the file is
 * called: what is not of that form, such as a path with "..", is refused without being interpreted. Whose notice
 * a notice is stands inside the file; `assertOwnNotice` checks that.
 */
export function permittedFile(officer: Officer, path: string, collectionName?: string): PermittedFile {
  for (const collection of deskCollections(officer)) {
    if (collectionName && collection.name !== collectionName) continue;
    const slug = path.slice(collection.folder.length + 1, -collection.extension.length - 1);
    if (path !== `${collection.folder}/${slug}.${collection.extension}` || !ID.test(slug)) continue;
    if (collection.kind === 'charters' && slug !== collection.agency) continue;
    return { collection, path, slug };
  }
  throw refusal(officer, path);
}

/** Refuses a notice of an agency that is not the officer's. */
export function assertOwnNotice(officer: Officer, path: string, agency: unknown): void {
  if (typeof agency !== 'string' || !officer.agencies.includes(agency)) throw refusal(officer, path);
}

/** The agency in whose media folder a file lies, if it is one of the officer's. */
export function permittedMedia(officer: Officer, path: string): string {
  const [, agency = '', name = ''] = MEDIA.exec(path) ?? [];
  if (!officer.agencies.includes(agency) || name.includes('..')) throw refusal(officer, path);
  return agency;
}

export function permittedMediaFolder(officer: Officer, folder: string): string {
  const agency = officer.agencies.find((candidate) => folder === `content/media/${candidate}`);
  if (!agency) throw refusal(officer, folder);
  return folder;
}

/** Refuses what goes live to officers who only draft. */
export function assertMayPublish(officer: Officer): void {
  if (!officer.mayPublish)
    throw new CmsError(
      403,
      'You may save drafts but not publish. Set the draft to "In review": a reviewer, or a colleague who may publish, is then told.',
    );
}

function refusal(officer: Officer, what: string): CmsError {
  const several = officer.agencies.length > 12;
  return new CmsError(
    403,
    several
      ? 'You may edit only what belongs to the bodies that you review; “{what}” does not. Ask whoever runs the portal if it should.'
      : 'You may edit only what belongs to {own}; “{what}” does not. Ask whoever runs the portal if it should.',
    { values: { own: officer.agencies.join(', '), what } },
  );
}
