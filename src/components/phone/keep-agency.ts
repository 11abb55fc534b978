import { dayInWords } from './day-in-words.ts';
import { fetchList, keepAgency, keptLists, NotGathered, type DatedList } from './kept-store.ts';

/** Keeps an agency when its button is pressed. The worker is there from then on, and on nobody else's phone. */
async function press({ place, say }: Offer): Promise<void> {
  const { keepAgency: path = '', failed = '' } = place.dataset;
  try {
    await navigator.serviceWorker.register('/sw.js');
    const list = await fetchList(path);
    const { working, noLine, noRoom } = list.list.words;
    const progress = (done: number, pages: number): void =>
      say(working.replace('{done}', String(done)).replace('{pages}', String(pages)));
    await keepAgency(path, list, progress).then(
      () => tellKept({ place, say }, list),
      (error: unknown) => say(error instanceof NotGathered ? noLine : noRoom),
    );
  } catch {
    say(failed);
  }
}

/** Says since when the agency is kept. */
function tellKept({ place, say }: Offer, { list, day }: DatedList): void {
  const button = place.querySelector('button');
  if (button) button.textContent = list.words.again;
  say(list.words.kept.replace('{day}', dayInWords(day, list.locale)));
}

interface Offer {
  place: HTMLElement;
  say: (text: string) => void;
}

function offer(place: HTMLElement): void {
  const button = place.querySelector('button');
  const status = place.querySelector('[role=status]');
  if (!button || !status) return;
  const say = (text: string): void => void (status.textContent = text);
  place.hidden = false;
  button.addEventListener('click', () => {
    button.disabled = true;
    void press({ place, say }).then(() => (button.disabled = false));
  });
  keptLists()
    .then((lists) => lists.find(({ list }) => list.href === location.pathname))
    .then((kept) => kept && tellKept({ place, say }, kept))
    .catch(() => undefined);
}

// Where a browser has no caches, or does not let this address use them, there is nothing to offer.
if ('serviceWorker' in navigator && 'caches' in window)
  document.querySelectorAll<HTMLElement>('[data-keep-agency]').forEach(offer);
