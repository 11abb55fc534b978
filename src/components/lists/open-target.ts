/**
 * Unfolds what the address of the page names, where the browser does not do so itself (Chrome from 97): each drawer around
 * it, and the drawer that it is.
 */
export function openTarget(): void {
  const show = (): void => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    let folded = 0;
    for (let at: HTMLElement | null = target; at; at = at.parentElement)
      if (at instanceof HTMLDetailsElement && !at.open) {
        at.open = true;
        folded += 1;
      }
    if (target && folded > 0) target.scrollIntoView();
  };
  addEventListener('hashchange', show);
  show();
}
