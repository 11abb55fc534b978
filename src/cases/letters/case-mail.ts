import type { Language } from '../../lib/locales.ts';
import type { Register } from '../../register/register.ts';
import type { CaseEvent } from '../../schemas/cases/event.ts';
import { failedDelivery, letterReader, type FailedDelivery, type Receiver } from '../../schemas/cases/route.ts';
import { handsOver } from '../case/letters-for.ts';
import { reduce } from '../state/state.ts';
import { readLivingCase, setClock, type LivingCase } from '../store/life-records.ts';
import { givenTo } from '../state/turns.ts';
import type { Ending, Failure, MailRules } from '../../mail/mail-rules.ts';
import type { Database } from '../../database/tables.ts';
import type { Usable } from '../routing/reach.ts';
import { fallbackReceiver, redirectionNote } from '../routing/redirection.ts';
import type { StoredStatement } from '../receipts/complete-receipt.ts';
import { readStored } from '../receipts/receipt-rows.ts';
import { deriveSecret } from '../case/secret.ts';
import { appendEvent, readCase, type StoredCase } from '../store/case-records.ts';
import { redirectedTo } from '../../mail/outbox-rows.ts';
import { notifyOperator } from './notify-operator.ts';
import { mailLanguage } from '../../mail/plain-text.ts';
import type { Mail } from '../../mail/mail.ts';
import type { Audience, MailPlace, OutboxRow } from '../../mail/outbox-table.ts';

/** What the text of a mail about a case is written from. */
export interface CaseMailSource {
  place: MailPlace;
  stored: LivingCase;
  /** Of whoever reads it. */
  language: Language;
  register: Register;
  siteUrl: string;
  now: Date;
  /** The secret of this case. */
  secret: string;
  /** Who could not be reached, where the operator is told of that. */
  failed: FailedDelivery | undefined;
  /** What the receipt of the case says, for the mail that acknowledges it. */
  receipt: StoredStatement | undefined;
}

export type CaseMailText = Omit<Mail, 'to'>;

/** Tells which addresses may be used as a transaction sees it; the instant is now (ISO 8601, UTC). */
export type UsableNow = (db: Database, register: Register, at: string) => Promise<Usable>;

/**
 * Makes the rules of a mail about a case: only its text is its own. `write` gives undefined where there is nothing to
 * say.
 */
export function caseMail(write: (source: CaseMailSource) => CaseMailText | undefined, usableNow: UsableNow): MailRules {
  return {
    async write({ db, register, siteUrl, secret, clock }, row) {
      const stored = await readLivingCase(db, caseOf(row));
      const reader = readerOf(row, stored, register);
      if (!reader) return undefined;
      const language = readerLanguage(reader, stored, register);
      const failed = row.about && row.audience === 'operator' ? failedDelivery.parse(JSON.parse(row.about)) : undefined;
      const own = deriveSecret(secret, stored.row.secret_seed);
      const receipt = row.kind === 'acknowledgement' ? (await readStored(db, caseOf(row)))?.statement : undefined;
      const text = write({
        place: row,
        stored,
        language,
        register,
        siteUrl,
        now: clock(),
        secret: own,
        failed,
        receipt,
      });
      if (!text) return undefined;
      const other = redirectedTo(row);
      // Where the other address has the case by now, it need not be told why it gets the mail.
      const note = other && other.email !== reader.email ? `${redirectionNote(language, reader.email)}\n\n` : '';
      return { language, mail: { ...text, to: other?.email ?? reader.email, text: note + text.text } };
    },
    async addresses(db, row, register) {
      const stored = await readCase(db, caseOf(row));
      const forwarded = stored.events.flatMap(({ event }) =>
        event.kind === 'forwarded' && (event.turn ?? 1) === row.turn ? [event.to.email] : [],
      );
      const readers = [
        redirectedTo(row),
        readerOf(row, stored, register),
        row.audience === 'officer' ? givenTo(stored.events, row.turn) : undefined,
      ];
      return [...readers.flatMap((reader) => reader?.email ?? []), ...(row.audience === 'officer' ? forwarded : [])];
    },
    async redirect(transaction, row, { register, address, at }) {
      if (row.audience !== 'officer') return undefined;
      const failed = { ...holderOf(row, await readCase(transaction, caseOf(row))), email: address };
      return fallbackReceiver(register, failed, await usableNow(transaction, register, at));
    },
    async sent(transaction, row, ending) {
      const event = sentEvent(row, await readCase(transaction, caseOf(row)), ending);
      if (event) await appendEvent(transaction, caseOf(row), ending.at, event);
      // The time of whoever got it starts now.
      if (event?.kind === 'forwarded') await setClock(transaction, caseOf(row), ending.at);
    },
    async failed(transaction, row, { failure, other, at, address }) {
      const stored = await readCase(transaction, caseOf(row));
      await appendEvent(transaction, caseOf(row), at, failedEvent(row, failure));
      const reader = row.audience === 'officer' ? (redirectedTo(row) ?? holderOf(row, stored)) : undefined;
      if (reader?.kind !== 'body') return;
      const addresses = redirectedTo(row) ? [...new Set([holderOf(row, stored).email, address])] : [address];
      await notifyOperator(transaction, row, { name: reader.name, addresses, ...(other ? { other } : {}) }, at);
    },
  };
}

function caseOf(row: OutboxRow): string {
  if (row.case_id === null) throw new Error(`Mail ${row.id} belongs to no case.`);
  return row.case_id;
}

type CaseAudience = Exclude<Audience, 'editor'>;

/** No mail about a case is for those who edit charters. */
function audienceOf({ id, audience }: OutboxRow): CaseAudience {
  if (audience === 'editor') throw new Error(`Mail ${id} is about a case and for an editor.`);
  return audience;
}

type Reader = Receiver | { kind: 'citizen'; email: string };

/**
 * Who reads a mail, or undefined where the citizen's address was erased. What gives the case away goes where it
 * was given.
 */
function readerOf(row: OutboxRow, stored: StoredCase, register: Register): Reader | undefined {
  if (row.audience === 'citizen')
    return stored.submission.email ? { kind: 'citizen', email: stored.submission.email } : undefined;
  return row.audience === 'operator' ? operatorOf(register) : holderOf(row, stored);
}

function operatorOf({ portal }: Register): Receiver {
  return { kind: 'operator', name: portal.publisher, email: portal.operatorEmail };
}

/**
 * Whoever had the turn when the letter was given rise to: it may be another address of the same body, or the operator
 * in its place.
 */
function holderOf(row: OutboxRow, { events }: StoredCase): Receiver {
  if (row.about && row.audience === 'officer') return letterReader.parse(JSON.parse(row.about)).reader;
  const holder = handsOver(row)
    ? givenTo(events, row.turn)
    : reduce(events).turns.find(({ turn }) => turn === row.turn)?.holder;
  if (!holder) throw new Error(`Mail ${row.id} is for a turn that is not there.`);
  return holder;
}

function readerLanguage(reader: Reader, { submission }: StoredCase, { agencies }: Register): Language {
  if (reader.kind === 'citizen') return submission.language;
  return mailLanguage(reader.kind === 'body' ? agencies.get(reader.agency)?.data.language : undefined);
}

/**
 * Only a mail that gives the case to its reader changes where it is; so does one that another address takes in its
 * place.
 */
function sentEvent(row: OutboxRow, stored: StoredCase, { register, address }: Ending): CaseEvent | undefined {
  const forwarded = (to: Receiver): CaseEvent => ({ kind: 'forwarded', version: 1, mail: row.id, to, turn: row.turn });
  const other = redirectedTo(row);
  switch (audienceOf(row)) {
    case 'citizen':
      return row.sequence === 1 ? { kind: 'acknowledgement-sent', version: 1, mail: row.id } : undefined;
    case 'operator':
      return row.turn > 0 ? forwarded(operatorOf(register)) : undefined;
    case 'officer':
      return other || handsOver(row) ? forwarded(other ?? { ...holderOf(row, stored), email: address }) : undefined;
  }
}

const addressee: Record<CaseAudience, Extract<CaseEvent, { kind: 'delivery-failed' }>['to']> = {
  citizen: 'citizen',
  officer: 'receiver',
  operator: 'operator',
};

function failedEvent(row: OutboxRow, { reason, code }: Failure): CaseEvent {
  const turn = row.turn > 0 ? { turn: row.turn } : {};
  return {
    kind: 'delivery-failed',
    version: 1,
    mail: row.id,
    to: addressee[audienceOf(row)],
    reason,
    ...(code ? { code } : {}),
    ...turn,
    tells: row.sequence,
  };
}
