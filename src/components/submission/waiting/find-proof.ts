import { sha256After } from './sha256-after.ts';

/*
 * Looks for a proof of work (see cases/abuse) and writes it into its hidden field. It works in slices of less than a
 * frame with pauses between them, so that a cheap phone goes on scrolling and typing. When the wait is over first, that
 * will do.
 */
const SLICE_MS = 12;
/** Looking at the clock costs as much as a try. */
const TRIES_AT_ONCE = 256;

const field = document.querySelector<HTMLInputElement>('[data-challenge]');
const status = document.querySelector('[data-proof-status]');
if (field && status) {
  const { challenge = '', bits, waitMs, working = '', ready = '' } = field.dataset;
  const began = performance.now();
  const hash = sha256After(challenge);
  // What is tried differs from visit to visit, or a form that was sent too early would begin with the same failures.
  let number = Math.floor(Math.random() * 1e9);
  const say = (text: string): void => void (status.textContent = text);
  const search = (): void => {
    const until = performance.now() + SLICE_MS;
    while (performance.now() < until) {
      for (let tries = 0; tries < TRIES_AT_ONCE; tries++, number++) {
        if (Math.clz32(hash(String(number))) < Number(bits)) continue;
        field.value = String(number);
        say(ready);
        return;
      }
    }
    if (performance.now() - began > Number(waitMs)) say(ready);
    else setTimeout(search);
  };
  say(working);
  setTimeout(search);
}
