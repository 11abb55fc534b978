import { noteLook } from '../../views/phone/note-look.ts';
import { isAnswer, settle, unsentForms } from './unsent.ts';

/** Lets go of a form that the portal has answered, and says on every page where one waits. */
const phone = document.querySelector<HTMLAnchorElement>('[data-unsent]');
if (isAnswer(location.pathname)) settle(document.querySelector('[data-case-keys]') !== null);
else if (phone && phone.pathname !== location.pathname && unsentForms().length > 0) {
  const note = document.createElement('p');
  const link = document.createElement('a');
  note.className = `no-print ${noteLook}`;
  link.href = phone.href;
  link.textContent = phone.dataset.unsent ?? '';
  note.append(link);
  document.body.prepend(note);
}
