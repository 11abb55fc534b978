import type { History } from '../../history/change.ts';
import type { Language } from '../../lib/locales.ts';
import type { Agency, Register } from '../../register/register.ts';
import { texts } from '../../texts/texts.ts';
import { urls } from '../../site/urls.ts';
import { atomFeed } from './atom.ts';
import { timeline } from './timeline.ts';

export interface FeedRequest {
  history: History;
  register: Register;
  language: Language;
  /** The portal's address, as Astro.site gives it. */
  site: URL | undefined;
  /** The agency whose feed it is; absent for the feed of all. */
  agency?: Agency;
}

const ENTRIES = 100;

/** The Atom feed of one agency or of all, with the newest changes. */
export function feedOf({ history, register, language, site, agency }: FeedRequest): string {
  const charter = agency && register.in(language).charter(agency);
  const name = charter && (charter.acronym ?? charter.name.text);
  const m = texts('history', language);
  return atomFeed(timeline(history, register, language, agency?.id).slice(0, ENTRIES), {
    language,
    origin: site?.origin ?? 'http://localhost:4321',
    feedPath: agency ? urls.feed(language, agency) : urls.allFeed(language),
    pagePath: agency ? urls.history(language, agency) : urls.changes(language),
    title: name
      ? m.agencyFeedTitle({ portal: register.portal.name, name })
      : m.feedTitle({ portal: register.portal.name }),
    author: register.portal.publisher,
    emptySince: (history.state === 'available' && history.since) || new Date(0).toISOString(),
  });
}
