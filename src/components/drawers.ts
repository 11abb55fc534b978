/*
 * Folded parts of a page. An address that leads into one opens it, where the browser does not do so by itself (Chrome
 * before 97, Firefox before 139), and all are open while a page is printed.
 */

function openTo(): void {
  const place = named();
  const drawer = place?.closest('details:not([open])') as HTMLDetailsElement | null | undefined;
  if (!place || !drawer) return;
  for (let one: Element | null | undefined = drawer; one; one = one.parentElement?.closest('details'))
    (one as HTMLDetailsElement).open = true;
  place.scrollIntoView();
}

/** What the address names; nothing where somebody cut it in the middle of a letter. */
function named(): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}

const opened: HTMLDetailsElement[] = [];

addEventListener('hashchange', openTo);
addEventListener('beforeprint', () => {
  for (const drawer of document.querySelectorAll<HTMLDetailsElement>('.drawer:not([open])')) {
    drawer.open = true;
    opened.push(drawer);
  }
});
addEventListener('afterprint', () => {
  for (const drawer of opened.splice(0)) drawer.open = false;
});
openTo();
