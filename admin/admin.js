// @ts-check
import { createFormLock } from './form-lock.js';
import { registerPreviews } from './preview.js';

/*
 * Opens the charter desk: asks who is signed in, shows the sign-in form or starts Decap with the configuration
 * made for that officer, and tells in plain words what was refused and when a published change is live.
 */

const SIGNED_OUT = 'desk-signed-out';
const POLL_MS = 1500;
const PASSING_NOTICE_MS = 10_000;
const POLL_SLOW_MS = 10_000;
const POLLS_QUICK = 80;
const POLLS_MAX = 400;

/** @import { Answers, Publication } from './decap.d.ts' */
/** @typedef {NonNullable<Answers['/api/cms/session']['officer']>} Officer */

const door = part('desk-door');
const bar = part('desk-bar');
const messages = part('desk-messages');

/**
 * The publication whose way to the page is being told; a later one takes its place.
 *
 * @type {symbol | undefined}
 */
let followed;

await open();

async function open() {
  const stayOut = sessionStorage.getItem(SIGNED_OUT) ? '?stay-out' : '';
  const { officer, sample } = await getJson('/api/cms/session', stayOut);
  if (!officer) return showDoor(sample);
  showBar(officer);
  watchRequests();
  const config = await getJson('/api/cms/config');
  if (config.error) return tell(config.error, 'refused');
  // The portal has signed the officer in; without this, Decap would show a second "Login" button that asks nothing.
  if (config.backend.name === 'proxy')
    localStorage.setItem('decap-cms-user', JSON.stringify({ backendName: 'proxy', name: officer.name }));
  await loadScript('/admin/decap-cms.js');
  registerPreviews(window.CMS, config);
  window.CMS.init({ config });
}

/** @param {boolean | undefined} sample */
function showDoor(sample) {
  const email = element('input', {
    id: 'desk-email',
    name: 'email',
    type: 'email',
    required: '',
    autocomplete: 'email',
  });
  const form = element('form', {}, [
    element('h1', {}, ['Charter desk']),
    element('p', {}, [
      'Enter the e-mail address under which you are registered as a desk officer. You receive a link that signs you in.',
    ]),
    element('label', { for: 'desk-email' }, ['E-mail address']),
    email,
    element('button', {}, ['Send me the link']),
  ]);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const answer = await postJson('/api/cms/sign-in', { email: email.value });
    tell(answer.message ?? answer.error ?? '', answer.error ? 'refused' : 'done');
  });
  door.replaceChildren(form);
  if (sample) {
    const enter = element('button', { type: 'button', class: 'desk-quiet' }, ['Continue as the sample desk officer']);
    enter.addEventListener('click', () => {
      sessionStorage.removeItem(SIGNED_OUT);
      location.reload();
    });
    door.append(enter);
  }
  door.hidden = false;
}

/** @param {Officer} officer */
function showBar(officer) {
  const agencies = officer.agencies.map((id) => id.toUpperCase()).join(', ');
  const rights = officer.mayPublish ? 'edit and publish' : 'edit, but not publish,';
  const out = element('button', { type: 'button', class: 'desk-quiet' }, ['Sign out']);
  out.addEventListener('click', async () => {
    await postJson('/api/cms/sign-out', {});
    sessionStorage.setItem(SIGNED_OUT, 'yes');
    location.assign('/admin/');
  });
  bar.replaceChildren(
    element('p', {}, [
      'Signed in as ',
      element('strong', {}, [officer.name]),
      `. You may ${rights} what belongs to `,
      element('strong', {}, [agencies]),
      officer.sample ? '. A demonstration: publishing makes a commit on this machine only.' : '.',
    ]),
    out,
  );
  bar.hidden = false;
}

/**
 * Decap's own notices vanish after eight seconds; what the server refuses, and what went live, is kept in sight here.
 */
function watchRequests() {
  const lock = createFormLock(part('nc-root'), part('desk-busy'));
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
    const { action } = JSON.parse(String(init?.body ?? '{}'));
    lock.began(action);
    try {
      const response = await fetchAsBefore(input, init);
      // Not awaited: Decap need not wait for what is told beside it.
      void report(action, response.clone());
      return response;
    } catch (error) {
      tell('The server did not answer. Check the connection and try again; what you typed is still here.', 'refused');
      throw error;
    } finally {
      lock.ended();
    }
  };
}

/**
 * @param {string} action
 * @param {Response} response
 */
async function report(action, response) {
  // Decap asks for what may not exist, to learn whether it does.
  if (response.status === 404 && ['unpublishedEntry', 'getEntry'].includes(action)) return;
  const answer = await response.json().catch(() => undefined);
  if (!response.ok) tell(answer?.error ?? 'The server did not answer. Check the connection and try again.', 'refused');
  else if (action === 'persistEntry')
    tell('Draft saved. To put it on the page, set its status to "Ready" and publish it.', 'done', PASSING_NOTICE_MS);
  else if (action === 'publishUnpublishedEntry') await tellWhenLive(answer);
}

/**
 * Asks until the change is on the page: often at first, then now and then, for a build that failed is tried again.
 *
 * @param {Publication} publication
 */
async function tellWhenLive({ commit, page }) {
  const own = Symbol('publication');
  followed = own;
  tell('Published. The page is being renewed; this takes a minute or two. You need not wait here.', 'waiting');
  let told = '';
  for (let poll = 0; poll < POLLS_MAX && followed === own; poll++) {
    // An answer that did not come says nothing of the page.
    /** @type {Answers['/api/cms/status']} */
    const answer = await getJson('/api/cms/status', `?commit=${commit}`).catch(() => ({}));
    const { live, problem, error } = answer;
    if (followed !== own) return;
    if (live)
      return tell(
        ['Live. ', element('a', { href: page, target: '_blank' }, ['See the page']), ' as citizens see it.'],
        'done',
      );
    const late =
      poll > POLLS_QUICK
        ? 'Published, but the page is not renewed yet. Tell whoever runs the portal if it stays so.'
        : '';
    const says = error ?? problem ?? late;
    if (says && says !== told) tell(says, 'refused');
    told = says;
    await new Promise((resolve) => setTimeout(resolve, poll > POLLS_QUICK || problem ? POLL_SLOW_MS : POLL_MS));
  }
}

/**
 * Shows one message in place of the last. It stays until it is closed, unless it is given a time to go.
 *
 * @param {string | (string | Node)[]} content
 * @param {'done' | 'refused' | 'waiting'} tone
 * @param {number} [untilMs]
 */
function tell(content, tone, untilMs) {
  const close = element('button', { type: 'button', class: 'desk-quiet', 'aria-label': 'Close this message' }, ['×']);
  const message = element('div', { class: `desk-message desk-${tone}` }, [element('p', {}, [content].flat()), close]);
  close.addEventListener('click', () => message.remove());
  messages.replaceChildren(message);
  if (untilMs) setTimeout(() => message.remove(), untilMs);
}

/**
 * @template {keyof Answers} Address
 * @param {Address} address
 * @param {string} [query]
 * @returns {Promise<Answers[Address]>}
 */
async function getJson(address, query = '') {
  const response = await fetch(`${address}${query}`, { headers: { accept: 'application/json' } });
  return response.json();
}

/**
 * @template {keyof Answers} Address
 * @param {Address} address
 * @param {object} value
 * @returns {Promise<Answers[Address]>}
 */
async function postJson(address, value) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });
  return response.json();
}

/**
 * @param {string} src
 * @returns {Promise<unknown>}
 */
function loadScript(src) {
  return new Promise((resolve, reject) => {
    const script = element('script', { src }, []);
    script.addEventListener('load', resolve);
    script.addEventListener('error', () => reject(new Error(`${src} could not be loaded.`)));
    document.head.append(script);
  });
}

/**
 * Gives a part of the page, which `index.html` has.
 *
 * @param {string} id
 */
function part(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no part "${id}".`);
  return found;
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string>} attributes
 * @param {(string | Node)[]} [children]
 */
function element(name, attributes, children = []) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
