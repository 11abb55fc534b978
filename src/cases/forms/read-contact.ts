import { domainToASCII } from 'node:url';
import { withoutHidden } from '../../lib/hidden-characters.ts';

/**
 * Brings telephone numbers to the signs that a phone dials, digit by digit as they were typed: "(0803) 123 4567",
 * "0803.123.4567" and numbers with any kind of dash. Several with a stroke, comma or "or" between them stay several, "
 * / " between. What is no number is given back for the schema to refuse.
 */
export function readPhones(typed: string): string {
  const plain = withoutHidden(typed)
    .normalize('NFKC')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/\s+/g, ' ')
    .trim();
  const numbers = plain.split(/\s*(?:[,;]|\/(?=\s*[+(\d][\d\s().-]{5})|\b(?:or|au)\b)\s*/i).filter(Boolean);
  return numbers.map(readPhone).join(' / ');
}

function readPhone(typed: string): string {
  return typed
    .replace(/^\((\+?\d[\d ]*)\)/, '$1 ')
    .replace(/(?<=[\d)])\.(?=[\d(])/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

/**
 * Brings an e-mail address to what a mail server takes: invisible marks and brackets around it gone, and a domain in
 * other letters in its ASCII form (RFC 3492). Letters before the "@" stay as they are: their schema refuses what mail
 * cannot carry (RFC 6531).
 */
export function readEmail(typed: string): string {
  const plain = withoutHidden(typed)
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .replace(/^mailto:/i, '')
    .replace('＠', '@');
  const at = plain.lastIndexOf('@');
  const domain = plain.slice(at + 1);
  return at > 0 && /[^ -~]/.test(domain) ? `${plain.slice(0, at)}@${domainToASCII(domain)}` : plain;
}
