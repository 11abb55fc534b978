import { defineMessages } from '../lib/messages.ts';

/** What stands above mails of every kind. */
export const mailMessages = defineMessages({
  en: {
    demonstration:
      'DEMONSTRATION. This mail comes from a demonstration of the portal, not from a government. It was caught on the machine that runs it.',
  },
  sw: {
    demonstration:
      'MAONYESHO. Barua hii inatoka kwenye maonyesho ya tovuti, si kwa serikali. Imenaswa kwenye kompyuta inayoendesha tovuti.',
  },
});
