import type { RuleText } from './shape.ts';
import { inWords, span } from './span.ts';

const figures = (count = 1): string => (count === 1 ? '1 figure' : `${count} figures`);

export const english = {
  standards: {
    title: 'At least one general standard has a measure',
    lacks: () => 'No general standard says how fast or how well people are served.',
    fix: 'Under “General standards” enter a promise with a target, for example “letters answered: within 5 working days”.',
  },
  'who-may-apply': {
    title: 'It is told for whom the service is',
    lacks: () => 'It is not told who may apply.',
    fix: 'Fill in “For whom” or “Who may apply”.',
  },
  output: {
    title: 'It is told what one gets',
    lacks: () => 'It is not told what the citizen gets in the end.',
    fix: 'Fill in “What you get”: the document, card, decision or answer.',
  },
  requirements: {
    title: 'It is told what to bring',
    lacks: () => 'It is not told what to bring.',
    fix: 'List the documents under “What to bring”. If nothing is needed, say so in the note.',
  },
  rights: {
    title: 'Customers’ rights are set out',
    lacks: () => 'The charter does not set out the rights of customers.',
    fix: 'Copy the rights from the agency’s charter into “Customers’ rights”, with the source.',
  },
  'fees-stated': {
    title: 'The cost is stated',
    lacks: () => 'The cost is not stated.',
    fix: 'Under “Costs” enter the amount, the formula, or “Free”, with the source.',
  },
  'fee-currency': {
    title: 'Amounts name their currency',
    lacks: () => 'The fee of a step has no currency.',
    fix: 'Enter the currency code beside the fee of each step, for example NGN or KES.',
  },
  'fee-basis': {
    title: 'Fees name the law they rest on',
    lacks: () => 'No legal basis is given for what is charged.',
    fix: 'Enter the regulation, gazette notice or schedule that sets the fee in “Legal basis”.',
  },
  'fee-sum': {
    title: 'The fees of the steps add up to the cost',
    lacks: ({ found, limit }) => `The fees of the steps add up to ${found}, but the cost is given as ${limit}.`,
    fix: 'Correct the fees of the steps or the cost, so that they agree.',
  },
  'no-extra-payment': {
    title: 'Further and illegal demands are banned',
    lacks: () => 'The charter does not tell people that they need pay nothing beyond the listed fees.',
    fix: 'Enter the agency’s own words against bribes and unofficial charges in “No-extra-payment notice”.',
  },
  'time-stated': {
    title: 'It is told how long it takes',
    lacks: () => 'It is not told how long it takes.',
    fix: 'Under “How long it takes” enter the longest time that the agency promises, with the source.',
  },
  'clock-start': {
    title: 'It is told when the clock starts',
    lacks: () => 'It is not told from when the time counts.',
    fix: 'Fill in “Clock starts”, for example “when the application is complete”.',
  },
  letters: {
    title: 'There is a time for answering letters',
    lacks: () => 'No standard says how soon letters or e-mails are answered.',
    fix: 'Add a standard with channel “Letters” and a target to “General standards”.',
  },
  'steps-total': {
    title: 'The steps fit into the promised time',
    lacks: ({ found, limit }) => `The steps take at least ${span(found, 'en')}, but ${span(limit, 'en')} are promised.`,
    fix: 'Correct the times of the steps or the promised time, so that the steps fit into it.',
  },
  'class-stated': {
    title: 'The class of the service is given (countries whose law sorts services)',
    lacks: () => 'The law sorts services into classes, and none is given.',
    fix: 'Choose simple, complex or highly technical in “Class”.',
  },
  'class-limit': {
    title: 'The time keeps to the limit that the law sets for its class',
    lacks: ({ found, limit }) =>
      `It takes at least ${span(found, 'en')}; the limit given for this class is ${span(limit, 'en')}.`,
    fix: 'Check the class and the time against the law, and correct the one that is wrong.',
  },
  'survey-published': {
    title: 'A survey of customers’ satisfaction is published',
    lacks: () => 'No survey of customers’ satisfaction is named.',
    fix: 'List a survey that was held and published, with its source, under “Surveys of satisfaction”.',
  },
  'complaint-official': {
    title: 'An office or post for complaints is named',
    lacks: () => 'No office or post is named to which complaints may be addressed.',
    fix: 'Add a contact that answers for complaints, with the title of the post.',
  },
  'complaint-reachable': {
    title: 'The complaint desk can be reached',
    lacks: () => 'The complaint desk has no telephone, e-mail, form or address.',
    fix: 'Enter at least one way to reach the contact for complaints.',
  },
  'complaint-answer-time': {
    title: 'It is told when a complaint is answered',
    lacks: () => 'It is not told how soon the agency answers a complaint.',
    fix: 'Fill in “Promised answer” on the contact for complaints, or “Decided within” on the redress ladder.',
  },
  'next-rung': {
    title: 'It is told where to turn next',
    lacks: () => 'No body outside the agency is named for complaints that it does not settle.',
    fix: 'Add the ombudsman, regulator or other body to the “Redress ladder”.',
  },
  remedy: {
    title: 'It is told what follows a broken promise',
    lacks: () => 'It is not told what the citizen may do or claim when the promise is broken or nobody answers.',
    fix: 'Fill in “If the promise is broken” or “If you hear nothing”.',
  },
  'contacts-checked': {
    title: 'Contacts were tried within the last 12 months and work',
    lacks: ({ name, date }) =>
      date
        ? `“${name}” was last tried on ${inWords(date, 'en')}, too long ago or without success.`
        : `Nobody has tried whether “${name}” can be reached.`,
    fix: 'Ring, write or go there. Then enter the day and the result under “Last checked on”.',
  },
  where: {
    title: 'It is told where and how to get the service',
    lacks: () => 'It is not told where or how to get the service.',
    fix: 'Add the counter, website, number or address under “Where and how”.',
  },
  offices: {
    title: 'An office has an address',
    lacks: () => 'No office is listed with an address where people could find it and its charter.',
    fix: 'Enter the address of at least the main office under “Offices”.',
  },
  'edition-date': {
    title: 'The charter bears a date',
    lacks: () => 'It is not told when the charter was approved or came into force.',
    fix: 'Fill in “Approved on” or “In force from”.',
  },
  review: {
    title: 'The next review has a date and is not overdue',
    lacks: ({ date }) =>
      date
        ? `The review was due on ${inWords(date, 'en')} and is overdue.`
        : 'It is not told when the charter is next reviewed.',
    fix: 'Review the charter and enter the next date in “Next review due”.',
  },
  responsible: {
    title: 'The responsible unit or post is named',
    lacks: () => 'It is not told who in the agency is responsible.',
    fix: 'Fill in “Who answers for it”: the unit or post.',
  },
  'requirement-source': {
    title: 'It is told where to get what one must bring',
    lacks: () => 'It is not told where to get any of the documents to bring.',
    fix: 'For each thing to bring choose the agency or service it comes from, or enter its web address.',
  },
  steps: {
    title: 'The steps are described',
    lacks: () => 'The steps are not described.',
    fix: 'Enter under “Steps” what the citizen does and what the agency does, with the time of each.',
  },
  'information-desk': {
    title: 'It is told whom to ask for information',
    lacks: () => 'No desk for information requests is named, and nothing is said about them.',
    fix: 'Add a contact for information requests, or fill in “Asking this agency for information”.',
  },
  'legal-basis': {
    title: 'The law that set up the agency is named',
    lacks: () => 'The law or instrument that set up the agency is not named.',
    fix: 'Enter the Act, with its section, under “Legal basis”.',
  },
  identity: {
    title: 'Mandate, vision, mission and pledge are given',
    lacks: () => 'One of mandate, vision, mission and pledge is missing.',
    fix: 'Copy it from the agency’s charter, with the source.',
  },
  obligations: {
    title: 'Customers’ obligations are set out',
    lacks: () => 'The charter does not say what is expected of customers.',
    fix: 'Copy the list from the agency’s charter into “Customers’ obligations”, with the source.',
  },
  sourced: {
    title: 'Every figure has a source',
    lacks: ({ count }) => `${figures(count)} without a source.`,
    fix: 'Name the source of the figure, or remove it.',
  },
  'official-source': {
    title: 'Figures come from the agency itself, its documents or the law',
    lacks: ({ count }) => `${figures(count)} known only from press or guides.`,
    fix: 'Publish the figure on the agency’s own page or in its charter, and name that as the source.',
  },
  dated: {
    title: 'Figures bear a date',
    lacks: ({ count }) => `${figures(count)} without a date.`,
    fix: 'Enter in “As of” the day for which the source says it.',
  },
  fresh: {
    title: 'Dated figures are not older than three years',
    lacks: ({ count }) => `${figures(count)} older than three years.`,
    fix: 'Check whether the figure still holds. Then enter the new source and date; keep the former figure in its history.',
  },
  conflicts: {
    title: 'Sources do not contradict each other on cost or time',
    lacks: () => 'Sources give different figures, and it is not settled which one holds.',
    fix: 'Publish which figure holds, and move the other to “Earlier figures”.',
  },
  references: {
    title: 'References inside the portal lead somewhere',
    lacks: ({ name }) => `“${name}” leads nowhere.`,
    fix: 'Correct the reference, or remove it.',
  },
  translated: {
    title: 'Names are given in the country’s other languages that this portal speaks',
    lacks: ({ language }) => `The name is not translated (${language}).`,
    fix: 'Add a translation of the name under “Translations”.',
  },
  'translation-stale': {
    title: 'Translations fit the text they translate',
    lacks: ({ name, language }) => `The text at “${name}” has changed since it was translated (${language}).`,
    fix: 'Read the new text, correct the translation and renew its fingerprint.',
  },
} satisfies Record<string, RuleText>;
