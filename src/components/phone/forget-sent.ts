/*
 * Browsers write into a form what stood there when somebody goes back to it. After it was sent that would show the words
 * to whoever holds the phone next, so the form is emptied: this tab knows which of its pages led to a case.
 */

/** The page on which a form was begun, and, once note-sent.js has run, the one that it was sent from. */
const BEGUN = 'begun';
const SENT = 'sent-from';

/** Notes that a form was begun on this page. */
export function noteBegun(): void {
  put(BEGUN, location.pathname);
}

/** Empties the form of a page where it was sent from; whoever begins anew on it may go back to it again. */
export function emptyWhereSent(form: HTMLFormElement): void {
  window.addEventListener('pageshow', () => {
    if (get(SENT) !== location.pathname) return;
    form.reset();
    drop(SENT);
  });
}

function get(name: string): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

function put(name: string, value: string): void {
  try {
    sessionStorage.setItem(name, value);
  } catch {
    // Where nothing can be kept, the browser is not told.
  }
}

function drop(name: string): void {
  try {
    sessionStorage.removeItem(name);
  } catch {
    // As above.
  }
}
