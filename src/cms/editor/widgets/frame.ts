import { linksInHint } from '../links-in-hint.ts';
import type { Place } from './control.ts';
import { element, idOf } from './dom.ts';
import { spoken } from '../spoken.ts';

/** A field on the page: label, hint and control, and room beside it for what was understood and what is refused. */
export interface Frame {
  node: HTMLElement;
  /** Attributes that bind a control to its label, hint and problem. */
  bound: { id: string; 'aria-describedby': string; 'aria-required': string | undefined };
  /** Says back what was understood. */
  say(words: string): void;
  /** Refuses what stands in the control, or takes the refusal back. The entry cannot be saved meanwhile. */
  refuse(words: string | undefined, shown?: boolean): void;
}

/**
 * Makes the frame of a field. `grouped`: the control consists of several, which the label names together.
 */
export function fieldFrame(place: Place, { grouped = false, label = place.field.label } = {}): Frame {
  const { path, field, labelled } = place;
  const id = place.id ?? idOf(path);
  const names = { hint: `${id}-hint`, said: `${id}-said`, problem: `${id}-problem` };
  const said = element('p', { class: 'desk-said', id: names.said, role: 'status' });
  const problem = element('p', { class: 'desk-problem', id: names.problem, 'aria-live': 'polite' });
  const words = [label, !field.required && !grouped && ` (${spoken('optional')})`];
  const node = element(
    'div',
    grouped
      ? { class: 'desk-field', 'data-field': path, role: 'group', 'aria-label': label }
      : { class: 'desk-field', 'data-field': path },
    !labelled && (grouped ? element('p', { class: 'desk-label' }, ...words) : element('label', { for: id }, ...words)),
    !labelled && field.hint ? hintOf(field.hint, names.hint) : undefined,
    said,
    problem,
  );
  return {
    node,
    bound: {
      id,
      'aria-describedby': Object.values(names).join(' '),
      'aria-required': field.required && !grouped ? 'true' : undefined,
    },
    say: (words) => said.replaceChildren(words),
    refuse(words, shown = true) {
      if (words === undefined) delete node.dataset.refused;
      else node.dataset.refused = words;
      showProblem(node, shown ? words : undefined);
    },
  };
}

/** The help of a field, with its links. */
export function hintOf(hint: string, id?: string): HTMLElement {
  const pieces = linksInHint(hint).map((piece) =>
    typeof piece === 'string'
      ? piece
      : element('a', { href: piece.href, target: '_blank', rel: 'noopener' }, piece.words),
  );
  return element('p', { class: 'desk-hint', id }, ...pieces);
}

/** Puts a control into its frame, before what is said of it. */
export function fill(frame: Frame, ...controls: HTMLElement[]): HTMLElement {
  frame.node.querySelector(':scope > .desk-said')?.before(...controls);
  return frame.node;
}

/** Shows a refusal beside a field, or takes it away. */
export function showProblem(node: Element, words: string | undefined): void {
  node.querySelector(':scope > .desk-problem')?.replaceChildren(words ?? '');
  node.classList.toggle('desk-refused-field', words !== undefined);
  const control = node.querySelector(`[aria-describedby~="${node.querySelector(':scope > .desk-problem')?.id}"]`);
  if (words === undefined) control?.removeAttribute('aria-invalid');
  else control?.setAttribute('aria-invalid', 'true');
}
