import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { ownContentPlace } from './content-place.ts';

export interface OfferedLanguage {
  /** BCP 47, for example `en`; it begins the addresses of its pages. */
  code: string;
  /** What the language calls itself. */
  name: string;
  /** Country of the readers, as sites that show a shared page ask for it: ISO 3166-1. */
  territory?: string;
}

/*
 * Addresses and forms depend on the languages, so they are read once, when a portal is built or started. A build puts
 * the list in the place of this file (see src/texts/build-texts.ts).
 */
export const offeredLanguages: readonly OfferedLanguage[] = readOfferedLanguages();

/** The folder of the texts: `src/texts`, or the one that OPENCHARTER_TEXTS_DIR names. */
export function textsFolder(): string {
  return process.env.OPENCHARTER_TEXTS_DIR ?? fileURLToPath(new URL('../texts', import.meta.url));
}

/** Lists the languages that have a folder of texts. */
export function textLanguages(folder = textsFolder()): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .map((item) => item.name)
    .sort();
}

/** The languages that the portal's configuration names, or else every language that has texts. */
function readOfferedLanguages(): OfferedLanguage[] {
  return configured() ?? textLanguages().map((code) => ({ code, name: ownName(code) }));
}

function configured(): OfferedLanguage[] | undefined {
  try {
    const folder = process.env.OPENCHARTER_CONTENT_DIR ?? ownContentPlace().contentDir;
    const file = join(folder, 'portal', 'portal.yaml');
    const { languages } = parse(readFileSync(file, 'utf8')) as { languages?: OfferedLanguage[] };
    return languages?.length ? languages : undefined;
  } catch {
    // Whether the configuration is there and can be read is for the check of the content to say.
    return undefined;
  }
}

function ownName(code: string): string {
  return new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code;
}
