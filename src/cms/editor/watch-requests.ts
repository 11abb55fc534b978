import type { FieldProblem } from '../cms-error.ts';
import { toldOfConflict, type MetAnother } from './conflict.ts';
import type { Publication } from './endpoint.ts';
import { createFormLock } from './form-lock.ts';
import { tellWhenLive } from './live-poll.ts';
import { tell } from './messages.ts';
import { element, part, spokenPart } from './page-parts.ts';
import { showProblems } from './widgets/problems.ts';
import { spoken } from './spoken.ts';

const PASSING_NOTICE_MS = 10_000;

/**
 * Decap's own notices vanish after eight seconds; what the server refuses, and what went live, is kept in sight here.
 */
export function watchRequests(): void {
  const busy = spokenPart('desk-busy');
  busy.replaceChildren(element('p', {}, [spoken('Saving. The form waits, so that nothing you type is lost.')]));
  const lock = createFormLock(part('nc-root'), busy);
  // From the press on, not only from the request: for a new entry Decap first asks which names are taken.
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element && target.closest('[class*="SaveButton"]'))) return;
    lock.began('persistEntry');
    lock.ended();
  });
  const fetchAsBefore = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const address = new URL(input instanceof Request ? input.url : input, location.href);
    if (address.origin !== location.origin || address.pathname !== '/api/cms') return fetchAsBefore(input, init);
    const { action } = JSON.parse(String(init?.body ?? '{}')) as { action: string };
    lock.began(action);
    try {
      const response = await fetchAsBefore(input, init);
      // Not awaited: Decap need not wait for what is told beside it.
      void report(action, response.clone());
      return response;
    } catch (error) {
      tell(
        spoken('The server did not answer. Check the connection and try again; what you typed is still here.'),
        'refused',
      );
      throw error;
    } finally {
      lock.ended();
    }
  };
}

async function report(action: string, response: Response): Promise<void> {
  // Decap asks for what may not exist, to learn whether it does.
  if (response.status === 404 && ['unpublishedEntry', 'getEntry'].includes(action)) return;
  const answer = (await response.json().catch(() => undefined)) as
    (MetAnother & { problems?: FieldProblem[] } & Publication) | undefined;
  if (action === 'persistEntry') showProblems(answer?.problems ?? []);
  if (answer && toldOfConflict(answer)) return;
  if (!response.ok)
    tell(answer?.error ?? spoken('The server did not answer. Check the connection and try again.'), 'refused');
  else if (action === 'persistEntry')
    tell(
      spoken('Draft saved. To put it on the page, set its status to "Ready" and publish it.'),
      'done',
      PASSING_NOTICE_MS,
    );
  else if (action === 'publishUnpublishedEntry' && answer) await tellWhenLive(answer);
}
