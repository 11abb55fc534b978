import { formAddress } from '../../cases/forms/form-slots.ts';
import { emptyWhereSent, noteBegun } from './forget-sent.ts';
import { isAnswer, keepUnsent, sendUnkept, type Written } from './unsent.ts';

/*
 * Keeps the words of a form whose sending fails for want of a line. A browser tells that it has none, or it tries and
 * shows a page of its own, and what was typed may be gone: so the words are written down before they are sent, and an
 * answer that shows them lets go of them (tell-unsent.ts). Those that tell of misconduct or of
 * money that was asked for never are, unless their writer says so.
 */

function guard(form: HTMLFormElement, place: HTMLElement): void {
  const action = new URL(form.action).pathname;
  const report = place.querySelector<HTMLElement>('[data-report]');
  // Of a complaint, only one that tells of money.
  const only = report?.dataset.report;
  const isReport = (): boolean => report !== null && (!only || new FormData(form).getAll('broken').includes(only));
  let pressed: HTMLButtonElement | null = null;
  let id: string | undefined;
  const keep = (told: boolean): boolean => {
    const keptId = keepUnsent({ ...written(form, pressed), action, told }, id);
    id = keptId ?? id;
    return keptId !== undefined;
  };
  const tell = (what: 'report' | 'stored' | 'full'): void => {
    place.hidden = false;
    for (const part of place.children) (part as HTMLElement).hidden = !part.hasAttribute(`data-${what}`);
    place.focus();
  };
  // Browsers of 2020 do not say in the event which button it was.
  // One may stand outside the form.
  document.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLButtonElement>('button[type=submit]');
    if (button?.form === form) pressed = button;
  });
  emptyWhereSent(form);
  form.addEventListener('submit', (event) => {
    if (!isAnswer(location.pathname)) noteBegun();
    if (!navigator.onLine) {
      event.preventDefault();
      tell(isReport() ? 'report' : keep(true) ? 'stored' : 'full');
    } else if (!isReport() && isAnswer(action)) {
      // Elsewhere nothing tells one sending from the next, so what may have arrived is not sent again.
      keep(false);
    } else sendUnkept(written(form, pressed), id);
  });
  report?.querySelector('button')?.addEventListener('click', () => {
    tell(keep(true) ? 'stored' : 'full');
  });
}

function written(form: HTMLFormElement, pressed: HTMLButtonElement | null): Written {
  const entries = [...new FormData(form)];
  const fields = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  if (pressed?.name) fields.push([pressed.name, pressed.value]);
  const files = entries.filter(([, value]) => typeof value === 'object' && value.size > 0).length;
  return { page: location.pathname, title: document.querySelector('h1')?.textContent?.trim() ?? '', fields, files };
}

/** The first step is a file, whose other language is a link: once something was typed, the form goes along with it. */
function takeAlong(form: HTMLFormElement, { posted = '', step: name = '' }: DOMStringMap): void {
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
  const isFilledIn = (): boolean =>
    fields.some((field) =>
      field.type === 'checkbox' ? (field as HTMLInputElement).checked : field.type !== 'hidden' && field.value !== '',
    );
  const step = form.querySelector<HTMLInputElement>(`input[name="${posted}"]`)?.value;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.switch'))
    link.addEventListener('click', (event) => {
      if (!step || !isFilledIn()) return;
      event.preventDefault();
      const button = document.createElement('button');
      Object.assign(button, { name, value: step, hidden: true, formNoValidate: true });
      button.formAction = formAddress(link.hreflang);
      form.append(button);
      button.click();
    });
}

for (const place of document.querySelectorAll<HTMLElement>('[data-no-line]')) {
  const form = place.closest('form');
  if (form) {
    guard(form, place);
    takeAlong(form, place.dataset);
  }
}
