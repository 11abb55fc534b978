import type { Phone } from '../schemas/contact.ts';
import { telHref } from './format.ts';

/**
 * The address that a tap on a number opens: a call, an SMS, a chat, the code ready to be dialled. Undefined for a fax, and
 * for a WhatsApp number whose country is not known.
 */
export function phoneHref(kind: Phone['kind'], number: string, callingCode?: string): string | undefined {
  switch (kind) {
    case 'fax':
      return undefined;
    case 'sms':
      return `sms:${number.replace(/[^\d+]/g, '')}`;
    case 'whatsapp':
      return whatsappHref(number, callingCode);
    case 'voice':
    case 'ussd':
      return telHref(number);
  }
}

/**
 * A chat with a number. WhatsApp takes the international form alone, without plus, signs or zeros before it
 * (faq.whatsapp.com, "How to use click to chat"): numbers written as at home are completed with the country's code.
 */
function whatsappHref(number: string, callingCode = ''): string | undefined {
  const code = callingCode.replace('+', '');
  const digits = number.replace(/\D/g, '').replace(/^00/, '');
  const international = /^\s*(?:\+|00)/.test(number);
  // "+254 (0)722 …" holds the zero that is dialled at home.
  if (international) return chat(code && digits.startsWith(`${code}0`) ? code + digits.slice(code.length + 1) : digits);
  return code && digits.startsWith('0') ? chat(code + digits.slice(1)) : undefined;
}

function chat(digits: string): string {
  return `https://wa.me/${digits}`;
}
