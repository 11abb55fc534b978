import type { Language } from '../../lib/locales.ts';
import type { FieldTexts } from './form-field.ts';

export const brokenPromiseTexts = {
  en: {
    'too-slow': 'It took, or takes, longer than promised',
    'extra-money': 'I was asked for money beyond the fee',
    'turned-away': 'I was turned away',
    rude: 'I was treated rudely or unfairly',
    information: 'I got wrong or missing information',
    other: 'Something else',
  },
  sw: {
    'too-slow': 'Ilichukua, au inachukua, muda mrefu kuliko ilivyoahidiwa',
    'extra-money': 'Niliombwa pesa zaidi ya ada',
    'turned-away': 'Nilifukuzwa bila kuhudumiwa',
    rude: 'Nilitendewa bila heshima au haki',
    information: 'Nilipewa habari zisizo sahihi au pungufu',
    other: 'Jambo lingine',
  },
} as const satisfies Record<Language, Record<string, string>>;

type Texts = Record<Language, FieldTexts>;

const unknownBody: Texts = {
  en: {
    label: 'Agency',
    problems: {
      missing: 'The form does not say which agency it is about. Open the agency’s page and begin there.',
      invalid: 'This agency is not in the portal. Open the agency’s page and begin there.',
    },
  },
  sw: {
    label: 'Taasisi',
    problems: {
      missing: 'Fomu haisemi inahusu taasisi gani. Fungua ukurasa wa taasisi uanzie hapo.',
      invalid: 'Taasisi hii haimo kwenye tovuti hii. Fungua ukurasa wa taasisi uanzie hapo.',
    },
  },
};

/**
 * Labels, help and problems of each field of a complaint. The schema carries them; everything else reads them there.
 */
export const complaintTexts = {
  agency: unknownBody,
  service: {
    en: {
      label: 'Service',
      problems: { invalid: 'This service is not in the portal. Open the agency’s page and begin there.' },
    },
    sw: {
      label: 'Huduma',
      problems: { invalid: 'Huduma hii haimo kwenye tovuti hii. Fungua ukurasa wa taasisi uanzie hapo.' },
    },
  },
  whatHappened: {
    en: {
      label: 'What happened?',
      help: 'In your own words, in any language. This is sent word for word: leave out your name, telephone number or file number unless the agency may see them.',
      problems: {
        missing: 'Tell what happened. A few sentences are enough.',
        short: 'Tell a little more about what happened: at least 20 characters.',
        long: 'What happened is too long. Shorten it to 5,000 characters.',
      },
    },
    sw: {
      label: 'Nini kilitokea?',
      help: 'Kwa maneno yako mwenyewe, kwa lugha yoyote. Maneno haya hutumwa kama yalivyo: usiandike jina, simu wala nambari ya faili isipokuwa taasisi inaruhusiwa kuyaona.',
      problems: {
        missing: 'Eleza kilichotokea. Sentensi chache zinatosha.',
        short: 'Eleza zaidi kidogo kilichotokea: angalau herufi 20.',
        long: 'Maelezo ni marefu mno. Yafupishe hadi herufi 5,000.',
      },
    },
  },
  broken: {
    en: { label: 'Which promise was broken?', help: 'Choose all that fit, or none.', options: brokenPromiseTexts.en },
    sw: {
      label: 'Ahadi gani ilivunjwa?',
      help: 'Chagua zote zinazofaa, au usichague.',
      options: brokenPromiseTexts.sw,
    },
  },
  amountAsked: {
    en: {
      label: 'How much were you asked for beyond the fee? (optional)',
      help: 'For example 1500.',
      problems: { invalid: 'Write the amount in digits, for example 1500. Leave it empty if no money was asked for.' },
    },
    sw: {
      label: 'Uliombwa kiasi gani zaidi ya ada? (si lazima)',
      help: 'Kwa mfano 1500.',
      problems: { invalid: 'Andika kiasi kwa tarakimu, kwa mfano 1500. Acha wazi kama hukuombwa pesa.' },
    },
  },
  happenedOn: {
    en: {
      label: 'When did it happen, or begin? (optional)',
      help: 'For example 12/3/2026.',
      problems: {
        invalid: 'Write the day as day/month/year, for example 12/3/2026.',
        future: 'The day it happened is in the future. Write a day up to today.',
      },
    },
    sw: {
      label: 'Ilitokea au ilianza lini? (si lazima)',
      help: 'Kwa mfano 12/3/2026.',
      problems: {
        invalid: 'Andika siku kama siku/mwezi/mwaka, kwa mfano 12/3/2026.',
        future: 'Siku uliyoandika haijafika. Andika siku hadi leo.',
      },
    },
  },
  happenedUntil: {
    en: {
      label: 'If it went on for some time, until when? (optional)',
      problems: {
        invalid: 'Write the last day as day/month/year, for example 30/3/2026.',
        future: 'The last day is in the future. If it still goes on, leave this empty.',
        order: 'The last day is before the first. Check both days.',
      },
    },
    sw: {
      label: 'Kama iliendelea kwa muda, hadi lini? (si lazima)',
      problems: {
        invalid: 'Andika siku ya mwisho kama siku/mwezi/mwaka, kwa mfano 30/3/2026.',
        future: 'Siku ya mwisho haijafika. Kama bado inaendelea, acha wazi.',
        order: 'Siku ya mwisho iko kabla ya siku ya kwanza. Angalia siku zote mbili.',
      },
    },
  },
  where: {
    en: { label: 'Where? (optional)', help: 'The office, town, website or telephone line.' },
    sw: { label: 'Wapi? (si lazima)', help: 'Ofisi, mji, tovuti au nambari ya simu.' },
  },
  officer: {
    en: { label: 'Which office or officer? (optional)', help: 'A name, a desk or a badge number, if you know it.' },
    sw: { label: 'Ofisi au afisa gani? (si lazima)', help: 'Jina, dawati au nambari ya beji, kama unaijua.' },
  },
  wanted: {
    en: { label: 'What would you like to be done? (optional)' },
    sw: { label: 'Ungependa lifanyike nini? (si lazima)' },
  },
  files: {
    en: {
      label: 'Pictures or papers (optional)',
      help: 'Up to 3 files of at most 2 MB each: pictures (JPEG, PNG, WebP) or PDF. Place and time hidden in a picture are removed; a PDF stays as it is. Cover what tells who you are, if you want to stay unknown.',
    },
    sw: {
      label: 'Picha au nyaraka (si lazima)',
      help: 'Hadi faili 3, kila moja isizidi MB 2: picha (JPEG, PNG, WebP) au PDF. Mahali na wakati vilivyofichwa ndani ya picha huondolewa; PDF hubaki kama ilivyo. Funika kinachoeleza wewe ni nani, kama hutaki ujulikane.',
    },
  },
  language: {
    en: {
      label: 'In which language should we write to you?',
      options: { en: 'English', sw: 'Kiswahili' },
      problems: { invalid: 'Choose English or Kiswahili.', missing: 'Choose English or Kiswahili.' },
    },
    sw: {
      label: 'Tukuandikie kwa lugha gani?',
      options: { en: 'Kiingereza', sw: 'Kiswahili' },
      problems: { invalid: 'Chagua Kiingereza au Kiswahili.', missing: 'Chagua Kiingereza au Kiswahili.' },
    },
  },
  email: {
    en: {
      label: 'E-mail (optional)',
      help: 'If you give it, we send you the reference and an acknowledgement.',
      problems: {
        invalid: 'Write one e-mail address, for example amina@example.org, or leave it empty.',
        long: 'The e-mail address is too long. Check it, or leave it empty.',
      },
    },
    sw: {
      label: 'Barua pepe (si lazima)',
      help: 'Ukiiandika, tutakutumia nambari ya kumbukumbu na uthibitisho.',
      problems: {
        invalid: 'Andika anwani moja ya barua pepe, kwa mfano amina@example.org, au acha wazi.',
        long: 'Anwani ya barua pepe ni ndefu mno. Iangalie, au acha wazi.',
      },
    },
  },
  name: {
    en: { label: 'Name (optional)' },
    sw: { label: 'Jina (si lazima)' },
  },
  phone: {
    en: {
      label: 'Telephone (optional)',
      problems: { invalid: 'Write the telephone number in digits, for example 0712 345 678, or leave it empty.' },
    },
    sw: {
      label: 'Simu (si lazima)',
      problems: { invalid: 'Andika nambari ya simu kwa tarakimu, kwa mfano 0712 345 678, au acha wazi.' },
    },
  },
  shareIdentity: {
    en: {
      label: 'Tell the agency who I am',
      help: 'Tick this if the agency may see your name, e-mail and telephone. Otherwise it gets the complaint without them.',
    },
    sw: {
      label: 'Iambie taasisi mimi ni nani',
      help: 'Weka alama kama taasisi inaruhusiwa kuona jina, barua pepe na simu yako. Vinginevyo itapata malalamiko bila hayo.',
    },
  },
} satisfies Record<string, Texts>;
