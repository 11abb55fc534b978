/**
 * The pages that are compared from edition to edition: the ten charters that were longest on a phone before pages were
 * drawn as receipts, the two longest services, and what leads to them. A list that stays, so that a page which grows is
 * not replaced by another.
 */
export const pages: { name: string; path: string }[] = [
  { name: 'inec', path: '/ng/inec/' },
  { name: 'nis', path: '/ng/nis/' },
  { name: 'nerc', path: '/ng/nerc/' },
  { name: 'icpc', path: '/ng/icpc/' },
  { name: 'cbn', path: '/ng/cbn/' },
  { name: 'ombudsman', path: '/ke/caj-ombudsman/' },
  { name: 'attorney-general', path: '/ke/oag-doj-ict/' },
  { name: 'lagos-vehicle', path: '/ng/lagos-vehicle/' },
  { name: 'immigration', path: '/ke/immigration/' },
  { name: 'nysc', path: '/ng/nysc/' },
  { name: 'work-permit', path: '/ke/immigration/work-permit/' },
  { name: 'voter-registration', path: '/ng/inec/voter-registration/' },
  { name: 'home', path: '/' },
  { name: 'search', path: '/search/?q=passport' },
  { name: 'form', path: '/ng/nis/complain/' },
  { name: 'agencies', path: '/agencies/' },
  { name: 'country', path: '/ng/' },
  { name: 'rights', path: '/ng/information-rights/' },
];
