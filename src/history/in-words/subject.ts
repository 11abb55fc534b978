import type { Language } from '../../lib/locales.ts';
import { pageTexts } from '../../texts/texts.ts';
import { plainText, type Sentence } from '../sentences.ts';
import type { ToldChange } from './told-change.ts';

/** What `git log --oneline` and mail programs show whole. */
const LENGTH_MAX = 72;
/** However long the change is, so much is left for whose and which entry it is. */
const NAMES_MIN = 20;

/** "NIS, Standard passport: fee (32 pages) ₦25,000 → ₦100,000, and 1 more", cut where it is longer. */
export function subjectOf(names: string[], changes: ToldChange[], language: Language): string {
  const m = pageTexts('desk-change', language);
  const [first] = changes;
  const whole = names.join(', ');
  const more = changes.length > 1 ? m.more({ n: changes.length - 1 }) : '';
  const room = LENGTH_MAX - ': '.length - more.length;
  const [said, brief] = first ? [lowerCase(first.what), lowerCase(first.brief ?? first.what)] : [m.nothing, m.nothing];
  const change = said.length > room - NAMES_MIN ? brief : said;
  const name = clip(whole, Math.max(NAMES_MIN, room - change.length));
  return `${name}: ${clip(change, room - name.length)}${more}`.replace(/\s+/g, ' ');
}

/** Interface words begin small after a colon; a name of the content stays as it is. */
function lowerCase([first = '', ...rest]: Sentence): string {
  const start = typeof first === 'string' ? first.charAt(0).toLowerCase() + first.slice(1) : first;
  return plainText([start, ...rest]);
}

/** Cuts between words: half an amount would be another amount. */
function clip(text: string, lengthMax: number): string {
  const letters = [...text];
  if (letters.length <= lengthMax) return text;
  const kept = letters.slice(0, lengthMax - 1).join('');
  const words = kept.slice(0, Math.max(kept.lastIndexOf(' '), 0)).replace(/[\s,;:(]+$/, '');
  return words === '' ? '…' : `${words} …`;
}
