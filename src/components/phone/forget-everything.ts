import { emptyingCookies } from '../../cases/forms/form-slots.ts';

/**
 * Lets go of all that this portal keeps in a browser: the worker, pages, forms that were not sent or are on their way, and cookies that
 * a page may read, such as the country. Rejects where something stays.
 */
export async function forgetEverything(): Promise<void> {
  const workers = 'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistrations() : [];
  for (const worker of workers) await worker.unregister();
  const names = 'caches' in window ? await caches.keys() : [];
  for (const name of names) await caches.delete(name);
  localStorage.clear();
  sessionStorage.clear();
  for (const cookie of cookies()) document.cookie = `${cookie.split('=', 1)[0] ?? ''}=; path=/; max-age=0`;
  // These are seen at the address of forms alone.
  for (const gone of emptyingCookies()) document.cookie = gone;
  if (cookies().length > 0) throw new Error('A cookie stays.');
}

function cookies(): string[] {
  return document.cookie.split('; ').filter(Boolean);
}
