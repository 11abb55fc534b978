/*
 * Forms that were not sent. They lie in the browser's local storage, which every browser has that the portal is filled in
 * with; what a form holds is words, and files are not kept.
 */

export interface UnsentForm {
  id: string;
  /** When its button was pressed (ISO 8601). */
  at: string;
  /** The page on which it was filled in, and what stood at its top. */
  page: string;
  title: string;
  action: string;
  fields: [name: string, value: string][];
  /** How many files had been chosen. */
  files: number;
  /** Its writer knows that it is kept, so it stays until it is sent. Otherwise an answer that shows the words ends it. */
  told: boolean;
}

const STORE = 'unsent';
/** Which of them this tab is sending. */
const SENDING = 'sending';

/** So long a form waits that its writer knows to be kept; any other was written down in case its sending failed. */
const TOLD_MS = 30 * 24 * 3600 * 1000;
const UNTOLD_MS = 12 * 3600 * 1000;

/** The forms that wait, the oldest first; none where the browser lets nothing be kept. Those that waited too long go. */
export function unsentForms(): UnsentForm[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(STORE) ?? '[]');
    const forms: unknown[] = Array.isArray(read) ? read : [];
    const waiting = forms.filter(isForm).filter(mayWait);
    if (waiting.length < forms.length) write(waiting);
    return waiting;
  } catch {
    return [];
  }
}

function mayWait({ at, told }: UnsentForm): boolean {
  return Date.now() - Date.parse(at) < (told ? TOLD_MS : UNTOLD_MS);
}

/** What a form says when its button is pressed. */
export type Written = Pick<UnsentForm, 'page' | 'title' | 'fields' | 'files'>;

/**
 * Keeps a form that this tab is about to send, in place of the same one from before; `id` is what the page has kept it as
 * already. Gives its id, or undefined where there was no room.
 */
export function keepUnsent(form: Omit<UnsentForm, 'id' | 'at'>, id?: string): string | undefined {
  const forms = unsentForms();
  const before = same(forms, form, id);
  const kept: UnsentForm = {
    ...form,
    page: before?.page ?? form.page,
    id: before?.id ?? `${Date.now()}-${Math.random()}`,
    at: new Date().toISOString(),
    told: form.told || before?.told === true,
  };
  return write([...forms.filter((other) => other.id !== kept.id), kept]) && sends(kept.id) ? kept.id : undefined;
}

/**
 * Notes that this tab sends a form without keeping it: what the portal answers is no answer to another one that it sent
 * before, and lets go of none.
 */
export function sendUnkept(form: Written, id?: string): void {
  sends(same(unsentForms(), form, id)?.id ?? '');
}

/**
 * The form that was kept before of one that is sent now. Of what this tab was sending that is the same matter on the
 * steps that answer it, and on the page where it began unless its writer knows it to be kept: they may write another.
 */
function same(forms: UnsentForm[], form: Written, id: string | undefined): UnsentForm | undefined {
  return forms.find(
    (kept) =>
      kept.id === id ||
      (kept.id === sending() &&
        matter(kept) === matter(form) &&
        (isAnswer(form.page) || (kept.page === form.page && !kept.told))),
  );
}

/** Whom a form is for and of what kind it is. */
function matter({ fields }: Pick<Written, 'fields'>): string {
  return JSON.stringify(['kind', 'agency', 'service'].map((name) => fields.find(([key]) => key === name)?.[1] ?? ''));
}

/** Forgets a form. */
export function dropUnsent(id: string): void {
  write(unsentForms().filter((form) => form.id !== id));
}

/** Notes that a form stays until it is sent, and that this tab is sending it. */
export function sendAgain(id: string): void {
  write(unsentForms().map((form) => (form.id === id ? { ...form, told: true } : form)));
  sends(id);
}

/**
 * Lets go of what the portal has answered with the words themselves. A form that its writer knows to be kept stays until
 * its case is there: `sent`.
 */
export function settle(sent: boolean): void {
  const form = unsentForms().find(({ id }) => id === sending());
  if (form && (sent || !form.told)) dropUnsent(form.id);
}

/** The address at which the portal answers what was sent. Nothing but an answer is ever there. */
export function isAnswer(path: string): boolean {
  return /\/cases\/new\/$/.test(path);
}

function sending(): string | null {
  try {
    return sessionStorage.getItem(SENDING);
  } catch {
    return null;
  }
}

function sends(id: string): boolean {
  try {
    sessionStorage.setItem(SENDING, id);
    return true;
  } catch {
    return false;
  }
}

function write(forms: UnsentForm[]): boolean {
  try {
    if (forms.length === 0) localStorage.removeItem(STORE);
    else localStorage.setItem(STORE, JSON.stringify(forms));
    return true;
  } catch {
    return false;
  }
}

/** What was kept may be older than this code. */
function isForm(value: unknown): value is UnsentForm {
  const form = value as Partial<UnsentForm> | null;
  return (
    typeof form?.id === 'string' &&
    typeof form.title === 'string' &&
    typeof form.action === 'string' &&
    Array.isArray(form.fields)
  );
}
