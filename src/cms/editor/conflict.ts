import { tell } from './messages.ts';
import { element } from './page-parts.ts';

/** What the server says of a save that met another's: where both versions can be seen, or that they were joined. */
export interface MetAnother {
  error?: string;
  merge?: string;
  joined?: string;
}

/**
 * Tells of a save that met another's change; gives whether it did. The page of both versions opens in another window, for
 * the form here still holds what was typed.
 */
export function toldOfConflict({ error = '', merge, joined }: MetAnother): boolean {
  if (joined) tell(`Draft saved. ${joined} Open the entry again to see both.`, 'done');
  else if (merge) {
    const link = element('a', { href: merge, target: '_blank' }, ['See both versions']);
    tell([`${error} `, link], 'refused');
  }
  return Boolean(joined ?? merge);
}
