import type { EntryForm } from './control.ts';
import { element } from './dom.ts';
import { opensBy } from './problems.ts';

/**
 * A part of the form under a title, closed at first. What is in it is drawn when it is opened, so that a charter with
 * thirty contacts opens at once; what the officer opened is open again when the entry is loaded anew.
 */
export function fold(
  form: EntryForm,
  path: string,
  title: string,
  draw: () => HTMLElement[],
): { node: HTMLDetailsElement; retitle(words: string): void; open(): void } {
  const summary = element('summary', {}, title);
  const node = element('details', { class: 'desk-fold', 'data-fold': path }, summary);
  let drawn = false;
  const drawOnce = (): void => {
    if (drawn) return;
    drawn = true;
    node.append(element('div', { class: 'desk-folded' }, ...draw()));
  };
  const open = (): void => {
    drawOnce();
    node.open = true;
    form.opened.add(path);
  };
  // Before the browser opens it, so that nothing flickers.
  summary.addEventListener('click', drawOnce);
  node.addEventListener('toggle', () => {
    if (node.open) drawOnce();
    if (node.open) form.opened.add(path);
    else form.opened.delete(path);
  });
  opensBy(node, open);
  if (form.opened.has(path)) open();
  return { node, retitle: (words) => summary.replaceChildren(words), open };
}
