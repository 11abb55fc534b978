/**
 * Classes of what tells that a page is old, or that a form waits. `components/phone/PhonePage.astro` bears them too, so
 * that the sheet of every page has them.
 */
export const noteLook = 'bg-ochre-soft p-3';
