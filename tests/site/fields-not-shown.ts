/** Fields that no page shows, and why that is right. A path ends with what stands here. */
export const notShown: Record<string, string> = {
  'popularNames[]': 'Words people search by; many are slang or mistakes, and the search answers for them.',
  'words[]': 'The same, for topics.',
  demonym: 'Read by the search, which knows "Kenyan" for Kenya.',
  order: 'Puts entries in order.',
  'opening.times[].from':
    'Read by the visitor’s phone, which says what is open now; a reader has the hours beside it in the words of the source.',
  'opening.times[].to': 'The same.',
  'portal.operatorEmail': 'Read where mail is sent: an address on every page would be harvested.',
  'portal.senderEmail': 'The same.',
};
