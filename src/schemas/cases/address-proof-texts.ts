import type { Language } from '../../lib/locales.ts';
import type { FieldTexts } from './form-field.ts';

const address = {
  en: 'Write the e-mail address that our mail was sent to.',
  sw: 'Andika barua pepe ambayo barua yetu ilitumwa.',
};
const code = {
  en: 'Write the code from the mail: nine letters and digits.',
  sw: 'Andika msimbo ulio kwenye barua: herufi na tarakimu tisa.',
};

/** Labels, help and problems of the form that proves an address. The schema carries them. */
export const addressProofTexts = {
  address: {
    en: { label: 'E-mail address', problems: { missing: address.en, invalid: address.en } },
    sw: { label: 'Barua pepe', problems: { missing: address.sw, invalid: address.sw } },
  },
  code: {
    en: {
      label: 'Code',
      help: 'For example K7M-29Q-XFA. Small letters and missing hyphens are fine.',
      problems: { missing: code.en, short: code.en, long: code.en, invalid: code.en },
    },
    sw: {
      label: 'Msimbo',
      help: 'Kwa mfano K7M-29Q-XFA. Herufi ndogo na vistari vilivyokosekana si tatizo.',
      problems: { missing: code.sw, short: code.sw, long: code.sw, invalid: code.sw },
    },
  },
} satisfies Record<string, Record<Language, FieldTexts>>;
