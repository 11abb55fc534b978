import type { Language } from '../../lib/locales.ts';
import type { Outcome } from './case.ts';

/** What came of a case, in words: on the officer's form, on the page of the case and in mails. */
export const outcomeTexts = {
  en: {
    remedied: 'Put right',
    'partly-remedied': 'Partly put right',
    'not-upheld': 'Looked into, and not upheld',
    answered: 'Answered',
    'taken-up': 'Taken up',
    noted: 'Noted',
    given: 'Given in full',
    'given-in-part': 'Given in part',
    refused: 'Refused',
    'no-record': 'No such record is held',
  },
  sw: {
    remedied: 'Limerekebishwa',
    'partly-remedied': 'Limerekebishwa kwa sehemu',
    'not-upheld': 'Limechunguzwa, halikuthibitika',
    answered: 'Limejibiwa',
    'taken-up': 'Limekubaliwa',
    noted: 'Limezingatiwa',
    given: 'Taarifa yote imetolewa',
    'given-in-part': 'Sehemu ya taarifa imetolewa',
    refused: 'Limekataliwa',
    'no-record': 'Hakuna kumbukumbu kama hiyo',
  },
} satisfies Record<Language, Record<Outcome, string>>;
