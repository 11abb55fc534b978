/** The class of what tells that a page is old, or that a form waits: it stands in the sheet of every page. */
export const noteLook = 'old-note';
