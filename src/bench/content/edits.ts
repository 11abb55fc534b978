import type { ContentFiles } from './generate-content.ts';
import { toPattern, type Pattern, type Spot } from './pattern.ts';
import { shuffled, type Random } from './random.ts';
import { replaceSpots } from './replace-spots.ts';

/** What a desk officer saved: the whole file as it is after, or nothing where the file was removed. */
export interface Edit {
  path: string;
  text?: string;
  /** What was done, in the words of a commit. */
  message: string;
}

/**
 * Makes one edit that a desk officer could have made, and keeps the content valid: another fee or time, another summary
 * or search word, a telephone number, a new service, the removal of a service that was added so before. `files` is
 * changed with it. `among`: ids of the bodies that are edited; all of them without it. Throws a RangeError when the
 * content has no service.
 */
export function makeEdit(files: ContentFiles, random: Random, among?: readonly string[]): Edit {
  const services = [...files.keys()].filter((path) => isServiceOf(path, among));
  for (const kind of shuffled(kinds, random)) {
    const edit = kind(random.pick(services), files, random);
    if (!edit) continue;
    if (edit.text === undefined) files.delete(edit.path);
    else files.set(edit.path, edit.text);
    return edit;
  }
  // A service always has costs and times, of whatever kind; adding another like it is always possible.
  throw new RangeError('No edit was possible.');
}

type Kind = (service: string, files: ContentFiles, random: Random) => Edit | undefined;

const kinds: Kind[] = [
  (path, files, random) => numbers(path, files, random, /^fees\.\d+\.amount$/, 'Change the fee'),
  (path, files, random) => numbers(path, files, random, /^processingTimes\.0\.max$/, 'Change the time'),
  (path, files, random) => sentence(path, files, random),
  (path, files, random) => searchWord(path, files, random),
  (path, files, random) => telephone(path, files, random),
  (path, files, random) => added(path, files, random),
  (path, files) => removed(path, files),
];

const ADDED = /-from-(\d{4})\.yaml$/;

function numbers(path: string, files: ContentFiles, random: Random, where: RegExp, what: string): Edit | undefined {
  return replaced(path, files, (spot) => {
    if (!where.test(spot.path) || typeof spot.value !== 'number') return undefined;
    const steps = 1 + random.below(5);
    return spot.value >= 1000 ? spot.value + steps * 100 : spot.value + steps;
  }, what);
}

function sentence(path: string, files: ContentFiles, random: Random): Edit | undefined {
  const bring = random.pick(['an appointment', 'the receipt', 'a copy of each paper', 'your reference number']);
  return replaced(
    path,
    files,
    ({ path: field, value }) => {
      if (field !== 'summary' || typeof value !== 'string' || value.length > 200) return undefined;
      return `${value.replace(/ Come with [^.]*\.$/, '')} Come with ${bring}.`;
    },
    'Say more of',
  );
}

function searchWord(path: string, files: ContentFiles, random: Random): Edit | undefined {
  return replaced(
    path,
    files,
    ({ path: field, value }) => (field === 'popularNames.0' ? `${value} ${random.pick(['office', 'form', 'desk', 'fee'])}` : undefined),
    'Add what people say to',
  );
}

function telephone(path: string, files: ContentFiles, random: Random): Edit | undefined {
  const charter = `charters/${path.split('/')[1] ?? ''}.mdx`;
  return replaced(
    charter,
    files,
    ({ path: field, value }) =>
      /^contacts\.0\.phones\.0\.number$/.test(field) && String(value).length > 7
        ? String(value).replace(/\d$/, String(random.below(10)))
        : undefined,
    'Correct the number of',
  );
}

function added(path: string, files: ContentFiles, random: Random): Edit | undefined {
  const text = files.get(path);
  const copy = path.replace(/(?:-from-\d{4})?\.yaml$/, `-from-${1000 + random.below(9000)}.yaml`);
  if (text === undefined || files.has(copy)) return undefined;
  const renamed = replaceSpots(pattern(path, text), ({ path: field, value }) =>
    field === 'name' ? `${value}, from ${ADDED.exec(copy)?.[1] ?? ''}` : undefined,
  );
  return { path: copy, text: renamed, message: `Add ${copy}` };
}

/** Only what was added in the same way goes again: others may refer to what was there from the start. */
function removed(path: string, files: ContentFiles): Edit | undefined {
  const folder = path.slice(0, path.lastIndexOf('/'));
  const target = [...files.keys()].find((other) => other.startsWith(`${folder}/`) && ADDED.test(other));
  return target === undefined ? undefined : { path: target, message: `Remove ${target}` };
}

function replaced(
  path: string,
  files: ContentFiles,
  replacement: (spot: Spot) => string | number | undefined,
  what: string,
): Edit | undefined {
  const before = files.get(path);
  if (before === undefined) return undefined;
  const text = replaceSpots(pattern(path, before), replacement);
  return text === before ? undefined : { path, text, message: `${what} ${path}` };
}

function pattern(path: string, text: string): Pattern {
  const [folder = '', ...rest] = path.split('/');
  return toPattern(folder === 'charters' ? 'charters' : 'services', rest.join('/'), text);
}

function isServiceOf(path: string, among: readonly string[] | undefined): boolean {
  const [folder, body = ''] = path.split('/');
  return folder === 'services' && (among === undefined || among.includes(body));
}
