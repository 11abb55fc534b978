import type { Language } from '../../lib/locales.ts';
import type { FieldTexts } from './form-field.ts';

export const accessTexts = {
  en: {
    file: 'As a file, on the page of this request or by e-mail',
    inspection: 'I would like to look at it in the office',
    paper: 'As a copy on paper',
  },
  sw: {
    file: 'Kama faili, kwenye ukurasa wa ombi hili au kwa barua pepe',
    inspection: 'Ningependa kuitazama ofisini',
    paper: 'Kama nakala ya karatasi',
  },
} as const satisfies Record<Language, Record<string, string>>;

type Texts = Record<Language, FieldTexts>;

const missing = {
  en: 'Write which information or record you want: at least 10 characters.',
  sw: 'Andika unataka taarifa au kumbukumbu gani: angalau herufi 10.',
};

/**
 * Labels, help and problems of the fields that only a request for information has, and of those that it words in its
 * own way.
 */
export const informationTexts = {
  period: {
    en: { label: 'From which time? (optional)', help: 'For example 2024, or January to March 2025.' },
    sw: { label: 'Ya wakati gani? (si lazima)', help: 'Kwa mfano 2024, au Januari hadi Machi 2025.' },
  },
  access: {
    en: {
      label: 'How would you like to have it? (optional)',
      options: accessTexts.en,
      problems: { invalid: 'Choose one of the three ways, or none.' },
    },
    sw: {
      label: 'Ungependa kuipata vipi? (si lazima)',
      options: accessTexts.sw,
      problems: { invalid: 'Chagua njia moja kati ya tatu, au usichague.' },
    },
  },
  urgent: {
    en: {
      label: 'Somebody’s life or liberty is at stake',
      help: 'The law sets a shorter time for this. Say above what is at stake.',
    },
    sw: {
      label: 'Uhai au uhuru wa mtu uko hatarini',
      help: 'Sheria imeweka muda mfupi zaidi kwa hili. Eleza hapo juu ni hatari gani.',
    },
  },
  whatHappened: {
    en: {
      label: 'Which information or record do you want?',
      help: 'Describe it so that it can be found: the subject, the office, the name of the paper if you know it. This is sent word for word: leave out your name unless they may see it.',
      problems: { missing: missing.en, short: missing.en, long: 'This is too long. Shorten it to 5,000 characters.' },
    },
    sw: {
      label: 'Unataka taarifa au kumbukumbu gani?',
      help: 'Ieleze ili iweze kupatikana: jambo lenyewe, ofisi, na jina la waraka kama unalijua. Maneno haya hutumwa kama yalivyo: usiandike jina lako isipokuwa wanaruhusiwa kuliona.',
      problems: { missing: missing.sw, short: missing.sw, long: 'Ni ndefu mno. Ifupishe hadi herufi 5,000.' },
    },
  },
  shareIdentity: {
    en: {
      label: 'Tell those who answer who I am',
      help: 'Tick this if they are to send you paper or call you. Otherwise they get the request without your name and answer you through this portal.',
    },
    sw: {
      label: 'Waambie wanaojibu mimi ni nani',
      help: 'Weka alama kama unataka wakutumie karatasi au wakupigie simu. Vinginevyo watapata ombi bila jina lako na watakujibu kupitia tovuti hii.',
    },
  },
} satisfies Record<string, Texts>;
