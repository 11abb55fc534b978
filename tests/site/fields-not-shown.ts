/** Fields that no page shows, and why that is right. A path ends with what stands here. */
export const notShown: Record<string, string> = {
  'popularNames[]': 'Words people search by; many are slang or mistakes, and the search answers for them.',
  'words[]': 'The same, for topics.',
  demonym: 'Read by the search, which knows "Kenyan" for Kenya.',
  order: 'Puts entries in order.',
  'portal.operatorEmail': 'Read where mail is sent: an address on every page would be harvested.',
  'portal.senderEmail': 'The same.',
};
