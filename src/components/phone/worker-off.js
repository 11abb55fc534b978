/*
 * Takes the place of the worker where the portal has switched it off (keepOnPhones): a browser looks for a newer worker
 * whenever a page is opened. It lets go of what was kept, and of itself. Forms that were not sent stay: they are their
 * writer's. No page is opened anew, since somebody may be writing on it.
 */
self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.map((name) => caches.delete(name))))
      .then(() => self.registration.unregister()),
  );
});
