/**
 * Arrow keys walk from the box through the answers and back, Escape closes the list or returns to the box.
 * Answers are ordinary links, so Enter, Tab and a screen reader's own keys work as everywhere.
 */
export function moveAmongAnswers(
  event: KeyboardEvent,
  box: { input: HTMLInputElement; panel: HTMLElement; results: HTMLElement | null },
): void {
  if (event.key === 'Escape') {
    if (!box.panel.hidden || document.activeElement !== box.input) event.preventDefault();
    box.panel.hidden = true;
    box.input.focus();
    return;
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  if (event.target instanceof HTMLSelectElement) return;
  // What is folded away cannot take the focus.
  const answers = [...(box.results ?? box.panel).querySelectorAll<HTMLElement>('[data-answer]')].filter(
    (link) => !link.closest('details:not([open])'),
  );
  if (answers.length === 0 || (!box.results && box.panel.hidden)) return;
  const at = answers.findIndex((link) => link === document.activeElement);
  const next = at + (event.key === 'ArrowDown' ? 1 : -1);
  event.preventDefault();
  if (next < 0) box.input.focus();
  else answers[Math.min(next, answers.length - 1)]?.focus();
}
