/*
 * Decap's lists have buttons of pictures alone, which a screen reader reads as "button". They are given names here, and again
 * whenever a list has changed, for an item's number is part of its name.
 */

/** Names the buttons of each list item below an element, for as long as the page is open. */
export function nameListButtons(root: HTMLElement): void {
  new MutationObserver(() => nameAll(root)).observe(root, { childList: true, subtree: true });
  nameAll(root);
}

function nameAll(root: HTMLElement): void {
  const counts = new Map<Element | null, number>();
  for (const bar of root.querySelectorAll('[class*="StyledListItemTopBar"]')) {
    const item = bar.closest('[class*="SortableListItem"]') ?? bar.parentElement;
    const list = item?.parentElement ?? null;
    const number = (counts.get(list) ?? 0) + 1;
    counts.set(list, number);
    const buttons = [...bar.querySelectorAll(':scope > button')];
    name(buttons[0], `Open or close item ${number}`);
    name(buttons.at(-1), `Remove item ${number}`);
    name(bar.querySelector('[aria-roledescription="sortable"]'), `Move item ${number}`);
  }
}

function name(button: Element | null | undefined, label: string): void {
  if (button && button.getAttribute('aria-label') !== label) button.setAttribute('aria-label', label);
}
