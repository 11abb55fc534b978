import localforage from 'localforage';

/*
 * In place of the store in which Decap keeps what is typed and not yet saved. Decap offers it again as soon as it is read, and
 * then puts the entry over it that the server has sent meanwhile: what somebody has just been told is saved is gone
 * (decap-cms#5055, #6989). What is kept is therefore handed over only once the entry stands in the form.
 */

const FORM = '#nc-root [class*="ControlPaneContainer"] [class*="ControlContainer"]';

/** Whether what is kept under a key is an entry that somebody was writing. */
const isBackup = (key: string): boolean => key.startsWith('backup.');

async function formShown(): Promise<void> {
  if (document.querySelector(FORM)) return;
  await new Promise<void>((resolve) => {
    const watching = new MutationObserver(() => {
      if (!document.querySelector(FORM)) return;
      watching.disconnect();
      resolve();
    });
    watching.observe(document.body, { childList: true, subtree: true });
  });
}

/** As far as Decap uses it. */
export default {
  async getItem(key: string): Promise<unknown> {
    if (isBackup(key)) await formShown();
    return localforage.getItem(key);
  },
  setItem: (key: string, value: unknown): Promise<unknown> => localforage.setItem(key, value),
  removeItem: (key: string): Promise<void> => localforage.removeItem(key),
};
