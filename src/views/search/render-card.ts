import { localePath, type Language } from '../../lib/locales.ts';
import { joined, markup, type Markup, type MarkupPart } from '../../lib/markup.ts';
import type { FigureMark } from '../../register/figure-marks.ts';
import { serviceDoors } from '../../register/doors.ts';
import { telHref } from '../../register/format.ts';
import type { Card, CardService } from '../../search/index-format.ts';
import { marksText } from '../../site/marks-text.ts';
import type { Texts } from '../../texts/shape.ts';
import { pageTexts } from '../../texts/texts.ts';
import { renderFeedbackForm } from './feedback-form.ts';
import { costText, timeText } from './card-figures.ts';
import type { AgencyAnswer, SearchAnswer } from '../../search/answer.ts';

interface CardContext {
  first: boolean;
  /** The words speak of a complaint. */
  complains: boolean;
  /** Where bribes are reported; absent when the words do not speak of them. */
  reports?: SearchAnswer['reports'];
  asked: { query: string; country?: string };
}

/** One agency as HTML: who, which service, cost and time, why, the next step, what it does not handle. */
export function renderCard(answer: AgencyAnswer, m: Texts['search'], language: Language, context: CardContext): Markup {
  const { first, asked } = context;
  const { card, service } = answer;
  const link = (path: string): string => localePath(language, path);
  const lang = card.lang ? markup` lang="${card.lang}"` : '';
  const parts = [
    markup`<p class="answer-where">${card.country.name}</p>`,
    markup`<h3 class="answer-agency"><a href="${link(card.path)}" data-answer${lang}>${card.name}</a>${card.acronym ? markup` <span class="answer-acronym">${card.acronym}</span>` : ''}</h3>`,
    markup`<p class="answer-summary"${lang}>${answer.role && !first ? (m.roles[answer.role] ?? card.summary) : card.summary}</p>`,
    card.stub ? markup`<p class="answer-stub">${pageTexts('charter', language).stub.title}</p>` : '',
    service ? renderService(card, service, m, language, lang) : '',
    renderWhy(answer, m, lang, first),
    renderActions(card, service, m, language, context),
    first ? renderAlso(answer, m, language, lang) : '',
    renderNotHandled(card, m, language, lang),
    renderFeedbackForm({ q: asked.query, country: asked.country ?? card.country.id, agency: card, language }),
  ];
  return markup`<li class="answer${first ? ' answer-first' : ''}">${parts}</li>`;
}

/** A body as one line of a list: the name as a link, and in a sentence what it is for. */
export function renderBody(card: Card, language: Language): Markup {
  return markup`<li><a href="${localePath(language, card.path)}" data-answer>${card.name}</a> <span class="answer-where">${card.country.name}</span><br>${card.summary}</li>`;
}

function renderService(
  card: Card,
  service: CardService,
  m: Texts['search'],
  language: Language,
  lang: MarkupPart,
): Markup {
  const href = localePath(language, `${card.path}${service.id}/`);
  const figures = [
    renderFigure(m.cost, costText(service.fee, m), service.fee.marks, language),
    renderFigure(m.time, timeText(service.time, m, language), service.time.marks, language),
  ];
  const inactive = service.active ? '' : markup`<p class="answer-inactive">${m.inactive}</p>`;
  return markup`<div class="answer-service"><p class="answer-service-name"><a href="${href}"${lang}>${service.name}</a></p>${inactive}<dl class="answer-figures">${figures}</dl></div>`;
}

function renderFigure(label: string, value: string, marks: FigureMark[] | undefined, language: Language): Markup {
  const mark = marks ? markup` <span class="marks">${marksText(marks, language)}</span>` : '';
  return markup`<div><dt>${label}</dt><dd>${value}${mark}</dd></div>`;
}

function renderWhy(
  { card, why, role }: AgencyAnswer,
  m: Texts['search'],
  lang: MarkupPart,
  first: boolean,
): MarkupPart {
  if (role && first) return markup`<p class="answer-why">${m.roles[role] ?? ''}</p>`;
  const words = joined(
    why.map((word) => markup`<mark>${word}</mark>`),
    ' ',
  );
  const mandate = first && card.mandate ? markup` ${m.mandate}: <span${lang}>${card.mandate}</span>` : '';
  const former = first && card.formerNames.length > 0 ? ` ${m.formerly}: ${card.formerNames.join(', ')}.` : '';
  if (words.length === 0 && !mandate && !former) return '';
  return markup`<p class="answer-why">${words.length > 0 && [m.matched, ': ', words, '.']}${mandate}${former}</p>`;
}

function renderActions(
  card: Card,
  service: CardService | undefined,
  m: Texts['search'],
  language: Language,
  asked: CardContext,
): Markup {
  const d = pageTexts('doors', language);
  const address = (path: string): string => localePath(language, path);
  const door = service?.door ?? 'apply';
  const doors = service
    ? serviceDoors(card.path, service.id, door)
    : card.hears
      ? {}
      : { complain: `${card.path}complain/` };
  const report = asked.reports
    ? reportOf(card, asked.reports)
    : (doors.report ?? (card.hears === 'corruption' ? `/${card.country.id}/report/` : undefined));
  const open: Action =
    service?.active && service.startUrl
      ? { href: service.startUrl, label: door === 'apply' ? m.start : d.start[door] }
      : { href: address(service ? `${card.path}${service.id}/` : card.path), label: m.open };
  const complain = doors.complain ? [{ href: address(doors.complain), label: m.complain }] : [];
  const own = [
    ...(report ? [{ href: address(report), label: d.report }] : []),
    ...(doors.make ? [{ href: address(doors.make), label: d.make }] : []),
  ];
  const rest = asked.complains ? [...complain, open] : [open, ...complain];
  const actions = [...own, ...rest, { href: address(`${card.path}information/`), label: m.askInformation }];
  const links = actions.map(
    ({ href, label }, index) => markup`<a${index === 0 && markup` class="button"`} href="${href}">${label}</a>`,
  );
  const desk = asked.complains && card.complaint ? renderDesk(card.complaint, m) : '';
  return markup`<p class="answer-actions">${links}</p>${desk}`;
}

interface Action {
  href: string;
  label: string;
}

/**
 * For somebody who speaks of bribes: an office is reported on its own page, a body that hears of them through the
 * report of its country.
 */
function reportOf(card: Card, reports: SearchAnswer['reports']): string | undefined {
  if (!card.hears) return `${card.path}report/`;
  return reports.find(({ country }) => country.id === card.country.id)?.path;
}

function renderDesk(desk: NonNullable<Card['complaint']>, m: Texts['search']): Markup {
  const phone = desk.phone ? markup` <a href="${telHref(desk.phone)}">${desk.phone}</a>` : '';
  const email = desk.email ? markup` <a href="mailto:${desk.email}">${desk.email}</a>` : '';
  return markup`<p class="answer-desk">${m.complaintDesk}: ${desk.title}${phone}${email}</p>`;
}

function renderAlso(
  { card, otherServices }: AgencyAnswer,
  m: Texts['search'],
  language: Language,
  lang: MarkupPart,
): MarkupPart {
  if (otherServices.length === 0) return '';
  const items = otherServices.map(
    (service) =>
      markup`<li><a href="${localePath(language, `${card.path}${service.id}/`)}"${lang}>${service.name}</a></li>`,
  );
  return markup`<div class="answer-also"><p>${m.alsoThere}</p><ul>${items}</ul></div>`;
}

function renderNotHandled(card: Card, m: Texts['search'], language: Language, lang: MarkupPart): MarkupPart {
  if (card.notHandled.length === 0) return '';
  const items = card.notHandled.map(({ matter, name, path }) => {
    const other = name && path ? markup` – ${m.goTo} <a href="${localePath(language, path)}">${name}</a>` : '';
    return markup`<li><span${lang}>${matter}</span>${other}</li>`;
  });
  return markup`<details class="answer-not"><summary>${m.notHandled}</summary><ul>${items}</ul></details>`;
}
