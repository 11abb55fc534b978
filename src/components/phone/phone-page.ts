import { dayInWords } from './day-in-words.ts';
import { forgetEverything } from './forget-everything.ts';
import { dropAgency, keptLists } from './kept-store.ts';
import { dropUnsent, sendAgain, unsentForms, type UnsentForm } from './unsent.ts';

const locale = document.querySelector<HTMLElement>('[data-phone]')?.dataset.locale ?? '';

/** One line of a list: what it is called, since when, and what its buttons do. */
interface Row {
  name: string;
  href?: string;
  /** What stands in the place of {day}, {pages}. */
  told: Record<string, string>;
  files?: number;
  acts: Record<string, () => unknown>;
}

function showForms(): void {
  const forms = unsentForms();
  const section = fill('[data-unsent-forms]', forms.map(formRow));
  if (section) section.hidden = forms.length === 0;
}

function formRow(form: UnsentForm): Row {
  return {
    name: form.title,
    told: { day: dayInWords(new Date(form.at), locale) },
    files: form.files,
    acts: {
      send: () => send(form),
      discard: () => {
        dropUnsent(form.id);
        showForms();
      },
    },
  };
}

/** Sends a form as it was filled in, to the page that answers it. The portal knows by its key what it has already. */
function send({ id, action, fields }: UnsentForm): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.enctype = 'multipart/form-data';
  form.action = action;
  for (const [name, value] of fields) {
    // Not an input, which would take the lines out of what was written.
    const field = document.createElement('textarea');
    [field.name, field.value] = [name, value];
    form.append(field);
  }
  form.hidden = true;
  document.body.append(form);
  sendAgain(id);
  form.submit();
}

async function showAgencies(): Promise<void> {
  const agencies = 'caches' in window ? await keptLists() : [];
  const section = fill(
    '[data-agencies]',
    agencies.map(({ list: { name, href, pages }, day }) => ({
      name,
      href,
      told: { day: dayInWords(day, locale), pages: String(pages.length) },
      acts: { remove: () => dropAgency(href).then(showAgencies) },
    })),
  );
  if (!section) return;
  section.hidden = false;
  const none = section.querySelector<HTMLElement>('[data-none]');
  if (none) none.hidden = agencies.length > 0;
}

/** Fills the list of a section by its template, and gives the section. */
function fill(selector: string, rows: Row[]): HTMLElement | null {
  const section = document.querySelector<HTMLElement>(selector);
  const template = section?.querySelector<HTMLTemplateElement>('template[data-row]');
  const list = section?.querySelector('[data-rows]');
  if (!template || !list) return null;
  list.textContent = '';
  for (const row of rows) list.append(drawn(row, template));
  return section;
}

function drawn(row: Row, template: HTMLTemplateElement): DocumentFragment {
  const drawing = template.content.cloneNode(true) as DocumentFragment;
  const name = drawing.querySelector<HTMLAnchorElement>('[data-name]');
  const day = drawing.querySelector<HTMLElement>('[data-day]');
  const files = drawing.querySelector<HTMLElement>('[data-files]');
  if (name) name.textContent = row.name;
  if (name && row.href) name.href = row.href;
  if (day) day.textContent = (day.dataset.day ?? '').replace(/\{(\w+)\}/g, (_, key: string) => row.told[key] ?? '');
  if (!row.files) files?.remove();
  for (const button of drawing.querySelectorAll<HTMLButtonElement>('[data-act]'))
    button.addEventListener('click', () => {
      // A second tap is none.
      button.disabled = true;
      row.acts[button.dataset.act ?? '']?.();
    });
  return drawing;
}

function offerToForget(section: HTMLElement): void {
  section.hidden = false;
  section.querySelector('button')?.addEventListener('click', () => {
    const { done = '', left = '' } = section.dataset;
    const status = section.querySelector('[role=status]');
    forgetEverything()
      .then(
        () => status && (status.textContent = done),
        () => status && (status.textContent = left),
      )
      .then(() => {
        showForms();
        return showAgencies();
      })
      .catch(() => undefined);
  });
}

document.querySelector('[data-without-script]')?.remove();
showForms();
showAgencies().catch(() => undefined);
const forget = document.querySelector<HTMLElement>('[data-forget]');
if (forget) offerToForget(forget);
// A page that the browser kept as it was is no longer true when somebody comes back to it.
window.addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
