import { defineMessages } from '../../lib/messages.ts';

/** Texts of the mails that ask for the proof of an address, and that tell the operator what became of one. */
export const proofMailMessages = defineMessages({
  en: {
    subject: {
      first: (portal: string) => `Is this the address for complaints? ${portal} asks you to confirm it`,
      again: (portal: string) => `Once more: please confirm this address for ${portal}`,
    },
    reminder: 'We wrote to you before and had no answer. The code of that mail no longer works; here is a new one.',
    intro: (portal: string, publisher: string, address: string, names: string) =>
      `${portal} publishes what public bodies promise, and passes citizens’ complaints and questions on to them. It is run by ${publisher}: ${address}. The register names this address for: ${names}.`,
    why: 'We send nothing about citizens to an address before somebody who reads it has confirmed that it is yours. Until then complaints go to the next body of the redress ladder, or to the operator of the portal.',
    renewal: (end: string, stop: string) =>
      `Somebody confirmed this address before. That holds until ${end}. Mail still comes until ${stop}; without a new confirmation it then goes to the next body of the redress ladder.`,
    confirm: 'To confirm it, open this page and press the button:',
    code: (page: string) => `Or open ${page} and type in:`,
    address: 'Address',
    codeLabel: 'Code',
    until: (days: number) => `Link and code work for ${days} days, once.`,
    notYours: 'Is it not the right address for this? The same page has a button for that, and we write no more.',
    answers: (publisher: string) => `This mail was sent by a machine. A reply reaches ${publisher}.`,
    news: {
      subject: {
        ended: (address: string) => `Not confirmed again: ${address}`,
        refused: (address: string) => `Not their address: ${address}`,
      },
      ended: (address: string, names: string, end: string, stop: string) =>
        `The proof of ${address} (${names}) ended on ${end}, and nobody has confirmed it again. Cases still go there until ${stop}. After that the address is passed over.`,
      refused: (address: string, names: string) =>
        `Whoever reads ${address} (${names}) says that it is not the right address. It is passed over from now on, and is asked no more.`,
      afterEnd: (address: string) =>
        `Please ring the desk. If the address is right, note that with: npm run addresses -- prove ${address} --note "who confirmed it, and how". To send a new code: npm run addresses -- ask ${address}`,
      afterRefusal: (address: string) =>
        `Please find the right address and correct the charter. If it was a slip, send a new code with: npm run addresses -- ask ${address}`,
      automatic: 'You are told this once.',
    },
  },
  sw: {
    subject: {
      first: (portal: string) => `Je, hii ni anwani ya malalamiko? ${portal} inaomba uithibitishe`,
      again: (portal: string) => `Mara nyingine: tafadhali thibitisha anwani hii kwa ${portal}`,
    },
    reminder: 'Tulikuandikia awali na hatukupata jibu. Msimbo wa barua ile haufanyi kazi tena; huu hapa mpya.',
    intro: (portal: string, publisher: string, address: string, names: string) =>
      `${portal} huchapisha ahadi za taasisi za umma, na hupeleka malalamiko na maswali ya wananchi kwao. Inaendeshwa na ${publisher}: ${address}. Daftari linataja anwani hii kwa: ${names}.`,
    why: 'Hatutumi chochote kuhusu wananchi kwa anwani kabla anayeisoma hajathibitisha kwamba ni yenu. Hadi hapo malalamiko huenda kwa chombo kinachofuata cha rufaa, au kwa mwendeshaji wa tovuti.',
    renewal: (end: string, stop: string) =>
      `Anwani hii ilithibitishwa awali. Uthibitisho huo unadumu hadi ${end}. Barua zitaendelea kuja hadi ${stop}; bila uthibitisho mpya zitaenda kwa chombo kinachofuata cha rufaa.`,
    confirm: 'Kuithibitisha, fungua ukurasa huu kisha bonyeza kitufe:',
    code: (page: string) => `Au fungua ${page} uandike:`,
    address: 'Anwani',
    codeLabel: 'Msimbo',
    until: (days: number) => `Kiungo na msimbo vinafanya kazi kwa siku ${days}, mara moja tu.`,
    notYours: 'Si anwani sahihi ya jambo hili? Ukurasa huo huo una kitufe chake, nasi hatutaandika tena.',
    answers: (publisher: string) => `Barua hii imetumwa na mashine. Jibu humfikia ${publisher}.`,
    news: {
      subject: {
        ended: (address: string) => `Haikuthibitishwa tena: ${address}`,
        refused: (address: string) => `Si anwani yao: ${address}`,
      },
      ended: (address: string, names: string, end: string, stop: string) =>
        `Uthibitisho wa ${address} (${names}) uliisha ${end}, na hakuna aliyeithibitisha tena. Mashauri bado yanaenda huko hadi ${stop}. Baada ya hapo anwani itarukwa.`,
      refused: (address: string, names: string) =>
        `Anayesoma ${address} (${names}) anasema si anwani sahihi. Inarukwa kuanzia sasa, na haiulizwi tena.`,
      afterEnd: (address: string) =>
        `Tafadhali pigia dawati simu. Kama anwani ni sahihi, andika hivyo kwa: npm run addresses -- prove ${address} --note "nani amethibitisha, na vipi". Kutuma msimbo mpya: npm run addresses -- ask ${address}`,
      afterRefusal: (address: string) =>
        `Tafadhali tafuta anwani sahihi na urekebishe mkataba. Kama lilikuwa kosa, tuma msimbo mpya kwa: npm run addresses -- ask ${address}`,
      automatic: 'Unaambiwa hili mara moja.',
    },
  },
});
