/** The editor of whole entries (Decap), with what belongs to one agency. It has one language. */
export const editorAddress = (agencyId: string): string => `/admin/?agency=${agencyId}`;
