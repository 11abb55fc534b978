import { defineMessages } from '../../lib/messages.ts';
import type { Outcome } from '../../schemas/cases/case.ts';
import { outcomeTexts } from '../../schemas/cases/outcome-texts.ts';

/** What happened, in sentences that citizen and officer both read; used on the timeline and in mails. */
export const lifeMessages = defineMessages({
  en: {
    acknowledged: (who: string) => `${who} confirmed that they have it.`,
    asked: (who: string) =>
      `${who} asked the citizen a question. The clock stands until it is answered, for 10 working days at most.`,
    answered: (who: string) => `${who} answered. The case stays open, and the clock began anew.`,
    extended: (who: string, days: number) =>
      `${who} took ${days === 1 ? 'one more day' : `${days} more days`} and gave the reason.`,
    transferred: (who: string, to: string, receiver: string) =>
      to === receiver
        ? `${who} passed it on to ${to}, as the one responsible.`
        : `${who} passed it on: ${to} is responsible. It went to ${receiver}.`,
    resolved: (who: string, outcome: Outcome) => `${who} closed it: ${lowerFirst(outcomeTexts.en[outcome])}.`,
    message: 'The citizen wrote.',
    sentFiles: (count: number) => (count === 1 ? 'The citizen sent a file.' : `The citizen sent ${count} files.`),
    reopened: 'The citizen opened it again.',
    withdrawn: 'The citizen withdrew it.',
    rated: (score: number) => `The citizen rated how it was handled: ${score} of 5.`,
    'identity-erased': 'Name and contact details of the citizen were erased.',
    filesErased: (count: number) =>
      count === 1
        ? 'The file that they had sent was erased too.'
        : `The ${count} files that they had sent were erased too.`,
    reminded: (who: string, due: string) => `${who} was reminded that an answer is due by ${due}.`,
    overdue: (who: string, due: string, to: string) =>
      `${who} had until ${due} and did not answer in time. So it went one rung up, to ${to}.`,
    dissatisfied: (who: string, to: string) =>
      `The citizen was not satisfied with ${who}. So it went one rung up, to ${to}.`,
    endedOverdue: (who: string, due: string) =>
      `${who} had until ${due} and did not answer in time. No body further up has an e-mail address that we can use. The operator of the portal was told.`,
    endedDissatisfied: (who: string) =>
      `The citizen was not satisfied with ${who}. No body further up has an e-mail address that we can use. The operator of the portal was told.`,
    endedSealed: (who: string, due: string | undefined) =>
      `${due ? `${who} had until ${due} and did not answer in time. ` : ''}The report is encrypted for ${who} alone, so it goes to nobody further up. Send it again to reach another body. The operator of the portal was told.`,
    operator: (name: string) => `${name} (operator of the portal)`,
    passedOver: {
      unknown: (names: string) => `Passed over, because we know no e-mail address: ${names}.`,
      'not-proved': (names: string) => `Passed over, because nobody has confirmed the e-mail address: ${names}.`,
      'not-released': (names: string) => `Passed over, because this portal does not write to them yet: ${names}.`,
    },
    callThem: (name: string, phones: string) => `${name} can be rung: ${phones}.`,
    passedOn: {
      operator: (who: string, to: string, day: string) => `${who} passed it on. ${to} received it on ${day}.`,
      citizen: (_who: string, to: string, day: string) => `The citizen handed it in. ${to} received it on ${day}.`,
    },
    notYetWith: (name: string, length: string, count: number) =>
      `Not yet with ${name}; the ${length} ${count === 1 ? 'starts' : 'start'} when it gets it.`,
    starts: (name: string, length: string, count: number) =>
      `The ${length} ${count === 1 ? 'starts' : 'start'} when ${name} gets it.`,
    term: {
      ladder: (length: string, agency: string) => `${agency} has ${length} to decide, as its redress ladder says.`,
      charter: (length: string, agency: string, says: string) =>
        `${agency} has ${length}. Its charter promises: “${says}”.`,
      oversight: (length: string, agency: string, says: string) =>
        `There are ${length}. ${agency} sets this for all: “${says}”.`,
      law: (length: string, agency: string, law: string) => `${agency} has ${length} to answer: ${law}.`,
      portal: (length: string) =>
        `There are ${length}. No source tells how long this may take; this is the portal’s own rule.`,
    },
    counting: {
      certain: (law: string) => `Sundays and public holidays are counted as the law says: ${law}.`,
      open: (law: string, strictDay: string) =>
        `Counted strictly, the time ends on ${strictDay}. It is not certain how the law (${law}) counts Sundays and public holidays here, so nobody is called late before the later day.`,
    },
  },
  sw: {
    acknowledged: (who: string) => `${who} imethibitisha kwamba imelipata.`,
    asked: (who: string) =>
      `${who} imemuuliza mwananchi swali. Saa imesimama hadi lijibiwe, kwa siku za kazi 10 zisizozidi.`,
    answered: (who: string) => `${who} imejibu. Shauri linabaki wazi, na saa imeanza upya.`,
    extended: (who: string, days: number) =>
      `${who} imechukua ${days === 1 ? 'siku moja' : `siku ${days}`} zaidi na kutoa sababu.`,
    transferred: (who: string, to: string, receiver: string) =>
      to === receiver
        ? `${who} imelipeleka kwa ${to}, ambayo inahusika.`
        : `${who} imelipeleka mbele: ${to} inahusika. Limeenda kwa ${receiver}.`,
    resolved: (who: string, outcome: Outcome) => `${who} imelifunga: ${lowerFirst(outcomeTexts.sw[outcome])}.`,
    message: 'Mwananchi ameandika.',
    sentFiles: (count: number) => (count === 1 ? 'Mwananchi ametuma faili.' : `Mwananchi ametuma faili ${count}.`),
    reopened: 'Mwananchi amelifungua tena.',
    withdrawn: 'Mwananchi ameliondoa.',
    rated: (score: number) => `Mwananchi amepima jinsi lilivyoshughulikiwa: ${score} kati ya 5.`,
    'identity-erased': 'Jina na mawasiliano ya mwananchi yamefutwa.',
    filesErased: (count: number) =>
      count === 1 ? 'Faili aliyotuma imefutwa pia.' : `Faili ${count} alizotuma zimefutwa pia.`,
    reminded: (who: string, due: string) => `${who} imekumbushwa kwamba jibu linatakiwa kufikia ${due}.`,
    overdue: (who: string, due: string, to: string) =>
      `${who} ilikuwa na muda hadi ${due} na haikujibu kwa wakati. Kwa hiyo limepanda ngazi moja, hadi ${to}.`,
    dissatisfied: (who: string, to: string) =>
      `Mwananchi hakuridhika na ${who}. Kwa hiyo limepanda ngazi moja, hadi ${to}.`,
    endedOverdue: (who: string, due: string) =>
      `${who} ilikuwa na muda hadi ${due} na haikujibu kwa wakati. Hakuna chombo cha juu chenye barua pepe tunayoweza kuitumia. Mwendeshaji wa tovuti ameambiwa.`,
    endedDissatisfied: (who: string) =>
      `Mwananchi hakuridhika na ${who}. Hakuna chombo cha juu chenye barua pepe tunayoweza kuitumia. Mwendeshaji wa tovuti ameambiwa.`,
    endedSealed: (who: string, due: string | undefined) =>
      `${due ? `${who} ilikuwa na muda hadi ${due} na haikujibu kwa wakati. ` : ''}Ripoti imefungwa kwa ufunguo wa ${who} peke yake, kwa hiyo haiendi juu zaidi. Itume tena ili ifike kwa chombo kingine. Mwendeshaji wa tovuti ameambiwa.`,
    operator: (name: string) => `${name} (mwendeshaji wa tovuti)`,
    passedOver: {
      unknown: (names: string) => `Zimerukwa, kwa sababu hatujui barua pepe: ${names}.`,
      'not-proved': (names: string) => `Zimerukwa, kwa sababu hakuna aliyethibitisha barua pepe: ${names}.`,
      'not-released': (names: string) => `Zimerukwa, kwa sababu tovuti hii haiziandikii bado: ${names}.`,
    },
    callThem: (name: string, phones: string) => `${name} inapigiwa simu: ${phones}.`,
    passedOn: {
      operator: (who: string, to: string, day: string) => `${who} amelifikisha. ${to} ililipokea ${day}.`,
      citizen: (_who: string, to: string, day: string) => `Mwananchi amelipeleka mwenyewe. ${to} ililipokea ${day}.`,
    },
    notYetWith: (name: string, length: string, _count: number) =>
      `Bado halijafika kwa ${name}; muda wa ${length} unaanza itakapolipata.`,
    starts: (name: string, length: string, _count: number) => `Muda wa ${length} unaanza ${name} itakapolipata.`,
    term: {
      ladder: (length: string, agency: string) =>
        `${agency} ina ${length} kuamua, kama ngazi yake ya rufaa inavyosema.`,
      charter: (length: string, agency: string, says: string) =>
        `${agency} ina ${length}. Mkataba wake unaahidi: “${says}”.`,
      oversight: (length: string, agency: string, says: string) =>
        `Kuna ${length}. ${agency} imeweka hivi kwa wote: “${says}”.`,
      law: (length: string, agency: string, law: string) => `${agency} ina ${length} kujibu: ${law}.`,
      portal: (length: string) =>
        `Kuna ${length}. Hakuna chanzo kinachosema hili linaweza kuchukua muda gani; hii ni kanuni ya tovuti yenyewe.`,
    },
    counting: {
      certain: (law: string) => `Jumapili na sikukuu za umma zinahesabiwa kama sheria inavyosema: ${law}.`,
      open: (law: string, strictDay: string) =>
        `Ukihesabu kwa ukali, muda unaisha ${strictDay}. Haijulikani kwa uhakika jinsi sheria (${law}) inavyohesabu Jumapili na sikukuu za umma hapa, kwa hiyo hakuna anayehesabiwa kuchelewa kabla ya siku ya baadaye.`,
    },
  },
});

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
