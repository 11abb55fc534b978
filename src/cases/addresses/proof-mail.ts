import * as z from 'zod';
import { languages, localePath, type Language } from '../../lib/locales.ts';
import { date } from '../../register/format.ts';
import type { Register } from '../../register/register.ts';
import type { MailRules } from '../../mail/mail-rules.ts';
import { codeOf, linkToken } from './code.ts';
import { CODE_DAYS, proofEnd } from './policy.ts';
import { texts } from '../../texts/texts.ts';
import { bodyNames, registerAddresses } from './register-addresses.ts';
import { readProof, updateProof } from '../store/proof-rows.ts';
import { sent } from '../store/proof-changes.ts';
import { mailLanguage, paragraphs } from '../../mail/plain-text.ts';
import type { OutboxRow } from '../../mail/outbox-table.ts';
import type { ProofRow } from '../store/tables.ts';

/** What an outbox row says of a mail that asks an address for its proof. */
const addressQuestion = z.strictObject({ address: z.string() });
export type AddressQuestion = z.output<typeof addressQuestion>;

/**
 * What the operator is told: a proof has ended and mail still goes for a while, or its reader said that it is not
 * theirs.
 */
const addressNews = z.strictObject({ address: z.string(), news: z.enum(['ended', 'refused']) });
export type AddressNews = z.output<typeof addressNews>;

const NAMES_MAX = 5;

/** The mail that asks whoever reads an address to prove it. */
export const addressProof: MailRules = {
  async write({ db, register, siteUrl, secret }, row) {
    const { address } = question(row);
    const proof = await readProof(db, address);
    const uses = registerAddresses(register).get(address) ?? [];
    // The address was corrected, or somebody has answered meanwhile.
    if (!proof?.code_seed || proof.code_used_at || uses.length === 0) return undefined;
    const language = mailLanguage(uses[0]?.agency.data.language);
    const keys = { secret, address, seed: proof.code_seed };
    // A desk that writes another language may have an officer who reads English only, or the other way about.
    const read = [language, ...languages.filter((other) => other === 'en' && other !== language)];
    const written = read.map((one) => {
      const link = new URL(localePath(one, `/cases/prove/?t=${linkToken(keys)}`), siteUrl).href;
      const page = new URL(localePath(one, '/cases/prove/'), siteUrl).href;
      return questionText({
        language: one,
        register,
        siteUrl,
        proof,
        names: named(bodyNames(uses)),
        code: codeOf(keys),
        link,
        page,
      });
    });
    const subject = texts('address-mails', language).subject[proof.mails > 1 ? 'again' : 'first']({
      portal: register.portal.name,
    });
    return { language, mail: { to: address, subject, text: written.join('\n\n* * *\n\n'), automatic: true } };
  },
  addresses: (_, row) => Promise.resolve([question(row).address]),
  redirect: () => Promise.resolve(undefined),
  sent: async (transaction, row, { at }) => leftOurHands(transaction, row, at),
  failed: async (transaction, row, { at }) => leftOurHands(transaction, row, at),
};

/** The mail that tells the operator what has become of an address. */
export const addressNewsMail: MailRules = {
  async write({ db, register }, row) {
    const { address, news } = addressNews.parse(JSON.parse(row.about ?? ''));
    const { portal } = register;
    const proof = await readProof(db, address);
    const names = named(bodyNames(registerAddresses(register).get(address) ?? []));
    const language: Language = 'en';
    const m = texts('address-mails', language).news;
    const told =
      news === 'refused'
        ? m.refused({ address, names })
        : proof?.proved_at
          ? endedText(proof, proof.proved_at, names, language)
          : '';
    // It was proved or taken away again before this was read.
    if (!told) return undefined;
    const text = paragraphs(told, m[news === 'refused' ? 'afterRefusal' : 'afterEnd']({ address }), m.automatic);
    return {
      language,
      mail: { to: portal.operatorEmail, subject: m.subject[news]({ address }), text, automatic: true },
    };
  },
  addresses: (_, __, { portal }) => Promise.resolve([portal.operatorEmail]),
  redirect: () => Promise.resolve(undefined),
  sent: () => Promise.resolve(),
  failed: () => Promise.resolve(),
};

interface QuestionSource {
  language: Language;
  register: Register;
  siteUrl: string;
  proof: ProofRow;
  names: string;
  code: string;
  link: string;
  page: string;
}

function questionText({ language, register, siteUrl, proof, names, code, link, page }: QuestionSource): string {
  const m = texts('address-mails', language);
  const { portal } = register;
  const until = (end: Date): string => date(end.toISOString().slice(0, 10), language);
  return paragraphs(
    proof.mails > 1 ? m.reminder : '',
    m.intro({ portal: portal.name, publisher: portal.publisher, address: siteUrl, names }),
    proof.proved_at
      ? m.renewal({ end: until(proofEnd(proof.proved_at).proof), stop: until(proofEnd(proof.proved_at).mail) })
      : m.why,
    `${m.confirm}\n${link}`,
    `${m.code({ page })}\n${m.address}: ${proof.address}\n${m.codeLabel}: ${code}`,
    m.until({ days: CODE_DAYS }),
    m.notYours,
    m.answers({ publisher: portal.publisher }),
  );
}

function endedText(proof: ProofRow, provedAt: string, names: string, language: Language): string {
  const day = (moment: Date): string => date(moment.toISOString().slice(0, 10), language);
  const { proof: proofOver, mail: mailOver } = proofEnd(provedAt);
  return texts('address-mails', language).news.ended({
    address: proof.address,
    names,
    end: day(proofOver),
    stop: day(mailOver),
  });
}

async function leftOurHands(transaction: Parameters<MailRules['sent']>[0], row: OutboxRow, at: string): Promise<void> {
  await updateProof(transaction, question(row).address, (proof) =>
    proof.asked_at && !proof.sent_at ? sent(at) : undefined,
  );
}

function question(row: OutboxRow): AddressQuestion {
  return addressQuestion.parse(JSON.parse(row.about ?? ''));
}

function named(names: string[]): string {
  const more = names.length - NAMES_MAX;
  return [...names.slice(0, NAMES_MAX), ...(more > 0 ? [`+${more}`] : [])].join(', ');
}
