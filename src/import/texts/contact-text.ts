import { emailAddress, webAddress } from '../../schemas/primitives.ts';
import { linesOf } from '../blocks.ts';
import { takePhones, type PhoneText } from './phone-text.ts';

/** What a block of contact details says, taken apart. */
export interface ContactText {
  title: string;
  address?: string;
  phones: PhoneText[];
  emails: string[];
  website?: string;
  /** What a person must look at: details that no field could take whole. They stay among the words of the address. */
  doubts: string[];
}

/** Stands for an e-mail address while the rest of a text is read; it is a character for private use. */
const MARK = '\uE000';
/** Local parts as RFC 5322 allows them without quotes (3.4.1), but for signs that here stand between two addresses. */
const EMAIL =
  /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}.!#$%&'’*+=?^_`{}~-]{0,63})@[\p{L}\p{M}\p{N}-]{1,63}(?:\.[\p{L}\p{M}\p{N}-]{1,63})+/gu;
const LABEL =
  /(?:\b(?:tel(?:ephone)?s?|cell ?phones?|mobile|cell|phones?|hotline|toll[- ]?free|whatsapp|sms|fax|simu|nukushi|e-?mails?|barua pepe|web ?site|web|tovuti)\b\.?(?:\s*(?:nos?|numbers?|lines?|namba))?\.?\s*:?\s*(?=[+*\d(]|\uE000|[\w.+-]{1,64}@|https?:|www\.))/gi;
const SITE = /\b(?:https?:\/\/|www\.)[^\s,;\uE000]+[^\s,;.\uE000]/i;

/** True when a text holds what can be rung, written to or posted to. */
export function looksLikeContact(text: string): boolean {
  return (
    /[\p{L}\p{N}_.+-]@[\p{L}\p{N}-]+\.[\p{L}\p{N}]/u.test(text) ||
    /\bP\.?\s?O\.?\s*Box\b|\bS\.?L\.?P\b/i.test(text) ||
    /\b(?:tel|telephone|phone|cell|mobile|hotline|simu)\b[^\n]{0,20}\d{3}/i.test(text)
  );
}

/**
 * Takes a block of contact details apart. The title is its first line, or the words up to the first comma or detail; it
 * may be empty. Every run of digits and every address of the text stands whole in one of the fields, or is told in
 * `doubts`. `callingCode` (for example +254) completes numbers that were written with the code but without the plus
 * sign.
 */
export function readContact(text: string, callingCode?: string): ContactText {
  const lines = linesOf(text).map((line) => line.replaceAll(MARK, ' '));
  const flat = lines.join(lines.length > 1 ? ', ' : ' ').replace(/,\s*,/g, ',');
  const doubts: string[] = [];
  const emails: string[] = [];
  const marked = markEmails(flat, emails, doubts);
  const labels = [...marked.matchAll(LABEL)];
  const ends = [marked.indexOf(','), marked.indexOf(MARK), labels[0]?.index ?? -1].filter((index) => index >= 0);
  const title = marked.slice(0, Math.min(marked.length, ...ends));
  const phones: PhoneText[] = [];
  const leftover = [marked.slice(title.length, labels[0]?.index ?? marked.length)];
  labels.forEach((label, index) => {
    const value = marked.slice(label.index + label[0].length, labels[index + 1]?.index ?? marked.length);
    leftover.push(/mail|pepe|web|tovuti/i.test(label[0]) ? value : takePhones(value, label[0], callingCode, phones));
  });
  const remaining = leftover.join(' ');
  const website = websiteIn(remaining);
  const address = tidy(remaining.replaceAll(MARK, ' ').replace(website?.written ?? MARK, ' '));
  const contact: ContactText = {
    title: tidy(title),
    ...(address ? { address } : {}),
    phones,
    emails: [...new Set(emails)],
    ...(website ? { website: website.address } : {}),
    doubts,
  };
  const lost = lostDigits(flat, contact);
  if (lost.length > 0) doubts.push(`the figures ${lost.join(', ')} of the contact "${flat}" were not placed`);
  return contact;
}

/**
 * Puts a mark in the place of each e-mail address. What cannot be told to be one whole address, or cannot be written
 * to, stays where it is.
 */
function markEmails(text: string, emails: string[], doubts: string[]): string {
  return text.replace(EMAIL, (found, offset: number) => {
    // Word turns the apostrophe of o'brien into a closing quotation mark, which no address has.
    const address = found.replaceAll('’', "'");
    if (
      startsWhole(text, offset) &&
      !/^[@_]/.test(text.slice(offset + found.length)) &&
      emailAddress.safeParse(address).success
    ) {
      emails.push(address);
      return MARK;
    }
    doubts.push(
      `the e-mail address at "${text.slice(Math.max(0, offset - 20), offset + found.length)}" cannot be used as it is written`,
    );
    return found;
  });
}

/** True when nothing that may belong to an address stands before it: "a@x.org/b@x.org" holds two, "a/b@x.org" one. */
function startsWhole(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 200), offset);
  const [token = ''] = /\S*$/.exec(before) ?? [];
  if (token === '' || /[,;:(<[|"“”–—]$/.test(token)) return true;
  return /[/&]$/.test(token) && /^$|@|\d$/.test(token.slice(0, -1));
}

function websiteIn(text: string): { written: string; address: string } | undefined {
  const written = SITE.exec(text)?.[0];
  if (!written) return undefined;
  const address = /^https?:/i.test(written) ? written : `https://${written}`;
  return webAddress.safeParse(address).success ? { written, address } : undefined;
}

function lostDigits(text: string, { title, address, phones, emails, website }: ContactText): string[] {
  const kept = [title, address, website, ...emails, ...phones.flatMap(({ number, says }) => [number, says])].join('\n');
  const whole = new Set(kept.match(/\p{N}+/gu));
  return [...new Set(text.match(/\p{N}+/gu) ?? [])].filter((digits) => !whole.has(digits));
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/(?:\s*[,/;])+(?=\s*[,/;])/g, '')
    .replace(/\s+([,.;])/g, '$1')
    .replace(/^[\s,;:./]+|[\s,;:./]+$/g, '');
}
