import { linesOf } from '../blocks.ts';

/** What a block of contact details says, taken apart. */
export interface ContactText {
  title: string;
  address?: string;
  phones: { number: string; kind?: 'fax' | 'sms' | 'whatsapp'; tollFree?: true }[];
  emails: string[];
  website?: string;
}

const EMAIL = /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g;
const LABEL =
  /(?:\b(?:tel(?:ephone)?s?|cell ?phones?|mobile|cell|phones?|hotline|toll[- ]?free|whatsapp|sms|fax|simu|nukushi|e-?mails?|barua pepe|web ?site|web|tovuti)\b\.?(?:\s*(?:nos?|numbers?|lines?|namba))?\.?\s*:?\s*(?=[+\d(]|[\w.+-]{1,64}@|https?:|www\.))/gi;
/** Numbers with what stands between them. A digit that begins a word, as in "8am", belongs to no number. */
const NUMBERS = /^(?:[\s,/;&]|(?:or|au|and|na)\b|\+?(?:\(\d{1,5}\)|\d)(?:[\s-]{0,2}(?:\(0\)|\d))*(?!\w))*/i;
const SITE = /\b(?:https?:\/\/|www\.)[^\s,;]+[^\s,;.]/i;

/** True when a text holds what can be rung, written to or posted to. */
export function looksLikeContact(text: string): boolean {
  return (
    /[\w.+-]@[\w-]+\.\w/.test(text) ||
    /\bP\.?\s?O\.?\s*Box\b|\bS\.?L\.?P\b/i.test(text) ||
    /\b(?:tel|telephone|phone|cell|mobile|hotline|simu)\b[^\n]{0,20}\d{3}/i.test(text)
  );
}

/**
 * Takes a block of contact details apart. The title is its first line, or the words up to the first comma.
 * `callingCode` (for example +254) completes numbers that were written with the code but without the plus sign.
 */
export function readContact(text: string, callingCode?: string): ContactText {
  const lines = linesOf(text);
  const flat = lines.join(lines.length > 1 ? ', ' : ' ').replace(/,\s*,/g, ',');
  const comma = flat.indexOf(',');
  const title = (comma > 0 ? flat.slice(0, comma) : (flat.split(LABEL)[0] ?? flat)).trim();
  const rest = flat.slice(title.length);
  const labels = [...rest.matchAll(LABEL)];
  const phones: ContactText['phones'] = [];
  const leftover = [rest.slice(0, labels[0]?.index ?? rest.length)];
  labels.forEach((label, index) => {
    const start = label.index + label[0].length;
    const value = rest.slice(start, labels[index + 1]?.index ?? rest.length);
    if (/mail|pepe|web|tovuti/i.test(label[0])) leftover.push(value);
    else leftover.push(takePhones(value, label[0], callingCode, phones));
  });
  const remaining = leftover.join(' ');
  const website = SITE.exec(remaining)?.[0];
  const address = tidy(remaining.replace(EMAIL, ' ').replace(website ?? '\0', ' '));
  return {
    title: tidy(title),
    ...(address ? { address } : {}),
    phones,
    emails: [...new Set(flat.match(EMAIL) ?? [])],
    ...(website ? { website: /^https?:/i.test(website) ? website : `https://${website}` } : {}),
  };
}

/** Reads the numbers at the start of a text into `phones` and gives back what follows them. */
function takePhones(value: string, label: string, callingCode: string | undefined, phones: ContactText['phones']): string {
  const numbers = NUMBERS.exec(value)?.[0] ?? '';
  for (const part of numbers.split(/[,/;&]|\b(?:or|au|and|na)\b/i)) {
    const number = complete(part.trim(), callingCode);
    if (!/^[+*\d][\d\s()*#/-]{1,30}$/.test(number)) continue;
    const kind = /fax|nukushi/i.test(label) ? 'fax' : /sms/i.test(label) ? 'sms' : /whatsapp/i.test(label) ? 'whatsapp' : undefined;
    phones.push({ number, ...(kind ? { kind } : {}), ...(/toll/i.test(label) ? { tollFree: true as const } : {}) });
  }
  return value.slice(numbers.length);
}

function complete(number: string, callingCode: string | undefined): string {
  const code = callingCode?.replace('+', '');
  const digits = number.replace(/\D/g, '');
  return code && /^\d/.test(number) && digits.startsWith(code) && digits.length >= code.length + 8 ? `+${number}` : number;
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/(?:\s*[,/;])+(?=\s*[,/;])/g, '')
    .replace(/\s+([,.;])/g, '$1')
    .replace(/^[\s,;:./]+|[\s,;:./]+$/g, '');
}
