import { termSentence } from '../../cases/letters/event-sentences.ts';
import type { Language } from '../../lib/locales.ts';
import { fieldTexts } from '../../schemas/cases/form-field.ts';
import { kindFields } from '../../schemas/cases/kinds.ts';
import { pageTexts } from '../../texts/texts.ts';
import type { SubmissionView } from './submission-view.ts';

/** What a citizen sends without this portal: a mail of their own, and a letter to fill in by hand. */
export interface OwnLetterView {
  email: string;
  /** A mailto address (RFC 6068) with subject and questions. */
  mailHref: string;
  /** Lines of the addressee: the desk, the body and, where it is known, its address. */
  to: string[];
  subject: string;
  intro: string;
  /** What the letter tells, one by one: what the form would ask. */
  questions: string[];
  /** The law that it rests on and the time to answer, where a source sets them. */
  basis: string[];
}

/**
 * What the form asks beside what is told: who writes, in which language, whether the sum is to be asked, and the files,
 * which a letter encloses.
 */
const notAsked = ['kind', 'agency', 'service', 'files', 'language', 'moneyAsked', 'publish'];

/** What stands in for the form of a page: whom it is for, and what it says, in the citizen's language. */
export function ownLetter(
  { kind, serviceId, route, ways, name, agencyName, leaveOut }: SubmissionView,
  language: Language,
): OwnLetterView {
  const m = pageTexts('case-life', language).letter;
  const { receiver, term } = route;
  const questions = kindFields(kind)
    .filter(([field, meta]) => !meta.identity && !notAsked.includes(field) && !leaveOut.includes(field))
    .map(([, meta]) => fieldTexts(meta, language).label);
  const about = serviceId ? `${agencyName.text}, ${name.text}` : name.text;
  const subject = `${pageTexts('kind-names', language)[kind]}: ${about}`;
  const address =
    receiver.kind === 'body' ? ways[receiver.agency]?.find((contact) => contact.address)?.address : undefined;
  const body = [
    m.intro[kind],
    ...questions.map((question) => `${question}\n`),
    pageTexts('own-letter', language).yourName,
  ].join('\n\n');
  return {
    email: receiver.email,
    mailHref: mailto(receiver.email, { subject, body }),
    to: [...(receiver.kind === 'body' ? [receiver.title] : []), receiver.name, ...(address ? [address] : [])],
    subject,
    intro: m.intro[kind],
    questions,
    basis: [
      ...(term?.basis === 'law' && term.says ? [m.under({ law: term.says })] : []),
      ...(term && term.basis !== 'portal' ? [termSentence(term, language)] : []),
    ],
  };
}

/** Line breaks are CRLF and every other reserved character is encoded (RFC 6068, 5). */
function mailto(email: string, fields: Record<string, string>): string {
  const query = Object.entries(fields).map(
    ([name, value]) => `${name}=${encodeURIComponent(value.replaceAll('\n', '\r\n'))}`,
  );
  return `mailto:${encodeURIComponent(email).replaceAll('%40', '@')}?${query.join('&')}`;
}
