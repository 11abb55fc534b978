import { noteSent } from './forget-sent.ts';

/** Runs on the page that says a case is saved: the form that it was written on is emptied when somebody goes back to it. */
noteSent();
