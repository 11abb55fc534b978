/** Something in a text that its translation has to say in the same way. */
export interface KeptPart {
  kind: 'number' | 'component' | 'link';
  text: string;
}

const COMPONENT = /<[A-Z][A-Za-z]*\b[^<>]*>/g;
const LINK = /\bhttps?:\/\/[^\s<>"')\]]+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<=\]\()[^)\s]+(?=\))/g;
/** Digits of any script, with the marks that part their groups. */
const NUMBER = /\p{Nd}+(?:[.,]\p{Nd}+)*/gu;

/** The numbers, components and links of a text, each once: components and links first, in which numbers do not count. */
export function partsToKeep(text: string): KeptPart[] {
  const parts: KeptPart[] = [];
  const take = (kind: KeptPart['kind'], pattern: RegExp) => (rest: string) =>
    rest.replace(pattern, (found) => {
      const part: KeptPart = { kind, text: kind === 'link' ? found.replace(/[.,;:]+$/, '') : found };
      if (!parts.some((other) => sameness(other) === sameness(part))) parts.push(part);
      return ' ';
    });
  take('number', NUMBER)(take('link', LINK)(take('component', COMPONENT)(text)));
  return parts;
}

/** What a translation leaves out of what it has to keep. None of a translation that is not there yet. */
export function lostParts(original: string, translation: string): KeptPart[] {
  if (translation.trim() === '') return [];
  const kept = new Set(partsToKeep(translation).map(sameness));
  return partsToKeep(original).filter((part) => !kept.has(sameness(part)));
}

/** Numbers that a translation says and its original does not. */
export function strangeNumbers(original: string, translation: string): string[] {
  return lostParts(translation, original.trim() === '' ? ' ' : original)
    .filter(({ kind }) => kind === 'number')
    .map(({ text }) => text);
}

/** By this two parts are the same: a number by its digits, however its groups are parted and in whichever script. */
function sameness({ kind, text }: KeptPart): string {
  if (kind === 'component') return `component ${text.replace(/\s+/g, ' ').replace(/\s*\/?>$/, '>')}`;
  if (kind === 'link') return `link ${text}`;
  return `number ${asciiDigits(text)
    .replace(/[.,]/g, '')
    .replace(/^0+(?=\d)/, '')}`;
}

/** Unicode keeps the ten digits of a script side by side, from its zero on. */
function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    let value = 0;
    const code = digit.codePointAt(0) ?? 0;
    while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value++;
    return String(value);
  });
}
