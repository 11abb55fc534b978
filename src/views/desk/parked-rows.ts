import type { DeskContext } from '../../cms/context.ts';
import { valuesOf } from '../../cms/entry/save-entry.ts';
import { keptUntil } from '../../cms/git/parked.ts';
import { deskCollections } from '../../cms/permissions.ts';
import type { Language } from '../../lib/locales.ts';
import { date } from '../../register/format.ts';
import { deskUrls } from '../../site/desk-urls.ts';
import { pageTexts } from '../../texts/texts.ts';
import { entryTitle } from './names.ts';
import type { LinkedRow } from './linked-row.ts';

/** The officer's own versions that wait, of entries that they may still edit, the newest first. */
export async function parkedRows({ officer, store }: DeskContext, language: Language): Promise<LinkedRow[]> {
  const m = pageTexts('desk-merge', language);
  const own = new Map(deskCollections(officer).map((collection) => [collection.name, collection]));
  const rows = (await store.parked.of(officer)).map(async (version): Promise<LinkedRow[]> => {
    const collection = own.get(version.collection);
    if (!collection) return [];
    const path = `${collection.folder}/${version.slug}.${collection.extension}`;
    const blob = await store.blobAt(version.commit, path);
    if (!blob) return [];
    const { data } = valuesOf(path, (await store.read(blob)).toString(), collection.extension);
    return [
      {
        href: deskUrls.merge(language, version.id),
        subject: m.title({ entry: entryTitle(data, version.slug, language) }),
        about: m.onlyYou({ day: date(keptUntil(version), language) }),
      },
    ];
  });
  return (await Promise.all(rows)).flat();
}
