import { markup } from '../../lib/markup.ts';

/**
 * Says at the head of a page that it is a preview, in words, and keeps it out of search engines. The page itself is as it
 * will be.
 */
export function withPreviewNote(html: string, words: { title: string; note: string }): string {
  const note = markup`<section class="notice" aria-label="${words.title}"><strong>${words.note}</strong></section>`
    .text;
  const title = markup`<title>${words.title}: `.text;
  return (
    html
      .replace('<title>', () => title)
      .replace('<meta name="robots" content="noindex">', '')
      .replace('</head>', () => '<meta name="robots" content="noindex, nofollow"></head>')
      // The way past everything stays the first.
      .replace('<header', () => `${note}<header`)
  );
}
