import { copyWords } from '../../lib/copy-words.ts';

/** Shows the buttons that only a script can do, to copy the keys of a case and to print, and makes them do it. */
function offer(place: HTMLElement): void {
  const status = place.querySelector<HTMLElement>('[role=status]');
  const copy = place.querySelector<HTMLButtonElement>('[data-copy]');
  const print = place.querySelector<HTMLButtonElement>('[data-print]');
  const tell = (copied: boolean): void => {
    if (status) status.textContent = (copied ? place.dataset.copied : place.dataset.notCopied) ?? '';
  };
  copy?.addEventListener('click', () => void copyWords(copy.dataset.copy ?? '').then(tell));
  print?.addEventListener('click', () => window.print());
  for (const way of place.querySelectorAll<HTMLElement>('li[hidden]')) way.hidden = false;
}

for (const place of document.querySelectorAll<HTMLElement>('[data-keep]')) offer(place);
