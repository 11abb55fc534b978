/** The editor of whole entries (Decap), with what belongs to one agency. It has one language. */
export const editorAddress = (agencyId: string): string => `/admin/?agency=${agencyId}`;

/** The editor with one entry of an agency open: its charter, or one of its services. */
export const editorEntryAddress = (agencyId: string, serviceId?: string): string =>
  editorDraftAddress(agencyId, `${serviceId ? 'services' : 'charter'}-${agencyId}`, serviceId ?? agencyId);

/** The editor with an entry open that may be a draft yet, as the desk knows it: by its collection and its name there. */
export const editorDraftAddress = (agencyId: string, collection: string, slug: string): string =>
  `${editorAddress(agencyId)}#/collections/${collection}/entries/${slug}`;
