import { fold } from '../../search/fold.ts';

/*
 * A field that leaves of many services those whose names hold what is typed. Without a script the names of the matters
 * above the services lead to them.
 */

const place = document.querySelector<HTMLElement>('[data-filter]');

if (place) {
  const { filter = '', none = '' } = place.dataset;
  const label = document.createElement('label');
  const input = document.createElement('input');
  const status = document.createElement('p');
  label.append(filter, input);
  input.type = 'search';
  status.setAttribute('role', 'status');
  place.prepend(label, status);
  place.classList.add('filter-ready');
  input.addEventListener('input', () => {
    const words = fold(input.value).trim().split(' ');
    let left = 0;
    for (const list of place.querySelectorAll<HTMLElement>('.fare')) {
      const rows = [...list.children] as HTMLElement[];
      for (const row of rows) {
        const name = fold(row.querySelector('.fare-what')?.textContent ?? '');
        row.hidden = !words.every((word) => name.includes(word));
      }
      const shown = rows.filter((row) => !row.hidden).length;
      left += shown;
      const heading = list.previousElementSibling;
      if (heading instanceof HTMLHeadingElement) heading.hidden = shown === 0;
    }
    status.textContent = left === 0 ? none : '';
  });
}
