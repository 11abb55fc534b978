import { randomInt } from 'node:crypto';

/**
 * 29 characters that are not mistaken for one another when read aloud or copied by hand. 29 is a prime, so a
 * weighted sum over them catches every wrong character and every swap.
 */
export const alphabet = '23456789ABCDEFGHJKMNPQRSTWXYZ';

const DATA_LENGTH = 7;
const LENGTH = DATA_LENGTH + 1;

/** Characters that do not occur, and what they were probably read from. */
const lookAlikes: Record<string, string> = { '0': 'QD', O: 'QD', '1': '7J', I: 'J7', L: 'J7', U: 'WY', V: 'YW' };
/** With more doubtful characters than this a reference is too badly copied to be guessed. */
const LOOK_ALIKES_MAX = 2;

/** A new reference such as K7M2-9QXF: seven random characters and a check character. */
export function createReference(random: (max: number) => number = randomInt): string {
  const data = Array.from({ length: DATA_LENGTH }, () => alphabet[random(alphabet.length)]).join('');
  return format(data + checkCharacter(data));
}

/**
 * The reference that was meant, or undefined when it cannot be one. Small letters, spaces, other dashes and
 * missing hyphens are forgiven; a look-alike such as O is replaced where the check character tells by what.
 */
export function normaliseReference(typed: string): string | undefined {
  const characters = compact(typed);
  if (characters.length !== LENGTH) return undefined;
  const doubtful = [...characters].filter((character) => character in lookAlikes).length;
  if (doubtful > LOOK_ALIKES_MAX) return undefined;
  const valid = readings(characters).filter(isValid);
  return valid.length === 1 && valid[0] ? format(valid[0]) : undefined;
}

/** Cyrillic and Greek capitals that look like Latin ones: a keyboard in another language types them. */
const sameShape: Record<string, string> = Object.fromEntries(
  [...'АВЕКМНОРСТХУЗЅІЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧ'].map((letter, index) => [
    letter,
    'ABEKMHOPCTXY3SIJABEZHIKMNOPTYX'.charAt(index),
  ]),
);

const PLAIN = /^[0-9A-Z-]*$/;

/** Brings typed text to Latin capitals and digits alone. */
export function compact(typed: string): string {
  const begin = typed.slice(0, 200);
  // As we write them ourselves.
  if (PLAIN.test(begin)) return begin.replaceAll('-', '');
  return begin
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^\0-\x7f]/g, (letter) => sameShape[letter] ?? '')
    .replace(/[^0-9A-Z]/g, '');
}

/** The check character: position weights 2 to 8 for the data and 1 for the check make the sum 0 modulo 29. */
function checkCharacter(data: string): string {
  return alphabet.charAt((alphabet.length - (weightedSum(data) % alphabet.length)) % alphabet.length);
}

function isValid(characters: string): boolean {
  const data = characters.slice(0, DATA_LENGTH);
  return (
    [...characters].every((character) => alphabet.includes(character)) && checkCharacter(data) === characters.at(-1)
  );
}

/** The weights are distinct and below 29, so no substitution and no swap of two characters leaves the sum as it was. */
function weightedSum(data: string): number {
  return [...data].reduce((sum, character, index) => sum + (index + 2) * alphabet.indexOf(character), 0);
}

function readings(characters: string): string[] {
  return [...characters].reduce<string[]>(
    (sofar, character) =>
      [...(lookAlikes[character] ?? character)].flatMap((option) => sofar.map((start) => start + option)),
    [''],
  );
}

function format(characters: string): string {
  return `${characters.slice(0, 4)}-${characters.slice(4)}`;
}
