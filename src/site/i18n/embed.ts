import { defineMessages } from '../../lib/messages.ts';

/** Texts of the widgets on agencies' own sites. */
export const embedMessages = defineMessages({
  en: { from: (portal: string) => `from ${portal}` },
  sw: { from: (portal: string) => `kutoka ${portal}` },
});
