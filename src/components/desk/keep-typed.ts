import { isSame, putBack, valuesOf } from './form-values.ts';
import { copiesKey, readCopies, sweepCopies, writeCopies, type Copy, type Values } from './typed-copies.ts';

/*
 * Keeps what is typed into the desk's forms while it is typed: a dead session, a closed lid, a dropped line and a killed
 * server lose none of it. It is offered when the page is opened again, and let go of once it is saved.
 */

const QUIET_MS = 300;
/** What was sent last from this window: the form's copies, its page, and what it held. */
const SENT = 'desk-sent';

interface Sent {
  key: string;
  page: string;
  values: Values;
}

const texts = document.querySelector<HTMLElement>('[data-keeps]');
if (texts) start(texts, texts.dataset.keeps ?? '');

function start(place: HTMLElement, officer: string): void {
  sweepCopies(officer, Date.now());
  letGoOfSaved(place);
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) keep(form, place, officer);
}

function keep(form: HTMLFormElement, place: HTMLElement, officer: string): void {
  const page = location.pathname + location.search;
  const key = copiesKey(officer, page, form.dataset.keep ?? '');
  // A browser fills in itself what was typed when one goes back; the attributes say what the server sent.
  const sentByServer = valuesOf(form);
  const kept = readCopies(key).filter(({ values }) => !isSame(values, sentByServer));
  // Of copies that say the same, the last.
  const earlier = kept.filter(({ values }, at) => !kept.slice(at + 1).some((later) => isSame(later.values, values)));
  let undecided = earlier;
  let own: Copy | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (): void => writeCopies(key, own ? [...undecided, own] : undecided);
  const note = (): void => {
    clearTimeout(timer);
    const values = valuesOf(form);
    if (!own && isSame(values, sentByServer)) return;
    own = { at: Date.now(), values };
    write();
  };
  write();
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(note, QUIET_MS);
  });
  form.addEventListener('submit', () => {
    note();
    sessionStorage.setItem(SENT, JSON.stringify({ key, page, values: valuesOf(form) } satisfies Sent));
  });
  addEventListener('pagehide', note);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && note());
  for (const copy of earlier) {
    const when = new Date(copy.at).toLocaleString(place.dataset.locale, {
      dateStyle: 'long',
      timeStyle: 'short',
    });
    const decide = (takes: boolean): void => {
      undecided = undecided.filter((other) => other !== copy);
      if (takes) putBack(form, copy.values);
      if (takes) own = { ...copy, values: valuesOf(form) };
      write();
      notice.remove();
    };
    const notice = noticeOf((place.dataset.found ?? '').replace('{when}', when), [
      button(place.dataset.putBack, () => decide(true)),
      button(place.dataset.throwAway, () => decide(false)),
    ]);
    form.before(notice);
    // The browser itself puts back what was typed when one comes back, after this has run; and one may type it again.
    const withdraw = (): void => {
      if (notice.isConnected && isSame(copy.values, valuesOf(form))) decide(true);
    };
    addEventListener('pageshow', () => setTimeout(withdraw));
    form.addEventListener('change', withdraw);
  }
}

/**
 * Lets go of what was sent, once the server has answered it by leading on to another page. What was typed while the answer
 * was on its way stays, and is told.
 */
function letGoOfSaved(place: HTMLElement): void {
  const sent = JSON.parse(sessionStorage.getItem(SENT) ?? 'null') as Sent | null;
  if (!sent) return;
  sessionStorage.removeItem(SENT);
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const here = location.pathname + location.search;
  const from = document.referrer && new URL(document.referrer);
  const ledOn = navigation && navigation.redirectCount > 0 && from && from.pathname + from.search === sent.page;
  // The page itself comes again after signing in; once it was saved, the server leads to the place that says so.
  if (!ledOn || (here === sent.page && location.hash === '')) return;
  const copies = readCopies(sent.key);
  const last = copies[copies.length - 1];
  if (!last || isSame(last.values, sent.values)) return writeCopies(sent.key, []);
  writeCopies(sent.key, [last]);
  const link = document.createElement('a');
  link.href = sent.page;
  link.textContent = place.dataset.back ?? '';
  place.append(noticeOf(place.dataset.after ?? '', [link]));
}

function noticeOf(words: string, actions: HTMLElement[]): HTMLElement {
  const notice = document.createElement('div');
  notice.className = 'notice';
  notice.setAttribute('role', 'status');
  const says = document.createElement('p');
  says.textContent = words;
  const ways = document.createElement('p');
  ways.className = 'actions';
  ways.append(...actions);
  notice.append(says, ways);
  return notice;
}

function button(words: string | undefined, press: () => void): HTMLElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'button-quiet';
  made.textContent = words ?? '';
  made.addEventListener('click', press);
  return made;
}
