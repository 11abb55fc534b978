import { readFile } from 'node:fs/promises';
import { readOfficerList } from '../../register/officer-list.ts';
import { ContentError } from '../../register/problem.ts';
import type { Officer } from '../../schemas/officer.ts';
import { CmsError } from '../cms-error.ts';

/**
 * A reader of the list of desk officers. The file is read on each request, so that an officer who is taken off it
 * loses access at once. While it cannot be read or has a mistake, the last list without one holds, and each new mistake
 * is logged once.
 */
export function createOfficers(file: string, log: (event: object) => void): () => Promise<Officer[]> {
  let last: Officer[] | undefined;
  let logged = '';

  function lastGood(error: Error): Officer[] {
    if (error.message !== logged) log({ event: 'officers-unreadable', error: error.message });
    logged = error.message;
    if (last) return last;
    throw new CmsError(
      503,
      'Nobody can sign in at the moment: the list of desk officers has a mistake. Tell whoever runs the portal.',
      {
        cause: error,
      },
    );
  }

  return async () => {
    try {
      const { officers, problems } = readOfficerList('content/officers.yaml', await readFile(file, 'utf8'));
      if (!officers) return lastGood(new ContentError(problems));
      [last, logged] = [officers, ''];
      return officers;
    } catch (error) {
      if (error instanceof CmsError) throw error;
      return lastGood(error as Error);
    }
  };
}

export function sameAddress(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
