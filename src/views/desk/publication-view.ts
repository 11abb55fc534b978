import type { Language } from '../../lib/locales.ts';
import type { Words } from '../../cms/change-in-words.ts';
import type { DeskContext } from '../../cms/context.ts';
import { changedFiles } from '../../cms/entry/changed-files.ts';
import type { LiveStatus, LiveWatch } from '../../cms/live-watch.ts';
import { publicationOf, type Publication } from '../../cms/published/publications.ts';
import type { Register } from '../../register/register.ts';
import { urls } from '../../site/urls.ts';
import { bodyName, serviceName } from './names.ts';

/** A publication and how it stands. */
export interface PublicationView {
  publication: Publication;
  status: LiveStatus;
  /** What it changed, in words. */
  lines: Words[];
  /** The pages on which it is seen. */
  pages: { name: string; href: string }[];
  /** The body that it belongs to. */
  agency?: { id: string; name: string } | undefined;
}

/** Makes a publication ready to show; undefined where there is none of that name. */
export async function publicationView(
  context: DeskContext,
  live: LiveWatch,
  commit: string,
  language: Language,
): Promise<PublicationView | undefined> {
  const publication = await publicationOf(context, commit);
  const { store, officer } = context;
  if (!publication || !(await store.refCommit(`${commit}^`))) return undefined;
  const changes = await store.diff(`${commit}^`, commit);
  const [status, words, register] = await Promise.all([
    live.status(commit, officer),
    changedFiles(store, `${commit}^`, changes).then((files) => context.inWords(files, language)),
    context.register(),
  ]);
  const places = changes.flatMap(({ path }) => placeOf(path) ?? []);
  const agency = register.agencies.get(places[0]?.agency ?? '');
  return {
    publication,
    status,
    lines: words.lines,
    pages: places.flatMap((place) => pageOf(register, place, language) ?? []),
    agency: agency && { id: agency.id, name: bodyName(register, agency, language) },
  };
}

interface Place {
  agency: string;
  service?: string | undefined;
}

/** The body, and the service, that a file of the content tells of. */
function placeOf(path: string): Place | undefined {
  const [, charter] = /^content\/charters\/([a-z0-9-]+)\.mdx$/.exec(path) ?? [];
  const [, owner, service] = /^content\/services\/([a-z0-9-]+)\/([a-z0-9-]+)\.yaml$/.exec(path) ?? [];
  const agency = charter ?? owner;
  return agency === undefined ? undefined : { agency, service };
}

function pageOf(register: Register, place: Place, language: Language): { name: string; href: string } | undefined {
  const agency = register.agencies.get(place.agency);
  if (!agency) return undefined;
  if (place.service === undefined)
    return { name: bodyName(register, agency, language), href: urls.charter(language, agency) };
  const service = agency.services.find(({ id }) => id === place.service);
  return (
    service && {
      name: serviceName(register, agency, service.id, language),
      href: urls.service(language, agency, service.id),
    }
  );
}
