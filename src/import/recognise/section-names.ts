import { plain } from '../blocks.ts';

export type SectionKind =
  | 'vision'
  | 'mission'
  | 'mandate'
  | 'obligations'
  | 'rights'
  | 'redress'
  | 'pledge'
  | 'coreValues'
  | 'coreFunctions'
  | 'customers'
  | 'standards'
  | 'contacts'
  | 'services';

interface SectionName {
  kind: SectionKind;
  english: RegExp;
  kiswahili: RegExp;
}

const CUSTOMER = '(?:customers?|clients?|citizens?|public|users?)';

/** What headings are called, in the order in which they are tried. Texts are compared as `plain` gives them. */
const names: SectionName[] = [
  { kind: 'vision', english: /^(?:our )?vision(?: statement)?$/, kiswahili: /^dira(?: yetu)?$/ },
  { kind: 'mission', english: /^(?:our )?mission(?: statement)?$/, kiswahili: /^(?:dhima|dhamira)(?: yetu)?$/ },
  { kind: 'mandate', english: /^(?:our )?mandate$/, kiswahili: /^mamlaka(?: yetu)?$/ },
  {
    kind: 'obligations',
    english: new RegExp(
      `(?:obligations|responsibilities|duties)(?: and \\w+)? (?:of|from|by) (?:the |our )?${CUSTOMER}|${CUSTOMER} (?:obligations|responsibilities|duties)|^what we expect (?:from|of) (?:you|our)|^your (?:obligations|responsibilities|duties)$`,
    ),
    kiswahili: /^(?:wajibu|majukumu) (?:wa|ya) (?:wateja|mteja)/,
  },
  {
    kind: 'rights',
    english: new RegExp(`rights (?:of|for) (?:the |our )?${CUSTOMER}|${CUSTOMER} rights|^your rights$`),
    kiswahili: /^haki (?:za|ya) (?:wateja|mteja)/,
  },
  {
    kind: 'redress',
    english: /redress|complaints?|grievances?|feedback|commitment to courtesy/,
    kiswahili: /malalamiko|lalamiko|maoni/,
  },
  {
    kind: 'pledge',
    english:
      /^(?:our )?(?:service )?(?:pledges?|commitments?|promises?)(?: to (?:you|our \w+|the public))?$|^we (?:pledge|commit)/,
    kiswahili: /^ahadi\b/,
  },
  {
    kind: 'coreValues',
    english: /^(?:our )?(?:core )?values$|^guiding principles$/,
    kiswahili: /^(?:tunu|maadili|misingi)\b/,
  },
  {
    kind: 'coreFunctions',
    english: /^(?:our )?(?:core |key |main )?functions$|^what we do$/,
    kiswahili: /^majukumu\b|^kazi zetu$/,
  },
  {
    kind: 'customers',
    english: /^(?:our )?(?:customers|clients|clientele|stakeholders)$/,
    kiswahili: /^wateja(?: wetu)?$/,
  },
  {
    kind: 'standards',
    english: /^(?:our )?(?:general )?(?:service )?(?:delivery )?standards(?: of service)?$/,
    kiswahili: /^viwango\b/,
  },
  {
    kind: 'contacts',
    english: /^(?:our )?contacts?\b|^how to (?:reach|contact) us$/,
    kiswahili: /^mawasiliano\b|^wasiliana nasi|^anwani/,
  },
  {
    kind: 'services',
    english: /^(?:our )?services(?: (?:rendered|offered|provided|we offer))?$|^service delivery (?:schedule|matrix)$/,
    kiswahili: /^huduma(?: zetu| zitolewazo)?$/,
  },
];

/**
 * Tells which part of a charter a heading opens and in which language it says so; undefined for any other heading. A
 * year or translation in brackets at its end does not count.
 */
export function sectionOf(heading: string): { kind: SectionKind; language: 'en' | 'sw' } | undefined {
  const text = plain(heading.replace(/\s*\([^()]*\)\s*$/, '')).replace(/^(?:\d+ )+|^[ivx]+ (?=\w{3})/, '');
  if (text.length > 90) return undefined;
  for (const { kind, english, kiswahili } of names) {
    if (english.test(text)) return { kind, language: 'en' };
    if (kiswahili.test(text)) return { kind, language: 'sw' };
  }
  return undefined;
}
