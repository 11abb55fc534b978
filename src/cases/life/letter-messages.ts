import { defineMessages } from '../../lib/messages.ts';

/** Texts of the letters that a case's life gives rise to. */
export const letterMessages = defineMessages({
  en: {
    subject: (reference: string, about: string) => `${reference}: ${about}`,
    citizen: {
      acknowledged: 'your case is in their hands',
      asked: 'a question to you',
      answered: 'an answer to you',
      extended: 'more time is needed',
      transferred: 'passed on',
      resolved: 'closed',
      escalated: 'one rung up',
      'ladder-ended': 'no answer',
    },
    officer: {
      handedOver: 'please answer',
      message: 'the citizen wrote',
      reopened: 'opened again',
      withdrawn: 'withdrawn, nothing to do',
      reminded: 'an answer is due soon',
      escalated: 'passed one rung up',
      resolved: 'closed by another body',
    },
    operator: { undeliverable: 'could not be delivered', 'ladder-ended': 'no answer, and nobody further up' },
    follow: 'See it, and answer, here:',
    reopen: 'If it is not settled, open it again on the page of the case.',
    review: 'Who reviews a refusal or silence, and by when you have to ask for it:',
    rate: 'How satisfied are you? One click tells:',
    question: 'The clock stands until you answer, for 10 working days at most.',
    act: 'Confirm, ask, answer, pass on or close it here. You need no account. The link is for this case and this desk alone; do not forward it to the citizen.',
    actUntil: (day: string) => `The link works until ${day}.`,
    due: (day: string) => `An answer is due by ${day}.`,
    stillMay: 'You may still answer or close it by the link.',
    history: 'What has happened so far',
    handedOver: {
      transferred: (agency: string) => `A case that ${agency} says is yours.`,
      escalated: 'A case from the rung below you. It comes to you by the redress ladder.',
    },
    undeliverable: (name: string, addresses: string) =>
      `A letter about this case could not be delivered to ${name} (${addresses}). Please correct the address.`,
    operatorAct: 'In their place you may act here:',
    reply: (reference: string, portal: string) =>
      `A reply by mail goes to the operator of ${portal}, not to the citizen. Use the link, or keep ${reference} in the subject.`,
  },
  sw: {
    subject: (reference: string, about: string) => `${reference}: ${about}`,
    citizen: {
      acknowledged: 'shauri lako liko mikononi mwao',
      asked: 'swali kwako',
      answered: 'jibu kwako',
      extended: 'muda zaidi unahitajika',
      transferred: 'limepelekwa mbele',
      resolved: 'limefungwa',
      escalated: 'limepanda ngazi moja',
      'ladder-ended': 'hakuna jibu',
    },
    officer: {
      handedOver: 'tafadhali jibu',
      message: 'mwananchi ameandika',
      reopened: 'limefunguliwa tena',
      withdrawn: 'limeondolewa, hakuna la kufanya',
      reminded: 'jibu linatakiwa karibuni',
      escalated: 'limepandishwa ngazi moja',
      resolved: 'limefungwa na chombo kingine',
    },
    operator: { undeliverable: 'halikuweza kufikishwa', 'ladder-ended': 'hakuna jibu, wala chombo cha juu' },
    follow: 'Lione, na ujibu, hapa:',
    reopen: 'Kama halijamalizika, lifungue tena kwenye ukurasa wa shauri.',
    review: 'Nani anapitia uamuzi wa kukataa au ukimya, na uombe kabla ya muda gani:',
    rate: 'Umeridhika kiasi gani? Mbofyo mmoja unatosha:',
    question: 'Saa imesimama hadi ujibu, kwa siku za kazi 10 zisizozidi.',
    act: 'Thibitisha, uliza, jibu, peleka mbele au lifunge hapa. Huhitaji akaunti. Kiungo ni cha shauri hili na dawati hili tu; usimpelekee mwananchi.',
    actUntil: (day: string) => `Kiungo kinafanya kazi hadi ${day}.`,
    due: (day: string) => `Jibu linatakiwa kufikia ${day}.`,
    stillMay: 'Bado mnaweza kulijibu au kulifunga kwa kiungo.',
    history: 'Yaliyotokea hadi sasa',
    handedOver: {
      transferred: (agency: string) => `Shauri ambalo ${agency} inasema ni lenu.`,
      escalated: 'Shauri kutoka ngazi iliyo chini yenu. Linawafikia kwa ngazi ya rufaa.',
    },
    undeliverable: (name: string, addresses: string) =>
      `Barua kuhusu shauri hili haikuweza kufikishwa kwa ${name} (${addresses}). Tafadhali rekebisha anwani.`,
    operatorAct: 'Kwa niaba yao unaweza kuchukua hatua hapa:',
    reply: (reference: string, portal: string) =>
      `Jibu la barua humfikia mwendeshaji wa ${portal}, si mwananchi. Tumia kiungo, au acha ${reference} kwenye kichwa.`,
  },
});
