import type { Language } from '../../lib/locales.ts';
import type { CaseKind } from './case.ts';

/** What each kind of case is called: on pages, in mails and on the officer's desk. */
export const kindNames: Record<Language, Record<CaseKind, string>> = {
  en: {
    complaint: 'Complaint',
    compliment: 'Compliment',
    suggestion: 'Suggestion',
    question: 'Question',
    misconduct: 'Report of misconduct',
    'wrong-content': 'Report of wrong content',
    'information-request': 'Request for information',
  },
  sw: {
    complaint: 'Malalamiko',
    compliment: 'Pongezi',
    suggestion: 'Pendekezo',
    question: 'Swali',
    misconduct: 'Ripoti ya utovu wa maadili',
    'wrong-content': 'Taarifa ya maudhui yasiyo sahihi',
    'information-request': 'Ombi la taarifa',
  },
};
