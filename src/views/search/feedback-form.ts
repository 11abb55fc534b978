import { markup, type Markup } from '../../lib/markup.ts';
import type { Language } from '../../lib/locales.ts';
import { pageTexts } from '../../texts/texts.ts';
import { urls } from '../../site/urls.ts';

export interface FeedbackAbout {
  /** What was asked: the query, or the way through the finder. */
  q: string;
  country?: string | undefined;
  agency: { id: string; name: string };
  language: Language;
}

/**
 * The question whether an answer was the right place as HTML: closed at first, an ordinary form, the same from
 * server and browser.
 */
export function renderFeedbackForm({ q, country, agency, language }: FeedbackAbout): Markup {
  // Where only files are published, nobody takes it in.
  if (import.meta.env.OPENCHARTER_TARGET === 'static') return markup``;
  const m = pageTexts('search', language);
  const hidden = (name: string, value: string): Markup => markup`<input type="hidden" name="${name}" value="${value}">`;
  const answer = (verdict: string, label: string): Markup =>
    markup`<button class="button-quiet" name="verdict" value="${verdict}">${label}</button>`;
  const fields = [
    hidden('q', q),
    country && hidden('country', country),
    hidden('agency', agency.id),
    markup`<label>${m.lookingFor} <span class="feedback-hint">${m.lookingForHint}</span>`,
    markup`<input name="lookingFor" maxlength="200" autocomplete="off"></label>`,
    markup`<p class="feedback-answers">${answer('yes', m.yes)}${answer('no', m.no)}</p>`,
  ];
  const form = markup`<form method="post" action="${urls.feedback(language)}" aria-label="${m.feedbackFor({ agency: agency.name })}">${fields}</form>`;
  return markup`<details class="feedback"><summary>${m.feedback}</summary>${form}</details>`;
}
