import { defineMessages } from '../../lib/messages.ts';
import type { Text } from '../../register/localise.ts';

/** A sentence in pieces: interface text, and content that may be in another language than the page. */
export type Sentence = (string | Text)[];

type Piece = string | Text | Sentence;

/** Texts of the pages and feeds that tell what changed in charters, and the sentences for each kind of change. */
export const historyMessages = defineMessages({
  en: {
    agencyTitle: (name: string) => `What changed: ${name}`,
    agencyLede: (name: string) => `Changes to the charter of ${name}, as recorded in this portal, newest first.`,
    allTitle: 'What changed',
    allLede: 'Changes to charters and services, newest first: fees, times, what to bring, who answers.',
    subscribe: 'Feed of these changes (Atom)',
    feedTitle: (portal: string, name?: string) =>
      name ? `${name}: changes to its charter – ${portal}` : `Changes to charters – ${portal}`,
    nothing: 'No change has been recorded yet.',
    since: (day: string) => `Changes are recorded here from ${day} on. What changed before that is not known here.`,
    unavailable:
      'The history of changes is not available in this copy of the portal, because it was made without the record of its content.',
    before: 'Before this portal',
    beforeIntro: 'Earlier figures that the sources tell of.',
    more: (n: number) => (n === 1 ? 'and 1 more change' : `and ${n} more changes`),
    allChanges: 'Changes to all charters',
    newest: (n: number) => `The newest ${n} are shown.`,
    figure: { cost: 'Cost', time: 'Time', deadline: 'Deadline' },
    about: (label: Piece) => say` (${label})`,
    feeUp: (about: Piece, from: Piece, to: Piece) => say`The fee${about} rose from ${from} to ${to}.`,
    feeDown: (about: Piece, from: Piece, to: Piece) => say`The fee${about} fell from ${from} to ${to}.`,
    feeOther: (about: Piece, from: Piece, to: Piece) => say`The fee${about} changed from ${from} to ${to}.`,
    feeMarks: (about: Piece, from: Piece, to: Piece) =>
      say`How certain the fee${about} is was corrected: ${to}; before: ${from}.`,
    feeAdded: (about: Piece, value: Piece) => say`A fee was added${about}: ${value}.`,
    feeRemoved: (about: Piece, value: Piece) => say`A fee was removed${about}: ${value}.`,
    timeUp: (about: Piece, from: Piece, to: Piece) => say`The time${about} slipped from ${from} to ${to}.`,
    timeDown: (about: Piece, from: Piece, to: Piece) => say`The time${about} was shortened from ${from} to ${to}.`,
    timeOther: (about: Piece, from: Piece, to: Piece) => say`The time${about} changed from ${from} to ${to}.`,
    timeMarks: (about: Piece, from: Piece, to: Piece) =>
      say`How certain the time${about} is was corrected: ${to}; before: ${from}.`,
    timeAdded: (about: Piece, value: Piece) => say`A time was added${about}: ${value}.`,
    timeRemoved: (about: Piece, value: Piece) => say`A time was removed${about}: ${value}.`,
    feeKind: { free: 'free', 'per-contract': 'as per contract', 'not-stated': 'not stated' },
    timeKind: {
      continuous: 'continuous',
      'per-contract': 'as per contract',
      'as-announced': 'as announced',
      'not-stated': 'not stated',
    },
    requirementAdded: (what: Piece) => say`Now also to bring: ${what}.`,
    requirementRemoved: (what: Piece) => say`No longer to bring: ${what}.`,
    requirementReworded: (from: Piece, to: Piece) => say`What to bring: “${from}” now reads “${to}”.`,
    requirementOptional: (what: Piece) => say`Helpful but no longer required: ${what}.`,
    requirementRequired: (what: Piece) => say`Now required: ${what}.`,
    renamed: (from: Piece, to: Piece) => say`Renamed from “${from}” to “${to}”.`,
    moved: 'The page has a new address.',
    redress: (from: number, to: number) => {
      if (to === 0) return 'No steps of its own for complaints are named any more.';
      return from === to
        ? 'The steps for complaints, or their time limits, changed.'
        : `The steps for complaints changed: ${to} named here, ${from} before.`;
    },
    serviceAdded: 'New service.',
    serviceRemoved: 'Removed from the charter.',
    serviceStatus: { active: 'Offered again.', suspended: 'Suspended.', discontinued: 'Discontinued.' },
    charterPublished: (services: number) =>
      services === 0
        ? 'Charter published here.'
        : `Charter published here, with ${services === 1 ? '1 service' : `${services} services`}.`,
    charterWithdrawn: 'Charter withdrawn.',
    charterStatus: {
      active: 'The agency is active.',
      renamed: 'The agency has a new name.',
      merged: 'The agency was merged into another.',
      dissolved: 'The agency was dissolved.',
    },
    contactAdded: (title: Piece) => say`New contact: ${title}.`,
    contactRemoved: (title: Piece) => say`Contact removed: ${title}.`,
    contactDetails: (title: Piece, details: string) => say`Contact “${title}” changed: ${details}.`,
    detail: {
      email: 'e-mail',
      phone: 'telephone',
      address: 'address',
      form: 'web form',
      person: 'person in charge',
      title: 'title',
      role: 'what it answers for',
      answer: 'promised answer',
    },
    reviewMoved: (from: string, to: string) => `The next review moved from ${from} to ${to}.`,
    reviewSet: (to: string) => `The next review is due on ${to}.`,
    reviewDropped: 'The date of the next review was removed.',
    standardAdded: (metric: Piece) => say`New standard: ${metric}.`,
    standardRemoved: (metric: Piece) => say`Standard removed: ${metric}.`,
    standardChanged: (metric: Piece, from: Piece, to: Piece) =>
      say`Standard “${metric}” changed from ${from} to ${to}.`,
    noTarget: 'no measure',
    wording: (areas: string) => `Wording changed in: ${areas}.`,
    sourcesOnly: 'Sources or their dates were brought up to date.',
    charterArea: {
      names: 'names',
      about: 'about the agency',
      identity: 'mandate, vision, mission and values',
      standards: 'standards',
      rights: 'rights and obligations',
      'legal-basis': 'legal basis',
      edition: 'edition and approval',
      people: 'units and officers',
      contacts: 'contacts',
      offices: 'offices and social media',
      redress: 'complaints and redress',
      information: 'right to information',
      unknowns: 'what is not known',
      sources: 'sources',
      translations: 'translations',
      text: 'the text below the charter',
    },
    serviceArea: {
      about: 'about the service',
      audience: 'who may apply',
      result: 'what you get',
      requirements: 'what to bring',
      fees: 'notes and sources of the costs',
      times: 'notes and sources of the times',
      deadlines: 'deadlines',
      where: 'where and how',
      steps: 'steps',
      remedy: 'if the promise is broken',
      redress: 'complaints and redress',
      notes: 'good to know',
      sources: 'sources',
      translations: 'translations',
    },
  },
  sw: {
    agencyTitle: (name: string) => `Kilichobadilika: ${name}`,
    agencyLede: (name: string) =>
      `Mabadiliko ya mkataba wa huduma wa ${name}, kama yalivyorekodiwa katika tovuti hii, mapya kwanza.`,
    allTitle: 'Kilichobadilika',
    allLede: 'Mabadiliko ya mikataba na huduma, mapya kwanza: ada, muda, vya kuleta, na anayewajibika.',
    subscribe: 'Mlisho wa mabadiliko haya (Atom)',
    feedTitle: (portal: string, name?: string) =>
      name ? `${name}: mabadiliko ya mkataba wake – ${portal}` : `Mabadiliko ya mikataba ya huduma – ${portal}`,
    nothing: 'Bado hakuna mabadiliko yaliyorekodiwa.',
    since: (day: string) =>
      `Mabadiliko yamerekodiwa hapa tangu ${day}. Yaliyobadilika kabla ya hapo hayajulikani hapa.`,
    unavailable:
      'Historia ya mabadiliko haipatikani katika nakala hii ya tovuti, kwa sababu ilitengenezwa bila kumbukumbu za maudhui yake.',
    before: 'Kabla ya tovuti hii',
    beforeIntro: 'Takwimu za awali zinazotajwa na vyanzo.',
    more: (n: number) => (n === 1 ? 'na badiliko 1 zaidi' : `na mabadiliko ${n} zaidi`),
    allChanges: 'Mabadiliko ya mikataba yote',
    newest: (n: number) => `Yanaonyeshwa mapya ${n}.`,
    figure: { cost: 'Gharama', time: 'Muda', deadline: 'Tarehe ya mwisho' },
    about: (label: Piece) => say` (${label})`,
    feeUp: (about: Piece, from: Piece, to: Piece) => say`Ada${about} imepanda kutoka ${from} hadi ${to}.`,
    feeDown: (about: Piece, from: Piece, to: Piece) => say`Ada${about} imeshuka kutoka ${from} hadi ${to}.`,
    feeOther: (about: Piece, from: Piece, to: Piece) => say`Ada${about} imebadilika kutoka ${from} kuwa ${to}.`,
    feeMarks: (about: Piece, from: Piece, to: Piece) =>
      say`Uhakika wa ada${about} umerekebishwa: ${to}; kabla: ${from}.`,
    feeAdded: (about: Piece, value: Piece) => say`Ada imeongezwa${about}: ${value}.`,
    feeRemoved: (about: Piece, value: Piece) => say`Ada imeondolewa${about}: ${value}.`,
    timeUp: (about: Piece, from: Piece, to: Piece) => say`Muda${about} umeongezeka kutoka ${from} hadi ${to}.`,
    timeDown: (about: Piece, from: Piece, to: Piece) => say`Muda${about} umepunguzwa kutoka ${from} hadi ${to}.`,
    timeOther: (about: Piece, from: Piece, to: Piece) => say`Muda${about} umebadilika kutoka ${from} kuwa ${to}.`,
    timeMarks: (about: Piece, from: Piece, to: Piece) =>
      say`Uhakika wa muda${about} umerekebishwa: ${to}; kabla: ${from}.`,
    timeAdded: (about: Piece, value: Piece) => say`Muda umeongezwa${about}: ${value}.`,
    timeRemoved: (about: Piece, value: Piece) => say`Muda umeondolewa${about}: ${value}.`,
    feeKind: { free: 'bure', 'per-contract': 'kulingana na mkataba', 'not-stated': 'haijatajwa' },
    timeKind: {
      continuous: 'wakati wote',
      'per-contract': 'kulingana na mkataba',
      'as-announced': 'kama itakavyotangazwa',
      'not-stated': 'haujatajwa',
    },
    requirementAdded: (what: Piece) => say`Sasa pia ulete: ${what}.`,
    requirementRemoved: (what: Piece) => say`Si lazima tena kuleta: ${what}.`,
    requirementReworded: (from: Piece, to: Piece) => say`Vya kuleta: “${from}” sasa ni “${to}”.`,
    requirementOptional: (what: Piece) => say`Inasaidia lakini si lazima tena: ${what}.`,
    requirementRequired: (what: Piece) => say`Sasa ni lazima: ${what}.`,
    renamed: (from: Piece, to: Piece) => say`Jina limebadilika kutoka “${from}” kuwa “${to}”.`,
    moved: 'Ukurasa una anwani mpya.',
    redress: (from: number, to: number) => {
      if (to === 0) return 'Hatua zake zenyewe za malalamiko hazitajwi tena.';
      return from === to
        ? 'Hatua za malalamiko, au muda wake, zimebadilika.'
        : `Hatua za malalamiko zimebadilika: sasa zimetajwa ${to}, awali ${from}.`;
    },
    serviceAdded: 'Huduma mpya.',
    serviceRemoved: 'Imeondolewa kwenye mkataba.',
    serviceStatus: { active: 'Inatolewa tena.', suspended: 'Imesitishwa.', discontinued: 'Imekomeshwa.' },
    charterPublished: (services: number) =>
      services === 0 ? 'Mkataba umechapishwa hapa.' : `Mkataba umechapishwa hapa, ukiwa na huduma ${services}.`,
    charterWithdrawn: 'Mkataba umeondolewa.',
    charterStatus: {
      active: 'Taasisi inafanya kazi.',
      renamed: 'Taasisi ina jina jipya.',
      merged: 'Taasisi imeunganishwa na nyingine.',
      dissolved: 'Taasisi imevunjwa.',
    },
    contactAdded: (title: Piece) => say`Mawasiliano mapya: ${title}.`,
    contactRemoved: (title: Piece) => say`Mawasiliano yameondolewa: ${title}.`,
    contactDetails: (title: Piece, details: string) => say`Mawasiliano ya “${title}” yamebadilika: ${details}.`,
    detail: {
      email: 'barua pepe',
      phone: 'simu',
      address: 'anwani',
      form: 'fomu ya mtandaoni',
      person: 'mhusika',
      title: 'cheo',
      role: 'anachoshughulikia',
      answer: 'jibu lililoahidiwa',
    },
    reviewMoved: (from: string, to: string) => `Mapitio yajayo yamehamishwa kutoka ${from} hadi ${to}.`,
    reviewSet: (to: string) => `Mapitio yajayo ni ${to}.`,
    reviewDropped: 'Tarehe ya mapitio yajayo imeondolewa.',
    standardAdded: (metric: Piece) => say`Kiwango kipya cha huduma: ${metric}.`,
    standardRemoved: (metric: Piece) => say`Kiwango cha huduma kimeondolewa: ${metric}.`,
    standardChanged: (metric: Piece, from: Piece, to: Piece) =>
      say`Kiwango “${metric}” kimebadilika kutoka ${from} kuwa ${to}.`,
    noTarget: 'bila kipimo',
    wording: (areas: string) => `Maneno yamebadilika katika: ${areas}.`,
    sourcesOnly: 'Vyanzo au tarehe zake vimesasishwa.',
    charterArea: {
      names: 'majina',
      about: 'kuhusu taasisi',
      identity: 'mamlaka, dira, dhima na maadili',
      standards: 'viwango vya huduma',
      rights: 'haki na wajibu',
      'legal-basis': 'msingi wa kisheria',
      edition: 'toleo na idhini',
      people: 'vitengo na maafisa',
      contacts: 'mawasiliano',
      offices: 'ofisi na mitandao ya kijamii',
      redress: 'malalamiko na suluhu',
      information: 'haki ya kupata taarifa',
      unknowns: 'kisichojulikana',
      sources: 'vyanzo',
      translations: 'tafsiri',
      text: 'maandishi chini ya mkataba',
    },
    serviceArea: {
      about: 'kuhusu huduma',
      audience: 'nani anaweza kuomba',
      result: 'utapata nini',
      requirements: 'vya kuleta',
      fees: 'maelezo na vyanzo vya gharama',
      times: 'maelezo na vyanzo vya muda',
      deadlines: 'tarehe za mwisho',
      where: 'wapi na vipi',
      steps: 'hatua',
      remedy: 'ahadi ikivunjwa',
      redress: 'malalamiko na suluhu',
      notes: 'vizuri kujua',
      sources: 'vyanzo',
      translations: 'tafsiri',
    },
  },
});

function say(texts: TemplateStringsArray, ...pieces: Piece[]): Sentence {
  return texts
    .flatMap((text, i) => [text, pieces[i] ?? ''])
    .flat()
    .filter((piece) => piece !== '');
}
