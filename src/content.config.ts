import { defineCollection } from 'astro:content';
import { ownContentPlace } from './lib/content-place.ts';
import { takeContent } from './register/handed-content.ts';
import { loadEntries } from './register/load.ts';
import { ContentError } from './register/problem.ts';
import type { EntriesByCollection } from './register/register.ts';
import { collections as kinds, type CollectionName } from './schemas/collections.ts';

/*
 * The collections are filled by the register, not by Astro's own loaders, so that the build, the
 * checker and the CMS read content through the same code and complain in the same words. A build is handed content
 * that was read and checked already; `astro dev` and a bare `astro build` read the folder.
 */
const contentDir = process.env.OPENCHARTER_CONTENT_DIR ?? ownContentPlace().contentDir;
const handedFile = process.env.OPENCHARTER_CONTENT_FILE;
let reading: Promise<EntriesByCollection> | undefined;

async function readAll(): Promise<EntriesByCollection> {
  if (handedFile) return takeContent(handedFile);
  const { entries, problems } = await loadEntries(contentDir);
  if (problems.length > 0) throw new ContentError(problems);
  return entries as EntriesByCollection;
}

function fromRegister<C extends CollectionName>(name: C) {
  return defineCollection({
    schema: kinds[name].schema,
    loader: {
      name: `register-${name}`,
      load: async ({ store, watcher }) => {
        const fill = async (): Promise<void> => {
          reading ??= readAll();
          const entries = (await reading)[name] ?? [];
          store.clear();
          for (const entry of entries) {
            store.set({ id: entry.id, data: entry.data as Record<string, unknown>, rendered: { html: entry.html } });
          }
        };
        await fill();
        watcher?.add(contentDir);
        watcher?.on('change', (path) => {
          if (!path.startsWith(contentDir)) return;
          reading = undefined;
          void fill();
        });
      },
    },
  });
}

export const collections = {
  portal: fromRegister('portal'),
  jurisdictions: fromRegister('jurisdictions'),
  charters: fromRegister('charters'),
  services: fromRegister('services'),
  topics: fromRegister('topics'),
  guides: fromRegister('guides'),
  notices: fromRegister('notices'),
  finder: fromRegister('finder'),
  emergencies: fromRegister('emergencies'),
  places: fromRegister('places'),
};
