import { escapeHtml } from '../../lib/escape-html.ts';
import type { Language } from '../../lib/locales.ts';
import { searchMessages } from '../../site/i18n/search.ts';
import { urls } from '../../site/urls.ts';

export interface FeedbackAbout {
  /** What was asked: the query, or the way through the finder. */
  q: string;
  country?: string | undefined;
  agency: { id: string; name: string };
  language: Language;
}

/**
 * Gives the question whether an answer was the right place as HTML: closed at first, an ordinary form, the same from
 * server and browser.
 */
export function renderFeedbackForm({ q, country, agency, language }: FeedbackAbout): string {
  const m = searchMessages(language);
  const hidden = (name: string, value: string): string =>
    `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`;
  const label = escapeHtml(m.feedbackFor(agency.name));
  return (
    `<details class="feedback"><summary>${escapeHtml(m.feedback)}</summary>` +
    `<form method="post" action="${escapeHtml(urls.feedback(language))}" aria-label="${label}">` +
    hidden('q', q) +
    (country ? hidden('country', country) : '') +
    hidden('agency', agency.id) +
    `<label>${escapeHtml(m.lookingFor)} <span class="feedback-hint">${escapeHtml(m.lookingForHint)}</span>` +
    `<input name="lookingFor" maxlength="200" autocomplete="off"></label>` +
    `<p class="feedback-answers"><button class="button-quiet" name="verdict" value="yes">${escapeHtml(m.yes)}</button>` +
    `<button class="button-quiet" name="verdict" value="no">${escapeHtml(m.no)}</button></p></form></details>`
  );
}
