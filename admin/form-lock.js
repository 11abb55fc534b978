// @ts-check

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

/**
 * Gives functions that tell the lock of each request that begins and ends.
 *
 * @param {HTMLElement} form
 * @param {HTMLElement} overlay
 */
export function createFormLock(form, overlay) {
  let underWay = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let quiet;
  /** @type {Element | null} */
  let focused = null;
  // Between an answer and the form that shows it, Decap asks the browser's own store, which takes a moment that nobody
  // announces.
  const changes = new MutationObserver(wait);

  function lock() {
    if (form.inert) return;
    focused = document.activeElement;
    form.inert = true;
    overlay.hidden = false;
    changes.observe(form, { childList: true, subtree: true, characterData: true });
  }

  function wait() {
    clearTimeout(quiet);
    if (form.inert && underWay === 0) quiet = setTimeout(free, QUIET_MS);
  }

  function free() {
    changes.disconnect();
    form.inert = false;
    overlay.hidden = true;
    const field = focused?.isConnected ? focused : document.getElementById(focused?.id ?? '');
    if (field instanceof HTMLElement) field.focus({ preventScroll: true });
  }

  return {
    /** @param {string} action */
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
