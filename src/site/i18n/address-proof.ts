import { defineMessages } from '../../lib/messages.ts';

/** Texts of the page on which an address is proved, and of the list of those that are. */
export const addressProofMessages = defineMessages({
  en: {
    title: 'Confirm an address for complaints',
    description: 'Whoever reads an address confirms here that complaints may be sent to it.',
    ledeQuestion: (address: string) =>
      `We wrote to ${address}. Is this the right address for citizens’ complaints about:`,
    ledeCode: 'Type in the address that we wrote to, and the code from that mail.',
    ours: 'Yes, this is our address',
    notOurs: 'No, this is not the right address',
    notOursHint: 'Then we send nothing there and ask no more. The operator of the portal is told.',
    holds: (days: number) => `It holds for ${days} days. Then we ask again.`,
    withCode: 'Type in the code instead',
    wrong:
      'Address and code do not belong together, or the code is too old or was tried too often. Check both, or open the link in the newest mail from us.',
    deadLink: 'This link does not work. Open it in the newest mail from us, or type in the code of that mail here.',
    outcome: {
      proved: {
        title: 'Thank you: the address is confirmed',
        text: (address: string) => `From now on complaints reach you at ${address}.`,
      },
      refused: {
        title: 'Thank you: we send nothing there',
        text: (address: string) =>
          `Nothing more goes to ${address}. The operator of the portal looks for the right address.`,
      },
      used: {
        title: 'This code has been used',
        text: (address: string) =>
          `Somebody has answered already for ${address}. Nothing was changed now. If that was a slip, reply to our mail.`,
      },
      expired: {
        title: 'This code has ended',
        text: (address: string) =>
          `Nothing was changed for ${address}. Open the newest mail from us, or reply to it: the operator sends a new code.`,
      },
    },
    later: (minutes: number) =>
      `Too many codes were tried from here. Nothing is lost: send again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
  },
  sw: {
    title: 'Thibitisha anwani ya malalamiko',
    description: 'Anayesoma anwani anathibitisha hapa kwamba malalamiko yanaweza kutumwa kwake.',
    ledeQuestion: (address: string) =>
      `Tuliandika kwa ${address}. Je, hii ni anwani sahihi ya malalamiko ya wananchi kuhusu:`,
    ledeCode: 'Andika anwani tuliyoiandikia, na msimbo ulio kwenye barua hiyo.',
    ours: 'Ndiyo, hii ni anwani yetu',
    notOurs: 'Hapana, hii si anwani sahihi',
    notOursHint: 'Basi hatutatuma chochote huko wala kuuliza tena. Mwendeshaji wa tovuti ataambiwa.',
    holds: (days: number) => `Inadumu siku ${days}. Kisha tutauliza tena.`,
    withCode: 'Andika msimbo badala yake',
    wrong:
      'Anwani na msimbo havilingani, au msimbo ni wa zamani au umejaribiwa mara nyingi mno. Angalia vyote viwili, au fungua kiungo kwenye barua yetu mpya kabisa.',
    deadLink:
      'Kiungo hiki hakifanyi kazi. Kifungue kwenye barua yetu mpya kabisa, au andika hapa msimbo wa barua hiyo.',
    outcome: {
      proved: {
        title: 'Asante: anwani imethibitishwa',
        text: (address: string) => `Kuanzia sasa malalamiko yatawafikia kwa ${address}.`,
      },
      refused: {
        title: 'Asante: hatutatuma chochote huko',
        text: (address: string) =>
          `Hakuna kitakachotumwa tena kwa ${address}. Mwendeshaji wa tovuti atatafuta anwani sahihi.`,
      },
      used: {
        title: 'Msimbo huu umeshatumika',
        text: (address: string) =>
          `Mtu ameshajibu kuhusu ${address}. Hakuna kilichobadilika sasa. Kama lilikuwa kosa, jibu barua yetu.`,
      },
      expired: {
        title: 'Muda wa msimbo huu umeisha',
        text: (address: string) =>
          `Hakuna kilichobadilika kuhusu ${address}. Fungua barua yetu mpya kabisa, au ijibu: mwendeshaji atatuma msimbo mpya.`,
      },
    },
    later: (minutes: number) =>
      `Misimbo mingi mno imejaribiwa kutoka hapa. Hakuna kilichopotea: tuma tena baada ya dakika ${minutes === 1 ? 'moja' : minutes}.`,
  },
});
