import { tell } from './messages.ts';
import { element } from './page-parts.ts';
import { spoken } from './spoken.ts';

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
  if (joined) tell(spoken('Draft saved. {joined} Open the entry again to see both.', { joined }), 'done');
  else if (merge) {
    const link = element('a', { href: merge, target: '_blank' }, [spoken('See both versions')]);
    tell([`${error} `, link], 'refused');
  }
  return Boolean(joined ?? merge);
}
