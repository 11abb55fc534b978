import type { Language } from '../../lib/locales.ts';
import { deskUrls } from '../../site/desk-urls.ts';

/** What one tap in the list of what is to be done has done: of which kind, and where it can be seen. */
export interface Noted {
  body: string;
  kind: 'figures' | 'contacts';
  commit?: string | undefined;
  /** As collection/slug, where it waits in a draft. */
  draft?: string | undefined;
}

/** Where the list says it. */
export const NOTED_PLACE = 'noted';

/** The list of what is to be done, at the place where something was noted. */
export function notedAddress({ body, kind, commit, draft }: Noted, language: Language): string {
  const told = { noted: kind, ...(commit ? { commit } : {}), ...(draft ? { draft } : {}) };
  return `${deskUrls.tasksOf(language, body)}&${new URLSearchParams(told).toString()}#${NOTED_PLACE}`;
}

/** What the address of the list says was noted. */
export function notedIn(params: URLSearchParams): Noted | undefined {
  const [body, kind] = [params.get('body'), params.get('noted')];
  if (!body || (kind !== 'figures' && kind !== 'contacts')) return undefined;
  const commit = params.get('commit') ?? undefined;
  const draft = params.get('draft') ?? undefined;
  return {
    body,
    kind,
    commit: commit && /^[0-9a-f]{7,64}$/.test(commit) ? commit : undefined,
    draft: draft && /^[a-z0-9-]+\/[a-z0-9-]+$/.test(draft) ? draft : undefined,
  };
}
