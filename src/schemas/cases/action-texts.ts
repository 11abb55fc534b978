import type { Language } from '../../lib/locales.ts';
import type { FieldTexts } from './form-field.ts';
import { outcomeTexts } from './outcome-texts.ts';

const agencies = { en: 'Choose the agency that is responsible.', sw: 'Chagua taasisi inayohusika.' };
const nothing = {
  en: 'Nothing is written and no file is attached. Write a few words, or attach a file.',
  sw: 'Hakuna maneno wala faili. Andika maneno machache, au ambatisha faili.',
};
const days = { en: 'Write a whole number of days, 1 to 10.', sw: 'Andika idadi kamili ya siku, 1 hadi 10.' };

const received = {
  en: 'Write the day on which they received it: not before it was sent to this portal, and not after today. For example 12/3/2026.',
  sw: 'Andika siku waliyolipokea: si kabla halijatumwa kwenye tovuti hii, wala si baada ya leo. Kwa mfano 12/3/2026.',
};

/** Labels, help and problems of what officers and citizens fill in on a case. The schemas carry them. */
export const actionTexts = {
  question: {
    en: {
      label: 'Your question to the citizen',
      help: 'The clock stops until they answer, for 10 working days at most.',
    },
    sw: { label: 'Swali lako kwa mwananchi', help: 'Saa inasimama hadi ajibu, kwa siku za kazi 10 zisizozidi.' },
  },
  answer: {
    en: { label: 'Your answer', help: 'The citizen reads it word for word. The case stays open until it is resolved.' },
    sw: { label: 'Jibu lako', help: 'Mwananchi ataisoma neno kwa neno. Shauri linabaki wazi hadi litatuliwe.' },
  },
  days: {
    en: { label: 'How many days more?', help: '1 to 10, once.', problems: { invalid: days.en, missing: days.en } },
    sw: {
      label: 'Siku ngapi zaidi?',
      help: '1 hadi 10, mara moja tu.',
      problems: { invalid: days.sw, missing: days.sw },
    },
  },
  ground: {
    en: { label: 'Why is more time needed?', help: 'The citizen reads the reason.' },
    sw: { label: 'Kwa nini muda zaidi unahitajika?', help: 'Mwananchi atasoma sababu.' },
  },
  agency: {
    en: { label: 'Which agency is responsible?', problems: { missing: agencies.en, invalid: agencies.en } },
    sw: { label: 'Taasisi ipi inahusika?', problems: { missing: agencies.sw, invalid: agencies.sw } },
  },
  handedTo: {
    en: {
      label: 'Who received it?',
      problems: { missing: 'Choose who received it.', invalid: 'Choose who received it.' },
    },
    sw: {
      label: 'Nani alilipokea?',
      problems: { missing: 'Chagua nani alilipokea.', invalid: 'Chagua nani alilipokea.' },
    },
  },
  handedOn: {
    en: {
      label: 'On which day did they receive it?',
      help: 'Their time to answer runs from this day. The citizen is told.',
      problems: { missing: received.en, invalid: received.en },
    },
    sw: {
      label: 'Walilipokea siku gani?',
      help: 'Muda wao wa kujibu unahesabiwa kuanzia siku hii. Mwananchi ataambiwa.',
      problems: { missing: received.sw, invalid: received.sw },
    },
  },
  handedInOn: {
    en: {
      label: 'On which day did they receive your letter?',
      help: 'The day of their stamp. Their time to answer runs from it.',
      problems: { missing: received.en, invalid: received.en },
    },
    sw: {
      label: 'Waliipokea barua yako siku gani?',
      help: 'Siku iliyo kwenye mhuri wao. Muda wao wa kujibu unahesabiwa kuanzia hapo.',
      problems: { missing: received.sw, invalid: received.sw },
    },
  },
  reason: {
    en: { label: 'Why is it theirs?', help: 'They and the citizen read the reason.' },
    sw: { label: 'Kwa nini ni lao?', help: 'Wao na mwananchi watasoma sababu.' },
  },
  outcome: {
    en: {
      label: 'What came of it?',
      options: outcomeTexts.en,
      problems: { invalid: 'Choose what came of it.', missing: 'Choose what came of it.' },
    },
    sw: {
      label: 'Matokeo ni nini?',
      options: outcomeTexts.sw,
      problems: { invalid: 'Chagua matokeo.', missing: 'Chagua matokeo.' },
    },
  },
  done: {
    en: {
      label: 'What was done, or why not?',
      help: 'The citizen reads it word for word, and may open the case again.',
    },
    sw: {
      label: 'Nini kilifanyika, au kwa nini hakikufanyika?',
      help: 'Mwananchi ataisoma neno kwa neno, na anaweza kulifungua tena.',
    },
  },
  given: {
    en: {
      label: 'What do you give, or why not?',
      help: 'The citizen reads it word for word. Of a refusal, name the ground, the section of the law it rests on, and where it can be reviewed.',
    },
    sw: {
      label: 'Mnatoa nini, au kwa nini hamtoi?',
      help: 'Mwananchi ataisoma neno kwa neno. Mkikataa, tajeni sababu, kifungu cha sheria kinachotegemewa, na uamuzi unaweza kupitiwa wapi.',
    },
  },
  message: {
    en: {
      label: 'Your message',
      help: 'It is passed on word for word, without your name or address.',
      problems: { missing: nothing.en },
    },
    sw: {
      label: 'Ujumbe wako',
      help: 'Unapelekwa neno kwa neno, bila jina wala anwani yako.',
      problems: { missing: nothing.sw },
    },
  },
  stillWrong: {
    en: { label: 'What is still wrong?', help: 'It is passed on word for word.', problems: { missing: nothing.en } },
    sw: { label: 'Nini bado si sawa?', help: 'Inapelekwa neno kwa neno.', problems: { missing: nothing.sw } },
  },
  citizenFiles: {
    en: {
      label: 'Pictures or papers (optional)',
      help: 'Up to 3 files of at most 2 MB each: pictures (JPEG, PNG, WebP) or PDF. They may come without words. Place and time hidden in a picture are removed; a PDF stays as it is. Cover what tells who you are, if you want to stay unknown.',
    },
    sw: {
      label: 'Picha au nyaraka (si lazima)',
      help: 'Hadi faili 3, kila moja isizidi MB 2: picha (JPEG, PNG, WebP) au PDF. Zinaweza kuja bila maneno. Mahali na wakati vilivyofichwa ndani ya picha huondolewa; PDF hubaki kama ilivyo. Funika kinachoeleza wewe ni nani, kama hutaki ujulikane.',
    },
  },
  officerFiles: {
    en: {
      label: 'Papers for the citizen (optional)',
      help: 'A letter or a copy of a record: up to 3 files of at most 2 MB each, PDF or pictures (JPEG, PNG, WebP). Make sure that they tell nothing about anybody else.',
    },
    sw: {
      label: 'Nyaraka kwa mwananchi (si lazima)',
      help: 'Barua au nakala ya kumbukumbu: hadi faili 3, kila moja isizidi MB 2, PDF au picha (JPEG, PNG, WebP). Hakikisha hazielezi habari za mtu mwingine yeyote.',
    },
  },
  score: {
    en: {
      label: 'How satisfied are you with how it was handled?',
      options: {
        '5': 'Very satisfied',
        '4': 'Satisfied',
        '3': 'Neither',
        '2': 'Dissatisfied',
        '1': 'Very dissatisfied',
      },
      problems: { invalid: 'Choose one of the five.', missing: 'Choose one of the five.' },
    },
    sw: {
      label: 'Umeridhika kiasi gani na jinsi lilivyoshughulikiwa?',
      options: {
        '5': 'Nimeridhika sana',
        '4': 'Nimeridhika',
        '3': 'Wastani',
        '2': 'Sijaridhika',
        '1': 'Sijaridhika kabisa',
      },
      problems: { invalid: 'Chagua moja kati ya tano.', missing: 'Chagua moja kati ya tano.' },
    },
  },
  remark: {
    en: { label: 'Anything to add? (optional)' },
    sw: { label: 'Una la kuongeza? (si lazima)' },
  },
} satisfies Record<string, Record<Language, FieldTexts>>;
