/**
 * Sends the answer without leaving the page, and thanks in its place. Where that fails the form is sent as it would be
 * without this script.
 */
function answerHere(place: HTMLElement): void {
  const form = place.querySelector('form');
  const status = place.querySelector<HTMLElement>('[role=status]');
  if (!form || !status) return;
  form.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[name=verdict]');
    if (!button) return;
    event.preventDefault();
    // One verdict, however often it is tapped until the answer comes.
    for (const each of form.querySelectorAll('button')) each.disabled = true;
    const fields = new URLSearchParams({ verdict: button.value });
    for (const { name, value } of form.querySelectorAll<HTMLInputElement>('input')) fields.set(name, value);
    fetch(form.action, { method: 'POST', body: fields })
      .then(({ ok, url }) => thank(ok && new URL(url).searchParams.get('kept') === 'true' ? button.value : 'failed'))
      .catch(() => {
        const verdict = document.createElement('input');
        Object.assign(verdict, { type: 'hidden', name: button.name, value: button.value });
        form.append(verdict);
        form.submit();
      });
  });
  const thank = (said: string): void => {
    form.remove();
    status.textContent = place.dataset[said] ?? '';
    // The button that had the focus is gone.
    status.focus();
    const report = place.querySelector<HTMLElement>('[hidden]');
    if (report && said === 'no') report.hidden = false;
  };
}

for (const place of document.querySelectorAll<HTMLElement>('[data-useful]')) answerHere(place);
