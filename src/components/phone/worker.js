/*
 * The worker of a phone on which somebody keeps an agency. It is served as /sw.js (src/pages/sw.js.ts), which puts
 * `phone` before it and leaves out what is for reading only. The network always goes first. It stores nothing itself:
 * what may be kept, a page puts there when somebody presses the button. So there is nothing for it to do when it is
 * installed, and a newer one may take over at once: pages and their sheets are kept together, and hashes tell those apart.
 *
 * No navigation preload: whatever is left to the browser below would be asked for twice.
 */

/** What is private, framed or for editors. The browser does with it as if there were no worker. */
const OTHERS = new RegExp(phone.others);
/** A bad line is none: after so long a kept page is shown, with its date. One that is not kept is waited for. */
const PATIENCE_MS = 6000;

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || request.headers.has('range') || OTHERS.test(pathname))
    return;
  if (request.mode === 'navigate') event.respondWith(answer(request, pathname));
  else if (pathname.startsWith('/assets/')) event.respondWith(find(pathname).then((kept) => kept || fetch(request)));
});

async function answer(request, pathname) {
  const kept = await find(pathname.replace(/\/?$/, '/'));
  const asked = ask(request);
  try {
    const given = await (kept ? Promise.race([asked, later()]) : asked);
    // A proxy answers for a portal that is down.
    if (given && (given.status < 500 || !kept)) return given;
  } catch {
    if (!kept) return withoutLine(pathname);
  }
  return (await dated(kept, pathname)) || withoutLine(pathname);
}

/**
 * Whoever goes back is given a page by the browser's own cache, however old and without its date, unless it is asked for
 * anew. Redirects are for the browser to follow: a page that was reached by one is refused.
 */
function ask(request) {
  return request.cache === 'force-cache' || request.cache === 'only-if-cached'
    ? fetch(request.url, { cache: 'no-cache', redirect: 'manual' })
    : fetch(request);
}

function later() {
  return new Promise((done) => setTimeout(done, PATIENCE_MS));
}

/** A store that fails is an empty one. */
function find(path) {
  return caches.match(path).catch(() => undefined);
}

function wordsFor(pathname) {
  const prefix = pathname.split('/', 2).join('/');
  return phone.words[prefix] || phone.words[''];
}

/** A kept page with its date at the top, or nothing: without it no fee is shown. */
async function dated(kept, pathname) {
  const day = new Date(kept.headers.get('date') || NaN);
  if (isNaN(day)) return;
  const words = wordsFor(pathname);
  const told = day.toLocaleDateString(words.locale, { day: 'numeric', month: 'long', year: 'numeric' });
  return noted(kept, words.kept.replace('{day}', told), 200);
}

async function withoutLine(pathname) {
  const words = wordsFor(pathname);
  const page = (await find(words.page)) || (await find(phone.words[''].page));
  return (page && (await noted(page, words.none, 503))) || Response.error();
}

/** The title says it too, for whoever hears the page and goes straight to its heading. */
async function noted(page, note, status) {
  const html = await page.text();
  const marked = html
    .replace(/<body[^>]*>/, (body) => `${body}<p class="${phone.look}" role="note">${note}</p>`)
    .replace('<title>', `<title>${note} `);
  return marked.includes(phone.look + '" role') ? new Response(marked, { status, headers: page.headers }) : undefined;
}
