import type { Language } from '../../lib/locales.ts';
import { smsHref, whatsappAppHref } from '../../lib/message-links.ts';
import { pageTexts } from '../../texts/texts.ts';

export interface CaseKeysAt {
  reference: string;
  secret: string;
  /** Where both are typed in: an absolute address that holds neither. */
  address: string;
}

/** The ways in which a citizen keeps reference and secret: the words, and links that write them to oneself. */
export interface KeepView {
  /** Fits one SMS, and says neither what was written nor about whom. */
  words: string;
  smsHref: string;
  whatsappHref: string;
}

/** Makes the ways of keeping the keys of a case. */
export function keepView(keys: CaseKeysAt, language: Language): KeepView {
  const words = pageTexts('keep-case', language).message({ ...keys });
  return { words, smsHref: smsHref(words), whatsappHref: whatsappAppHref(words) };
}

/** The same as a text file, with what somebody needs to know who finds it in a year. Line ends are those of Windows. */
export function keepFile(keys: CaseKeysAt, portal: string, language: Language): string {
  return pageTexts('keep-case', language)
    .fileText({ ...keys, portal })
    .replaceAll('\n', '\r\n');
}
