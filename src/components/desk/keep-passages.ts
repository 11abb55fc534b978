import { writePassages, type Passage } from '../../cms/passages/kept-passages.ts';

/* Keeps the passages of a document that found no field, to stand beside the forms into which they are written. */

const list = document.querySelector<HTMLElement>('[data-not-placed]');
if (list) {
  const { notPlaced = '[]', officer = '', agency = '', document: name = '' } = list.dataset;
  writePassages(officer, agency, { document: name, at: Date.now(), passages: JSON.parse(notPlaced) as Passage[] });
}
