import { defaultLanguage, languages, type Language } from '../lib/locales.ts';
import { DESK_BYTES_MAX } from '../web/body-limits.ts';
import { readText } from '../web/read-body.ts';
import { CmsError } from './cms-error.ts';

/** Answers one request of the CMS. */
export type Handler = (request: Request) => Promise<Response>;

/** Handlers by method and path below /api/cms, for example "POST /sign-in". */
export type Routes = Record<string, Handler>;

/** The language in which the answer to a request is read: the one that its address names, or English. */
export function languageIn(request: Request): Language {
  const asked = new URL(request.url).searchParams.get('language');
  return languages.find((language) => language === asked) ?? defaultLanguage;
}

/** Reads a JSON body. Throws a CmsError when it is larger than 12 MB or not JSON. */
export async function readJson(request: Request): Promise<unknown> {
  const text = await readText(request, DESK_BYTES_MAX);
  if (text === undefined)
    throw new CmsError(413, 'The request is larger than 12 MB. Upload smaller files, one at a time.');
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CmsError(400, 'The request is not valid JSON.', { cause });
  }
}
