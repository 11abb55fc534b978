import { defaultLanguage, type Language } from '../lib/locales.ts';

/** The editor of whole entries (Decap), with what belongs to one agency, speaking the language of the desk. */
export function editorAddress(language: Language, agencyId: string): string {
  return `/admin/?agency=${agencyId}${language === defaultLanguage ? '' : `&language=${language}`}`;
}

/** The editor with one entry of an agency open: its charter, or one of its services. */
export const editorEntryAddress = (language: Language, agencyId: string, serviceId?: string): string =>
  editorDraftAddress(language, agencyId, `${serviceId ? 'services' : 'charter'}-${agencyId}`, serviceId ?? agencyId);

/** The editor with an entry open that may be a draft yet, as the desk knows it: by its collection and its name there. */
export const editorDraftAddress = (language: Language, agencyId: string, collection: string, slug: string): string =>
  `${editorAddress(language, agencyId)}#/collections/${collection}/entries/${slug}`;
