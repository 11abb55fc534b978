import { markup } from '../../lib/markup.ts';
import type { ContentStore } from '../git/content-store.ts';
import type { Draft } from '../git/drafts.ts';

const FOLDER = 'content/media/';
const TYPES: Record<string, string> = { jpg: 'jpeg', jpeg: 'jpeg', png: 'png', webp: 'webp' };

/** A page with the new pictures of a draft in it: nothing has an address of its own before it is published. */
export async function withDraftPictures(store: ContentStore, draft: Draft, html: string): Promise<string> {
  let shown = html;
  for (const { path, blob } of draft.changes) {
    const type = TYPES[path.split('.').at(-1)?.toLowerCase() ?? ''];
    if (!blob || !type || !path.startsWith(FOLDER)) continue;
    const address = markup`src="/media/${path.slice(FOLDER.length)}"`.text;
    if (!shown.includes(address)) continue;
    const content = (await store.read(blob)).toString('base64');
    shown = shown.replaceAll(address, `src="data:image/${type};base64,${content}"`);
  }
  return shown;
}
