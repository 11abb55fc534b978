import { join } from 'node:path';
import type { Register } from '../register/register.ts';
import { buildSearchIndex } from '../search/build-index.ts';
import { writeSearchFiles } from '../search/load-files.ts';
import { loadVocabulary } from '../search/load-vocabulary.ts';
import { writePagefindIndex } from '../search/pagefind-index.ts';

/** Writes both search indexes of a built site: which agency handles a matter, and the full text of the pages. */
export async function writeSearch({
  client,
  register,
  contentDir,
}: {
  client: string;
  register: Register;
  contentDir: string;
}): Promise<void> {
  const vocabulary = await loadVocabulary(contentDir);
  await writeSearchFiles(buildSearchIndex(register, vocabulary), join(client, 'search-index'));
  await writePagefindIndex({ siteDir: client, outDir: join(client, 'pagefind'), register, vocabulary });
}
