import { defineMessages } from '../lib/messages.ts';

/** Texts of a deployment that keeps no cases: its two pages and the mails that Netlify Forms gives rise to. */
export const byMailMessages = defineMessages({
  en: {
    sentTitle: 'What you wrote was taken in',
    sentLede: 'It is checked and sent on by e-mail now. You need not do anything more.',
    sentMail: 'If you gave an e-mail address, you get a mail with a reference. Keep it.',
    sentNoMail:
      'If you gave none, you get no reference, and nobody can write to you. Note today’s date and what you wrote.',
    goesWhere: 'It goes to the desk that was named above the form.',
    byMailTitle: 'Complaints go by e-mail here',
    byMailLede:
      'This portal keeps no cases, so there is none to look up here. It passes each complaint on by e-mail at once.',
    byMailFigures: 'There are no figures of cases here either, and no list of addresses that were proved.',
    byMailReference: 'The reference of your complaint is in the mail that you got. Name it when you write or call.',
    byMailNext:
      'To complain, or to ask how a complaint stands, open the page of the agency: it names the desk and how to reach it.',
    agencies: 'All agencies',
    howToAnswer: (reference: string, portal: string) =>
      `This portal keeps no cases. Where the citizen’s address stands above, answer there. Otherwise answers to this mail go to the operator of ${portal}. Please keep ${reference} in the subject.`,
    acknowledgementIntro: (kind: string, agency: string) =>
      `Received and sent on: your ${kind.toLowerCase()} (${agency}).`,
    receivedIntro: (kind: string, agency: string) => `Received: your ${kind.toLowerCase()} (${agency}).`,
    keepThis:
      'Keep this mail. The portal keeps no cases, so there is no page on which to follow it: name the reference when you write or call.',
    desk: (address: string) => `How to reach them, and who is next if they do not answer:\n${address}`,
    refusedSubject: 'A complaint that could not be sent on by itself',
    refusedIntro:
      'Netlify Forms took in this complaint, but it lacks what is needed to send it on. The citizen was told that it was taken in. Please look at it and pass it on.',
    filesSubject: (reference: string) => `Files came with complaint ${reference}`,
    filesIntro:
      'The complaint was passed on without them. Pictures may tell where and by whom they were taken, so look at them before you pass them on. Netlify keeps them here:',
    problems: 'What is wrong with it:',
    asTyped: 'As it was typed:',
    undeliverableHint: 'The mail server of the addressee refused it.',
  },
  sw: {
    sentTitle: 'Ulichoandika kimepokelewa',
    sentLede: 'Kinakaguliwa na kutumwa mbele kwa barua pepe sasa. Huhitaji kufanya kitu kingine.',
    sentMail: 'Kama ulitoa barua pepe, utapata ujumbe wenye kumbukumbu. Uutunze.',
    sentNoMail:
      'Kama hukutoa, hupati kumbukumbu, na hakuna anayeweza kukuandikia. Andika tarehe ya leo na ulichoeleza.',
    goesWhere: 'Kinakwenda kwenye dawati lililotajwa juu ya fomu.',
    byMailTitle: 'Hapa malalamiko hutumwa kwa barua pepe',
    byMailLede:
      'Tovuti hii haihifadhi malalamiko, kwa hiyo hakuna la kutafuta hapa. Inapeleka kila lalamiko kwa barua pepe mara moja.',
    byMailFigures: 'Hapa hakuna pia takwimu za malalamiko, wala orodha ya anwani zilizothibitishwa.',
    byMailReference: 'Kumbukumbu ya malalamiko yako iko kwenye barua uliyopata. Itaje unapoandika au kupiga simu.',
    byMailNext:
      'Ili kulalamika, au kuuliza malalamiko yamefikia wapi, fungua ukurasa wa taasisi: unataja dawati na jinsi ya kulifikia.',
    agencies: 'Taasisi zote',
    howToAnswer: (reference: string, portal: string) =>
      `Tovuti hii haihifadhi malalamiko. Kama anwani ya mwananchi iko hapo juu, jibu huko. Vinginevyo majibu ya barua hii yanakwenda kwa mwendeshaji wa ${portal}. Tafadhali acha ${reference} kwenye kichwa cha barua.`,
    acknowledgementIntro: (kind: string, agency: string) =>
      `Tumepokea na kutuma mbele: ${kind.toLowerCase()} (${agency}).`,
    receivedIntro: (kind: string, agency: string) => `Tumepokea: ${kind.toLowerCase()} (${agency}).`,
    keepThis:
      'Tunza barua hii. Tovuti haihifadhi malalamiko, kwa hiyo hakuna ukurasa wa kuyafuatilia: taja kumbukumbu unapoandika au kupiga simu.',
    desk: (address: string) => `Jinsi ya kuwafikia, na nani anafuata wasipojibu:\n${address}`,
    refusedSubject: 'Malalamiko ambayo hayakuweza kutumwa mbele yenyewe',
    refusedIntro:
      'Netlify Forms ilipokea malalamiko haya, lakini yamepungukiwa na kinachohitajika ili kuyatuma mbele. Mwananchi aliambiwa kwamba yamepokelewa. Tafadhali yaangalie na uyapeleke.',
    filesSubject: (reference: string) => `Faili zilikuja na malalamiko ${reference}`,
    filesIntro:
      'Malalamiko yalitumwa mbele bila faili hizi. Picha zinaweza kueleza zilipigwa wapi na nani, kwa hiyo zitazame kabla ya kuzituma. Netlify inazihifadhi hapa:',
    problems: 'Kasoro zake:',
    asTyped: 'Kama yalivyoandikwa:',
    undeliverableHint: 'Seva ya barua ya mpokeaji iliyakataa.',
  },
});
