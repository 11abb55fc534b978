import { noteLook } from '../../views/phone/note-look.ts';
import { isAnswer, settle, unsentForms } from './unsent.ts';

/** Lets go of a form that the portal has answered with its case or its words, and says on every other page where one waits. */
const shows = (what: string): boolean => document.querySelector(what) !== null;
const phone = document.querySelector<HTMLAnchorElement>('[data-unsent]');
const answers = isAnswer(location.pathname);
// A quick hand leaves the page with the keys before this has run there: what it then opens is the case itself.
const isOpenedAtOnce = isAnswer(document.referrer.split('?', 1)[0] ?? '') && shows('.case-head');
const isSent = isOpenedAtOnce || (answers && shows('[data-case-keys]'));
// What only says that something failed may leave the words here alone.
if (isSent || (answers && shows('form[data-complaint-form], form[data-check-form]'))) settle(isSent);
else if (phone && phone.pathname !== location.pathname && unsentForms().length > 0) {
  const note = document.createElement('nav');
  const link = document.createElement('a');
  note.className = `no-print ${noteLook}`;
  link.href = phone.href;
  link.textContent = phone.dataset.unsent ?? '';
  note.append(link);
  // The way past everything stays the first.
  document.querySelector('a.skip')?.after(note);
}
