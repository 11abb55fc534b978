import type { AskedOnce } from '../../cases/published/public-register.ts';
import type { Language } from '../../lib/locales.ts';
import type { Agency } from '../../register/register.ts';
import { urls } from '../../site/urls.ts';
import { beginning } from './request-view.ts';
import { resembling } from './resembling.ts';

/** How many requests to an agency, the newest first, are compared with a new one. */
export const COMPARED_MAX = 500;

/** A published request that is offered to whoever is about to ask something like it. */
export interface AskedBeforeView {
  href: string;
  title: string;
  /** In which it was asked. */
  language: string;
  answered: boolean;
}

/** Those of the published requests to an agency that resemble what somebody is about to ask, the closest first. */
export function askedBefore(
  words: string,
  published: readonly AskedOnce[],
  { agency, language }: { agency: Agency; language: Language },
): AskedBeforeView[] {
  return resembling(words, published).map((request) => ({
    href: urls.requests(language, agency, request.page),
    title: beginning(request.words),
    language: request.language,
    answered: request.answered,
  }));
}
