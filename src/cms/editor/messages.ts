import { element, spokenPart } from './page-parts.ts';
import { spoken } from './spoken.ts';

export type Tone = 'done' | 'refused' | 'waiting';

/** Shows one message in place of the last. It stays until it is closed, unless it is given a time to go. */
export function tell(content: string | (string | Node)[], tone: Tone, untilMs?: number): void {
  const close = element('button', { type: 'button', class: 'desk-quiet', 'aria-label': spoken('Close this message') }, [
    '×',
  ]);
  const message = element('div', { class: `desk-message desk-${tone}` }, [element('p', {}, [content].flat()), close]);
  close.addEventListener('click', () => message.remove());
  spokenPart('desk-messages').replaceChildren(message);
  if (untilMs) setTimeout(() => message.remove(), untilMs);
}
