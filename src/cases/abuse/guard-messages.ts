import { defineMessages } from '../../lib/messages.ts';

/** What a citizen reads whose submission has to wait. What was typed stands in the form again. */
export const guardMessages = defineMessages({
  en: {
    wait: (seconds: number) =>
      `Much is being sent from your connection or to this portal just now. Nothing is lost: wait ${seconds} seconds, then press the button again.`,
    later: (minutes: number) =>
      `Too much has been sent from your connection, with this e-mail address or to this portal. Nothing is lost: leave this page open and press the button again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
    working: 'Your browser is calculating, so that you wait less.',
    ready: 'You may send now.',
  },
  sw: {
    wait: (seconds: number) =>
      `Mengi yanatumwa sasa kutoka kwenye mtandao wako au kwa tovuti hii. Hakuna kilichopotea: subiri sekunde ${seconds}, kisha ubonyeze kitufe tena.`,
    later: (minutes: number) =>
      `Mengi mno yametumwa kutoka kwenye mtandao wako, kwa barua pepe hii au kwa tovuti hii. Hakuna kilichopotea: acha ukurasa huu wazi, ubonyeze kitufe tena baada ya dakika ${minutes}.`,
    working: 'Kivinjari chako kinakokotoa ili usisubiri sana.',
    ready: 'Sasa unaweza kutuma.',
  },
});
