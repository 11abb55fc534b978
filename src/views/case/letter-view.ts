import { termSentence } from '../../cases/letters/event-sentences.ts';
import type { CaseView } from '../../cases/case/view.ts';
import type { Answer } from '../../cases/case/answers.ts';
import type { Language } from '../../lib/locales.ts';
import { headOffice } from '../../register/head-office.ts';
import { contactWith } from '../../register/ladder.ts';
import type { Register } from '../../register/register.ts';
import type { CaseKind } from '../../schemas/cases/case.ts';
import type { ContactRole } from '../../schemas/contact.ts';
import { pageTexts } from '../../texts/texts.ts';

/** A letter to be printed, signed and handed in at an office. */
export interface LetterView {
  reference: string;
  /** Name of the office it is for. */
  office: string;
  /** Lines of the addressee: the desk, the office and its address. */
  to: string[];
  subject: string;
  intro: string;
  /** A request for information in one piece, as it goes by mail too. */
  request?: string;
  words: Answer[];
  /** It went by e-mail as well, so that the office does not take it for two. */
  alsoByMail: boolean;
  /** The law it rests on and the time to answer; empty where no source sets one. */
  basis: string[];
  /** Who writes, where they agreed to be known; empty lines are left for them otherwise. */
  sender: Answer[];
  /** How many papers the citizen sent to the portal. */
  files: number;
}

const desks: Partial<Record<CaseKind, ContactRole[]>> = { 'information-request': ['foi'], misconduct: ['corruption'] };

/** The letter of a case, or undefined where nobody is waiting for one. */
export function letterView(view: CaseView, register: Register, language: Language): LetterView | undefined {
  const { letterTo, service } = view;
  const agency = letterTo && register.agencies.get(letterTo.agency);
  if (!agency) return undefined;
  const m = pageTexts('case-life', language).letter;
  const charter = register.in(language).charter(agency);
  const contacts = [...(desks[view.about] ?? []), 'complaint' as const, 'general' as const].flatMap(
    (role) => contactWith(charter.contacts, role) ?? [],
  );
  const [desk] = contacts;
  const informationDesk =
    view.about === 'information-request' && !contactWith(charter.contacts, 'foi') ? m.informationOfficer : undefined;
  const office = charter.name.text;
  const address = contacts.find((contact) => contact.address)?.address ?? headOffice(charter.offices)?.address;
  const { term } = letterTo;
  const request = view.requestWords(language);
  return {
    reference: view.reference,
    office,
    // A law gives requests to an officer of their own, also where no desk for them is known.
    to: [informationDesk ?? desk?.title.text, office, address].filter((line) => line !== undefined),
    subject: [
      pageTexts('kind-names', language)[view.about],
      service ? `${view.agency.name}, ${service.name}` : view.agency.name,
    ].join(': '),
    intro: m.intro[view.about],
    ...(request ? { request } : {}),
    words: request ? [] : view.answers(language),
    alsoByMail: view.handInTo === undefined,
    basis: [
      ...(term.basis === 'law' && term.says ? [m.under({ law: term.says })] : []),
      ...(term.basis === 'portal' ? [] : [termSentence(term, language)]),
    ],
    sender: view.identity === 'shared' ? view.answersAboutCitizen(language) : [],
    files: view.files.filter(({ sender }) => sender === 'citizen').length,
  };
}
