import { parseArgs } from 'node:util';
import { contentFolder } from '../lib/content-place.ts';
import { defaultLanguage, languages } from '../lib/locales.ts';
import { OURS_MAX, pageLanguage, shareOfOurs, type PageLanguage } from '../quality/page-language.ts';
import { percent } from '../quality/percent.ts';
import { quotedTexts } from '../quality/quoted-texts.ts';
import { loadEntries } from '../register/load.ts';
import { objectsIn, readEdition } from '../server/edition/edition.ts';
import { openObjects } from '../server/edition/object-store.ts';

/*
 * npm run eval:translations [-- --language LANGUAGE --under ke --worst 30 --texts --edition FOLDER --content FOLDER]
 * How much of each page that was built in a language is still in another, split into what is ours to say and what is
 * quoted. With --texts also each text of ours on the worst pages that waits for a translation.
 */
const { values } = parseArgs({
  options: {
    language: { type: 'string', default: languages.find((code) => code !== defaultLanguage) ?? defaultLanguage },
    under: { type: 'string', default: '' },
    worst: { type: 'string', default: '30' },
    texts: { type: 'boolean', default: false },
    edition: { type: 'string', default: 'dist' },
    content: { type: 'string' },
  },
});

interface Measured extends PageLanguage {
  path: string;
}

async function measurePages(): Promise<Measured[] | undefined> {
  const edition = await readEdition(values.edition, false);
  if (!edition) return undefined;
  const objects = openObjects(objectsIn(values.edition));
  const quoted = quotedTexts((await loadEntries(contentFolder(values.content))).entries);
  const start = `/${values.language}/${values.under && `${values.under.replace(/^\/|\/$/g, '')}/`}`;
  const pages: Measured[] = [];
  for (const file of edition.files.values()) {
    if (!file.path.startsWith(start) || !file.path.endsWith('/index.html')) continue;
    const { identity } = await objects.read(file);
    const measured = pageLanguage(identity.toString(), quoted);
    if (measured) pages.push({ ...measured, path: file.path.slice(0, -'index.html'.length) });
  }
  return pages.sort((a, b) => shareOfOurs(b) - shareOfOurs(a));
}

function report(pages: Measured[]): void {
  const sum = (part: 'ours' | 'quoted' | 'shown'): number => pages.reduce((total, page) => total + page[part], 0);
  const over = pages.filter((page) => shareOfOurs(page) > OURS_MAX).length;
  const parts = [percent(sum('ours'), sum('shown')), percent(sum('quoted'), sum('shown'))];
  console.log(`${counted(pages.length)} in ${values.language}.`);
  console.log(`In another language: ${parts[0]} of what they show is ours to say, ${parts[1]} is quoted.`);
  console.log(`More than ${percent(OURS_MAX, 1)} of what is ours to say: ${counted(over)}.`);
  console.log('\n   ours  quoted  page');
  const worst = pages.slice(0, Number(values.worst));
  for (const page of worst) {
    const [ours, quoted] = [percent(page.ours, page.shown), percent(page.quoted, page.shown)];
    console.log(`${ours.padStart(7)} ${quoted.padStart(7)}  ${page.path}`);
  }
  if (!values.texts) return;
  console.log('');
  for (const text of new Set(worst.flatMap((page) => page.texts))) console.log(text);
}

function counted(pages: number): string {
  return `${pages} page${pages === 1 ? '' : 's'}`;
}

const pages = await measurePages();
if (pages) report(pages);
else {
  console.error(
    `There is no edition in ${values.edition}. Make one with npm run build, or name its folder with --edition.`,
  );
  process.exitCode = 2;
}
