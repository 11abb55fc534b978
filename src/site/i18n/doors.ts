import { defineMessages } from '../../lib/messages.ts';

/** What the main button of a service says when the service is itself a complaint or a report. */
export const doorMessages = defineMessages({
  en: {
    report: 'Report it, without your name',
    make: 'Make this complaint here',
    start: {
      complaint: 'Complain there',
      'own-complaint': 'Complain there',
      report: 'Report it there',
      'corruption-report': 'Report it there',
      'own-corruption-report': 'Report it there',
    },
    itself: 'This service is itself a way to complain or report',
    itselfText: (agency: string) =>
      `You need not complain about it first. See below how to use it. If ${agency} has your complaint and does not act, complain about the office.`,
    how: 'How to use it',
    notActed: (agency: string) => `${agency} did not act`,
  },
  sw: {
    report: 'Ripoti, bila kutaja jina lako',
    make: 'Wasilisha lalamiko hili hapa',
    start: {
      complaint: 'Lalamika huko',
      'own-complaint': 'Lalamika huko',
      report: 'Ripoti huko',
      'corruption-report': 'Ripoti huko',
      'own-corruption-report': 'Ripoti huko',
    },
    itself: 'Huduma hii yenyewe ni njia ya kulalamika au kuripoti',
    itselfText: (agency: string) =>
      `Si lazima ulalamike kuihusu kwanza. Tazama hapa chini jinsi ya kuitumia. Ikiwa ${agency} ina lalamiko lako na haichukui hatua, lalamika kuhusu ofisi hiyo.`,
    how: 'Jinsi ya kuitumia',
    notActed: (agency: string) => `${agency} haikuchukua hatua`,
  },
});
