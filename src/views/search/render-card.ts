import { localePath, type Language } from '../../lib/locales.ts';
import { joined, markup, type Markup, type MarkupPart } from '../../lib/markup.ts';
import { telHref } from '../../register/format.ts';
import type { AgencyAnswer, SearchAnswer } from '../../search/answer.ts';
import type { Card, CardService } from '../../search/index-format.ts';
import { pageTexts } from '../../texts/texts.ts';
import { renderReceipt } from '../receipt/render-receipt.ts';
import { cardReceipt } from './card-receipt.ts';
import { doorsOf, phoneBeside, type AnswerDoor } from './doors.ts';
import { renderFeedbackForm } from './feedback-form.ts';

/**
 * One office as a card: who and where, its promise as a receipt, the right door and the telephone, why it is this
 * office, and whether it was. One that stands beside others says less.
 */
export function renderCard(answer: AgencyAnswer, asked: SearchAnswer, { beside = false } = {}): Markup {
  const { card, service } = answer;
  const { language } = asked;
  const lang = card.lang ? markup` lang="${card.lang}"` : '';
  const doors = doorsOf(answer, asked, language);
  const parts = [
    markup`<p class="answer-where">${card.country.name}</p>`,
    markup`<h3 class="answer-agency"><a href="${localePath(language, card.path)}" data-answer${lang}>${card.name}</a>${card.acronym && !card.name.includes(card.acronym) ? markup` <span class="answer-acronym">${card.acronym}</span>` : ''}</h3>`,
    service ? renderService(card, service, language, lang) : renderWhatFor(answer, language, lang),
    renderDoors(doors, phoneBeside(card, doors), card, asked),
    beside ? '' : [renderWhy(answer, language, lang), renderAlso(answer, language, lang)],
    renderFeedbackForm({ q: asked.query, country: asked.country ?? card.country.id, agency: card, language }),
  ];
  return markup`<li class="answer">${parts}</li>`;
}

/** Matters that an office is asked for and does not handle, with where they belong. */
export function renderNotHandled(card: Card, language: Language): MarkupPart {
  if (card.notHandled.length === 0) return '';
  const m = pageTexts('search', language);
  const lang = card.lang ? markup` lang="${card.lang}"` : '';
  const items = card.notHandled.map(({ matter, name, path }) => {
    const other = name && path ? markup` – ${m.goTo} <a href="${localePath(language, path)}">${name}</a>` : '';
    return markup`<li><span${lang}>${matter}</span>${other}</li>`;
  });
  return markup`<div class="answer-not"><p>${m.notHandled}</p><ul>${items}</ul></div>`;
}

/** Without a service there is no promise to show, so the office says what it is for. */
function renderWhatFor({ card, role }: AgencyAnswer, language: Language, lang: MarkupPart): Markup {
  const stub = card.stub ? markup`<p class="answer-stub">${pageTexts('search', language).stub}</p>` : '';
  const says = role ? (pageTexts('search', language).roles[role] ?? card.summary) : card.summary;
  return markup`<p${role ? '' : lang}>${says}</p>${stub}`;
}

function renderService(card: Card, service: CardService, language: Language, lang: MarkupPart): Markup {
  const href = localePath(language, `${card.path}${service.id}/`);
  // Whoever reports or complains is not told at length that nobody has said what that costs.
  const unknown = service.fee.kind === 'not-stated' && service.time.kind === 'not-stated' && service.door !== undefined;
  const promise = unknown ? '' : renderReceipt(cardReceipt(service, language));
  const inactive = service.active
    ? ''
    : markup`<p class="answer-inactive">${pageTexts('search', language).inactive}</p>`;
  return markup`<p class="answer-service"><a href="${href}" data-answer${lang}>${service.name}</a></p>${inactive}${promise}`;
}

function renderDoors(
  [right, ...others]: AnswerDoor[],
  phone: string | undefined,
  card: Card,
  { language }: SearchAnswer,
): Markup {
  const m = pageTexts('search', language);
  const call = phone
    ? markup`<a class="tel" href="${telHref(phone)}" aria-label="${m.call({ number: phone, desk: card.complaint?.title ?? card.name })}">${phone}</a>`
    : '';
  const links = others.map(({ href, label }) => markup`<li><a href="${href}">${label}</a></li>`);
  // Where nobody can be rung, whoever complains is given the address of the desk.
  const mail =
    !phone && right?.name === 'complain' && card.complaint?.email
      ? markup`<li><a href="mailto:${card.complaint.email}">${card.complaint.email}</a></li>`
      : '';
  const desk = phone
    ? markup`<p class="answer-desk">${m.answersThere({ desk: card.complaint?.title ?? card.name })}</p>`
    : '';
  return markup`<p class="answer-doors"><a class="button" href="${right?.href}">${right?.label}</a>${call}</p>${desk}<ul class="answer-others">${links}${mail}</ul>`;
}

function renderWhy({ card, why, role }: AgencyAnswer, language: Language, lang: MarkupPart): MarkupPart {
  if (role) return '';
  const m = pageTexts('search', language);
  const words = joined(
    why.map((word) => markup`<mark>${word}</mark>`),
    ' ',
  );
  const mandate = card.mandate ? markup` ${m.mandate}: <span${lang}>${card.mandate}</span>` : '';
  const said = why.map((word) => word.toLowerCase());
  const former = card.formerNames.filter((name) => said.some((word) => name.toLowerCase().includes(word)));
  const known = former.length > 0 ? ` ${m.formerly}: ${former.join(', ')}.` : '';
  if (words.length === 0 && !mandate && !known) return '';
  return markup`<p class="answer-why">${words.length > 0 && [m.matched, ': ', words, '.']}${known}${mandate}</p>`;
}

function renderAlso({ card, otherServices }: AgencyAnswer, language: Language, lang: MarkupPart): MarkupPart {
  if (otherServices.length === 0) return '';
  const items = otherServices.map(
    (service) =>
      markup`<li><a href="${localePath(language, `${card.path}${service.id}/`)}"${lang}>${service.name}</a></li>`,
  );
  return markup`<div class="answer-also"><p>${pageTexts('search', language).alsoThere}</p><ul class="rows">${items}</ul></div>`;
}
