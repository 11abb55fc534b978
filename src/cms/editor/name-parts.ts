import { part } from './page-parts.ts';

/**
 * Gives what Decap draws the names that it leaves out, whenever it draws anew: its form has no main part and no heading,
 * its drafts no main part, and the preview no title. Without them, who hears the page in place of seeing it cannot go to
 * its parts.
 */
export function nameParts(): void {
  const root = part('nc-root');
  const name = (): void => {
    // The header of all of Decap's pages but the form belongs to no main part.
    const main = root.querySelector('main, [class*="WorkflowContainer"]');
    if (main) root.removeAttribute('role');
    else root.setAttribute('role', 'main');
    if (main instanceof HTMLDivElement) main.setAttribute('role', 'main');
    const heading = root.querySelector('[class*="BackCollection"]');
    heading?.setAttribute('role', 'heading');
    heading?.setAttribute('aria-level', '1');
    root.querySelector('iframe#preview-pane')?.setAttribute('title', 'What you have entered, in short');
  };
  new MutationObserver(name).observe(root, { childList: true, subtree: true });
}
