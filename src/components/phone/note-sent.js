/*
 * Runs on the page that says a case is saved, before anything of it is drawn, so that whoever goes back at once finds the
 * form emptied, too: notes that what was begun in this tab is sent. forget-sent.ts reads and writes the same.
 */
try {
  const begun = sessionStorage.getItem('begun');
  if (begun) sessionStorage.setItem('sent-from', begun);
} catch {
  // Where nothing can be kept, the browser is not told.
}
