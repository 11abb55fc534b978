import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { contentFolder } from '../lib/content-place.ts';
import { fingerprint } from '../lib/fingerprint.ts';
import { translatableTexts } from '../register/check-translations.ts';
import { loadEntries } from '../register/load.ts';
import type { Entry } from '../register/read-entry.ts';
import type { Translation } from '../schemas/translation.ts';

// npm run stamp:translations [-- FOLDER]: a translator writes of: "00000000"; this writes the fingerprint of the text
// as it stands. Stale translations are left alone: only somebody who has read the new text may renew their fingerprint.
const NEW = '00000000';
const folder = contentFolder(process.argv[2]);
const { entries } = await loadEntries(folder);
let stamped = 0;
for (const list of Object.values(entries)) {
  for (const entry of list) {
    const translations = (entry.data as { translations?: Translation[] }).translations ?? [];
    if (!translations.some((translation) => translation.of === NEW)) continue;
    const texts = translatableTexts(entry as Entry);
    const path = resolve(folder, '..', entry.file.replace(/^content\//, `${folder}/`));
    const lines = (await readFile(path, 'utf8')).split('\n');
    translations.forEach((translation, index) => {
      const text = texts.get(translation.field);
      const line = entry.lineOf(['translations', index, 'of']);
      if (translation.of !== NEW || text === undefined || line === undefined) return;
      lines[line - 1] = (lines[line - 1] ?? '').replace(NEW, fingerprint(text));
      stamped += 1;
    });
    await writeFile(path, lines.join('\n'));
  }
}
console.log(`${stamped} new translation${stamped === 1 ? '' : 's'} stamped.`);
