import { defineMessages } from '../../lib/messages.ts';

/** Texts of the open statistics of cases. */
export const statisticsMessages = defineMessages({
  en: {
    title: 'What became of the cases',
    titleMonth: (month: string) => `What became of the cases received in ${month}`,
    description: 'Cases received, answered and left unanswered, agency by agency.',
    lede: 'Counted from the log of every case that citizens sent through this portal. Silence is counted too.',
    small:
      'Counts from 1 to 4 are not told (<5), nor what is worked out from fewer than 5 (–), so that nobody can be traced.',
    days: 'Days are working days of the country, from receipt to the first answer.',
    requests: 'Requests for information',
    agency: 'Agency',
    columns: {
      received: 'Received',
      acknowledged: 'Acknowledged',
      answered: 'Answered',
      inTime: 'In time',
      silence: 'No answer in time',
      resolved: 'Closed',
      medianDays: 'Days (half took no longer)',
      p90Days: 'Days (9 in 10 took no longer)',
      satisfaction: 'Satisfaction (1–5)',
    },
    month: 'Month of receipt',
    show: 'Show',
    none: 'No case has been received yet.',
    keptCounts: (received: string, inTime: string, silence: string) =>
      `Cases received through this portal: ${received}. Answered in time: ${inTime}. No answer in time: ${silence}.`,
    keptDays: (days: string) => `Half of the answers took no longer than ${days} working days.`,
    download: 'Download as CSV',
  },
  sw: {
    title: 'Mashauri yaliishia wapi',
    titleMonth: (month: string) => `Mashauri yaliyopokelewa ${month} yaliishia wapi`,
    description: 'Mashauri yaliyopokelewa, yaliyojibiwa na yaliyoachwa bila jibu, kwa kila taasisi.',
    lede: 'Yamehesabiwa kutoka kwenye kumbukumbu za kila shauri lililotumwa na wananchi kupitia tovuti hii. Ukimya nao unahesabiwa.',
    small: 'Hesabu za 1 hadi 4 hazitajwi (<5), wala kinachotokana na chini ya 5 (–), ili mtu asiweze kutambuliwa.',
    days: 'Siku ni siku za kazi za nchi husika, tangu kupokelewa hadi jibu la kwanza.',
    requests: 'Maombi ya taarifa',
    agency: 'Taasisi',
    columns: {
      received: 'Yamepokelewa',
      acknowledged: 'Yamethibitishwa',
      answered: 'Yamejibiwa',
      inTime: 'Kwa wakati',
      silence: 'Bila jibu kwa wakati',
      resolved: 'Yamefungwa',
      medianDays: 'Siku (nusu hayakuzidi)',
      p90Days: 'Siku (9 kati ya 10 hayakuzidi)',
      satisfaction: 'Kuridhika (1–5)',
    },
    month: 'Mwezi wa kupokelewa',
    show: 'Onyesha',
    none: 'Bado hakuna shauri lililopokelewa.',
    keptCounts: (received: string, inTime: string, silence: string) =>
      `Mashauri yaliyopokelewa kupitia tovuti hii: ${received}. Yaliyojibiwa kwa wakati: ${inTime}. Bila jibu kwa wakati: ${silence}.`,
    keptDays: (days: string) => `Nusu ya majibu hayakuzidi siku za kazi ${days}.`,
    download: 'Pakua kama CSV',
  },
});
