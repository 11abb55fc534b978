/** The editor of whole entries (Decap), with what belongs to one agency. It has one language. */
export const editorAddress = (agencyId: string): string => `/admin/?agency=${agencyId}`;

/** The editor with one entry of an agency open: its charter, or one of its services. */
export const editorEntryAddress = (agencyId: string, serviceId?: string): string =>
  `${editorAddress(agencyId)}#/collections/${serviceId ? 'services' : 'charter'}-${agencyId}/entries/${serviceId ?? agencyId}`;
