import { defineMessages } from '../../lib/messages.ts';

/** What the privacy page tells from the settings of each country. */
export const privacyMessages = defineMessages({
  en: {
    retention: 'When closed cases are deleted',
    retentionIntro:
      'A closed case is deleted by itself, with all words, names and files. Bare dates stay, for the statistics, without a way back to you.',
    months: (country: string, months: number) => `${country}: ${months} months after it was closed.`,
  },
  sw: {
    retention: 'Mashauri yaliyofungwa hufutwa lini',
    retentionIntro:
      'Shauri lililofungwa hufutika lenyewe, pamoja na maneno, majina na faili zote. Tarehe tupu hubaki, kwa ajili ya takwimu, bila njia ya kurudi kwako.',
    months: (country: string, months: number) => `${country}: miezi ${months} baada ya kufungwa.`,
  },
});
