/*
 * While a save runs, and while Decap then loads the entry anew, whatever is typed into the form would be lost without a
 * word. The form takes no input meanwhile, and says so; the field one was in gets the focus back.
 */

const LOCKING = [
  'persistEntry',
  'updateUnpublishedEntryStatus',
  'publishUnpublishedEntry',
  'deleteUnpublishedEntry',
  'deleteFiles',
];

/**
 * So long no request may be under way and nothing in the form may change before Decap is taken to have finished with
 * it.
 */
const QUIET_MS = 600;

/** Is told of each request that begins and ends. */
export interface FormLock {
  began(action: string): void;
  ended(): void;
}

/** Locks a form while requests are under way that change what it holds; the overlay says so. */
export function createFormLock(form: HTMLElement, overlay: HTMLElement): FormLock {
  let underWay = 0;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let focused: Element | null = null;
  // Between an answer and the form that shows it, Decap asks the browser's own store, which takes a moment that nobody
  // announces.
  const changes = new MutationObserver(wait);

  function lock(): void {
    if (form.inert) return;
    focused = document.activeElement;
    form.inert = true;
    overlay.hidden = false;
    changes.observe(form, { childList: true, subtree: true, characterData: true });
  }

  function wait(): void {
    clearTimeout(quiet);
    if (form.inert && underWay === 0) quiet = setTimeout(free, QUIET_MS);
  }

  function free(): void {
    changes.disconnect();
    form.inert = false;
    overlay.hidden = true;
    const field = focused?.isConnected ? focused : document.getElementById(focused?.id ?? '');
    if (field instanceof HTMLElement) field.focus({ preventScroll: true });
  }

  return {
    began(action) {
      underWay += 1;
      clearTimeout(quiet);
      if (LOCKING.includes(action)) lock();
    },
    ended() {
      underWay -= 1;
      wait();
    },
  };
}
