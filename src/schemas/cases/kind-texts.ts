import type { Language } from '../../lib/locales.ts';
import type { FieldTexts } from './form-field.ts';
import { informationTexts } from './information-texts.ts';

type Texts = Record<Language, FieldTexts>;

const sentAsIs = {
  en: 'In your own words, in any language. This is sent word for word.',
  sw: 'Kwa maneno yako mwenyewe, kwa lugha yoyote. Yanatumwa kama yalivyo.',
};

function words(en: string, sw: string, missing: { en: string; sw: string }): Texts {
  return {
    en: {
      label: en,
      help: sentAsIs.en,
      problems: { missing: missing.en, short: missing.en, long: 'This is too long. Shorten it to 5,000 characters.' },
    },
    sw: {
      label: sw,
      help: sentAsIs.sw,
      problems: { missing: missing.sw, short: missing.sw, long: 'Ni ndefu mno. Ifupishe hadi herufi 5,000.' },
    },
  };
}

const shareWith = (en: string, sw: string, helpEn: string, helpSw: string): Texts => ({
  en: { label: en, help: helpEn },
  sw: { label: sw, help: helpSw },
});

/**
 * How the kinds other than a complaint word their fields; a field that is not named here is worded as in a complaint.
 */
export const kindTexts = {
  compliment: {
    whatHappened: words('What was done well?', 'Nini kilifanywa vizuri?', {
      en: 'Tell what was done well: at least 10 characters.',
      sw: 'Eleza kilichofanywa vizuri: angalau herufi 10.',
    }),
  },
  suggestion: {
    whatHappened: words('What do you suggest?', 'Unapendekeza nini?', {
      en: 'Write your suggestion: at least 10 characters.',
      sw: 'Andika pendekezo lako: angalau herufi 10.',
    }),
  },
  question: {
    whatHappened: words('Your question', 'Swali lako', {
      en: 'Write your question: at least 10 characters.',
      sw: 'Andika swali lako: angalau herufi 10.',
    }),
  },
  misconduct: {
    whatHappened: {
      en: {
        label: 'What happened?',
        help: 'Who asked for what, in which words, who saw it. It is not sent to the office you report. Leave out what only you can know, if you want to stay unknown.',
        problems: {
          missing: 'Tell what happened.',
          short: 'Tell a little more: at least 20 characters.',
          long: 'This is too long. Shorten it to 5,000 characters.',
        },
      },
      sw: {
        label: 'Nini kilitokea?',
        help: 'Nani aliomba nini, kwa maneno gani, nani aliona. Haitumwi kwa ofisi unayoiripoti. Usiandike unachokijua wewe tu, kama hutaki ujulikane.',
        problems: {
          missing: 'Eleza kilichotokea.',
          short: 'Eleza zaidi kidogo: angalau herufi 20.',
          long: 'Ni ndefu mno. Ifupishe hadi herufi 5,000.',
        },
      },
    } satisfies Texts,
    amountAsked: {
      en: {
        label: 'How much was asked for? (optional)',
        help: 'For example 1500.',
        problems: { invalid: 'Write the amount in digits, for example 1500, or leave it empty.' },
      },
      sw: {
        label: 'Kiasi gani kiliombwa? (si lazima)',
        help: 'Kwa mfano 1500.',
        problems: { invalid: 'Andika kiasi kwa tarakimu, kwa mfano 1500, au acha wazi.' },
      },
    } satisfies Texts,
    shareIdentity: shareWith(
      'Tell the body that receives it who I am',
      'Kiambie chombo kinachoipokea mimi ni nani',
      'Leave this unticked to stay unknown. They can still write to you through this portal.',
      'Usiweke alama kama hutaki ujulikane. Bado wanaweza kukuandikia kupitia tovuti hii.',
    ),
  },
  'information-request': { whatHappened: informationTexts.whatHappened, shareIdentity: informationTexts.shareIdentity },
  'wrong-content': {
    where: {
      en: { label: 'On which page? (optional)', help: 'Its address or title.' },
      sw: { label: 'Kwenye ukurasa upi? (si lazima)', help: 'Anwani au kichwa chake.' },
    } satisfies Texts,
    whatHappened: words('What is wrong or missing?', 'Nini si sahihi au kinakosekana?', {
      en: 'Tell what is wrong: at least 10 characters.',
      sw: 'Eleza kisicho sahihi: angalau herufi 10.',
    }),
    wanted: {
      en: { label: 'What is right, and how do you know? (optional)', help: 'A notice, a receipt, a web page.' },
      sw: { label: 'Kilicho sahihi ni nini, na umejuaje? (si lazima)', help: 'Tangazo, risiti, ukurasa wa wavuti.' },
    } satisfies Texts,
    shareIdentity: shareWith(
      'Tell the charter desk who I am',
      'Liambie dawati la mikataba mimi ni nani',
      'Otherwise it gets the report without your name.',
      'Vinginevyo litapata taarifa bila jina lako.',
    ),
  },
} as const;
