/* Tells on the page of a publication as soon as visitors see it. Without a script the page asks anew by itself. */

const ASKED_EVERY_MS = 1000;

const liveNotice = document.querySelector<HTMLElement>('[data-awaits-live]');
if (liveNotice) void askWhetherLive(liveNotice.dataset['awaitsLive'] ?? '');

/** A line that drops is no answer; it is asked again. */
async function askWhetherLive(commit: string): Promise<void> {
  const settled = await fetch(`/api/cms/status?commit=${commit}`)
    .then((response) => (response.ok ? (response.json() as Promise<{ live: boolean; problem?: string }>) : undefined))
    .then((status) => status === undefined || status.live || status.problem !== undefined)
    .catch(() => false);
  if (settled) location.reload();
  else setTimeout(() => void askWhetherLive(commit), ASKED_EVERY_MS);
}
