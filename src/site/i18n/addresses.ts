import { defineMessages } from '../../lib/messages.ts';

/** Texts of the page that tells which addresses for complaints are proved. */
export const addressesMessages = defineMessages({
  en: {
    title: 'Do complaints reach the agency?',
    description: 'Which addresses for complaints have been confirmed by the desks that read them, and when.',
    lede: 'A complaint goes to an address only after somebody who reads it has confirmed it to us. They are asked again every half year.',
    demonstration:
      'This is a demonstration. Its mail leaves no machine, so no address was proved, and each is used as it is.',
    states: {
      unproved: () => 'Not proved yet. Complaints pass it over.',
      held: () => 'This portal does not write to it yet. Complaints pass it over.',
      asked: () => 'Not proved yet: we have asked. Complaints pass it over.',
      proved: (day: string) => `Proved on ${day}.`,
      lapsing: (day: string) => `Proved on ${day}. We have asked for a new proof.`,
      lapsed: (day: string) => `No longer proved: the last proof was of ${day}. Complaints pass it over.`,
      refused: () => 'Its reader says that it is not the right address. Complaints pass it over.',
    },
    byOperator: 'The operator of the portal made sure by other means.',
    operator:
      'Where every address of a ladder is passed over, the operator of the portal receives the complaint and passes it on.',
    back: 'What became of the cases',
    link: 'Which addresses for complaints are proved',
  },
  sw: {
    title: 'Je, malalamiko yanafika kwenye taasisi?',
    description: 'Anwani zipi za malalamiko zimethibitishwa na madawati yanayozisoma, na lini.',
    lede: 'Malalamiko huenda kwa anwani baada tu ya anayeisoma kututhibitishia. Huulizwa tena kila nusu mwaka.',
    demonstration:
      'Haya ni maonyesho. Barua zake hazitoki kwenye kompyuta, kwa hiyo hakuna anwani iliyothibitishwa, na kila moja inatumika ilivyo.',
    states: {
      unproved: () => 'Haijathibitishwa bado. Malalamiko yanairuka.',
      held: () => 'Tovuti hii haiiandikii bado. Malalamiko yanairuka.',
      asked: () => 'Haijathibitishwa bado: tumeuliza. Malalamiko yanairuka.',
      proved: (day: string) => `Ilithibitishwa ${day}.`,
      lapsing: (day: string) => `Ilithibitishwa ${day}. Tumeomba uthibitisho mpya.`,
      lapsed: (day: string) => `Uthibitisho umeisha: wa mwisho ulikuwa wa ${day}. Malalamiko yanairuka.`,
      refused: () => 'Anayeisoma anasema si anwani sahihi. Malalamiko yanairuka.',
    },
    byOperator: 'Mwendeshaji wa tovuti alihakikisha kwa njia nyingine.',
    operator: 'Pale kila anwani ya ngazi inaporukwa, mwendeshaji wa tovuti hupokea malalamiko na kuyapeleka mbele.',
    back: 'Mashauri yaliishia wapi',
    link: 'Anwani zipi za malalamiko zimethibitishwa',
  },
});
