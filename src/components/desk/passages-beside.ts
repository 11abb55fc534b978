import { showPassages } from '../../cms/passages/passages-drawer.ts';

/* Shows the passages that found no field beside a form of the desk. */

const place = document.querySelector<HTMLElement>('[data-passages-of]');
if (place) {
  const { passagesOf = '', officer = '', title = '', ...words } = place.dataset;
  const { copy = '', copied = '', placed = '', aside = '', forget = '' } = words;
  showPassages(
    {
      officer,
      agency: passagesOf,
      words: {
        title: (document, left) => title.replace('{document}', document).replace('{left}', String(left)),
        ...{ copy, copied, placed, aside, forget },
      },
    },
    place,
  );
}
