import type { FieldProblem } from '../../cms-error.ts';
import { showProblem } from './frame.ts';

/** What opens a part of the form that is drawn only when somebody looks at it. */
const openers = new WeakMap<Element, () => void>();

/** Tells how a closed part of the form is opened. */
export function opensBy(node: Element, open: () => void): void {
  openers.set(node, open);
}

/**
 * Shows each problem beside its own field, opening what is closed around it, and brings the first one into sight. A
 * problem of a field that is not on the page stands at the nearest part around it. Gives how many found a place.
 */
export function showProblems(problems: FieldProblem[]): number {
  for (const old of document.querySelectorAll('.desk-refused-field:not([data-refused])')) showProblem(old, undefined);
  const places = problems.flatMap(({ field, message }) => {
    const node = reveal(field);
    if (!node) return [];
    showProblem(node, message);
    // What is being mended is not held against its writer any longer.
    for (const event of ['input', 'change'])
      node.addEventListener(event, () => showProblem(node, undefined), { once: true });
    return [node];
  });
  if (places[0]) bringIntoSight(places[0]);
  return places.length;
}

/** The first field whose text was not understood, shown with the reason; undefined where there is none. */
export function firstRefused(host: Element): string | undefined {
  const refused = host.querySelector<HTMLElement>('[data-refused]');
  if (!refused) return undefined;
  reveal(refused.dataset.field ?? '');
  showProblem(refused, refused.dataset.refused);
  bringIntoSight(refused);
  return refused.dataset.refused;
}

function reveal(path: string): Element | undefined {
  let found: Element | undefined;
  const steps = path.split('.');
  for (const [index] of steps.entries()) {
    const here = steps.slice(0, index + 1).join('.');
    // What stands in a part may be drawn only when that is opened.
    const around = steps.slice(0, index).join('.');
    if (index > 0 && !nodeAt(here))
      for (const closed of [around, `${around}.more`])
        for (const inner of document.querySelectorAll(`[data-fold="${CSS.escape(closed)}"]`)) openers.get(inner)?.();
    const node = nodeAt(here);
    for (let part: Element | undefined | null = node; part; part = part.parentElement) openers.get(part)?.();
    openGroup(node);
    found = node ?? found;
  }
  return found;
}

/** A group of fields hides those that stand after its heading. */
function openGroup(node: Element | undefined): void {
  let before = node?.closest('[hidden]');
  while (before && !before.querySelector('.desk-group > button')) before = before.previousElementSibling;
  before?.querySelector<HTMLElement>('.desk-group > button[aria-expanded="false"]')?.click();
}

function nodeAt(path: string): Element | undefined {
  return document.querySelector(`[data-field="${CSS.escape(path)}"]`) ?? undefined;
}

function bringIntoSight(node: Element): void {
  const control = node.querySelector<HTMLElement>('input, textarea, select, summary, button');
  control?.focus({ preventScroll: true });
  node.scrollIntoView({ block: 'center', behavior: 'instant' });
}
