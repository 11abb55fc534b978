import { localePath, type Language } from '../../lib/locales.ts';
import type { FigureMark } from '../../register/figure-marks.ts';
import { serviceDoors } from '../../register/doors.ts';
import type { AgencyAnswer, SearchAnswer } from '../../search/create-search.ts';
import type { Card, CardService } from '../../search/index-format.ts';
import { marksText } from '../../site/i18n/marks.ts';
import { doorMessages } from '../../site/i18n/doors.ts';
import type { SearchMessages } from '../../site/i18n/search.ts';
import { escapeHtml } from '../../lib/escape-html.ts';
import { renderFeedbackForm } from './feedback-form.ts';
import { costText, timeText } from './card-figures.ts';

interface CardContext {
  first: boolean;
  /** The words speak of a complaint. */
  complains: boolean;
  /** Where bribes are reported; absent when the words do not speak of them. */
  reports?: SearchAnswer['reports'];
  asked: { query: string; country?: string };
}

/** Gives one agency as HTML: who, which service, cost and time, why, the next step, what it does not handle. */
export function renderCard(answer: AgencyAnswer, m: SearchMessages, language: Language, context: CardContext): string {
  const { first, asked } = context;
  const { card, service } = answer;
  const link = (path: string): string => escapeHtml(localePath(language, path));
  const lang = card.lang ? ` lang="${escapeHtml(card.lang)}"` : '';
  const parts = [
    `<p class="answer-where">${escapeHtml(card.country.name)}</p>`,
    `<h3 class="answer-agency"><a href="${link(card.path)}" data-answer${lang}>${escapeHtml(card.name)}</a>${card.acronym ? ` <span class="answer-acronym">${escapeHtml(card.acronym)}</span>` : ''}</h3>`,
    `<p class="answer-summary"${lang}>${escapeHtml(answer.role && !first ? (m.roles[answer.role] ?? card.summary) : card.summary)}</p>`,
    service ? renderService(card, service, m, language, lang) : '',
    renderWhy(answer, m, lang, first),
    renderActions(card, service, m, language, context),
    first ? renderAlso(answer, m, language, lang) : '',
    renderNotHandled(card, m, language, lang),
    renderFeedbackForm({ q: asked.query, country: asked.country ?? card.country.id, agency: card, language }),
  ];
  return `<li class="answer${first ? ' answer-first' : ''}">${parts.join('')}</li>`;
}

/** Gives a body as one line of a list: the name as a link, and in a sentence what it is for. */
export function renderBody(card: Card, language: Language): string {
  return `<li><a href="${escapeHtml(localePath(language, card.path))}" data-answer>${escapeHtml(card.name)}</a> <span class="answer-where">${escapeHtml(card.country.name)}</span><br>${escapeHtml(card.summary)}</li>`;
}

function renderService(card: Card, service: CardService, m: SearchMessages, language: Language, lang: string): string {
  const href = escapeHtml(localePath(language, `${card.path}${service.id}/`));
  const figures =
    `<dl class="answer-figures">${renderFigure(m.cost, costText(service.fee, m), service.fee.marks, language)}` +
    `${renderFigure(m.time, timeText(service.time, m, language), service.time.marks, language)}</dl>`;
  const inactive = service.active ? '' : `<p class="answer-inactive">${escapeHtml(m.inactive)}</p>`;
  return `<div class="answer-service"><p class="answer-service-name"><a href="${href}"${lang}>${escapeHtml(service.name)}</a></p>${inactive}${figures}</div>`;
}

function renderFigure(label: string, value: string, marks: FigureMark[] | undefined, language: Language): string {
  const mark = marks ? ` <span class="marks">${escapeHtml(marksText(marks, language))}</span>` : '';
  return `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}${mark}</dd></div>`;
}

function renderWhy({ card, why, role }: AgencyAnswer, m: SearchMessages, lang: string, first: boolean): string {
  if (role && first) return `<p class="answer-why">${escapeHtml(m.roles[role] ?? '')}</p>`;
  const words = why.map((word) => `<mark>${escapeHtml(word)}</mark>`).join(' ');
  const mandate =
    first && card.mandate ? ` ${escapeHtml(m.mandate)}: <span${lang}>${escapeHtml(card.mandate)}</span>` : '';
  const former =
    first && card.formerNames.length > 0
      ? ` ${escapeHtml(m.formerly)}: ${escapeHtml(card.formerNames.join(', '))}.`
      : '';
  if (!words && !mandate && !former) return '';
  return `<p class="answer-why">${words ? `${escapeHtml(m.matched)}: ${words}.` : ''}${mandate}${former}</p>`;
}

function renderActions(
  card: Card,
  service: CardService | undefined,
  m: SearchMessages,
  language: Language,
  asked: CardContext,
): string {
  const d = doorMessages(language);
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
    ({ href, label }, index) =>
      `<a${index === 0 ? ' class="button"' : ''} href="${escapeHtml(href)}">${escapeHtml(label)}</a>`,
  );
  const desk = asked.complains && card.complaint ? renderDesk(card.complaint, m) : '';
  return `<p class="answer-actions">${links.join('')}</p>${desk}`;
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

function renderDesk(desk: NonNullable<Card['complaint']>, m: SearchMessages): string {
  const phone = desk.phone
    ? ` <a href="tel:${escapeHtml(desk.phone.replace(/[^\d+*#]/g, '').replaceAll('#', '%23'))}">${escapeHtml(desk.phone)}</a>`
    : '';
  const email = desk.email ? ` <a href="mailto:${escapeHtml(desk.email)}">${escapeHtml(desk.email)}</a>` : '';
  return `<p class="answer-desk">${escapeHtml(m.complaintDesk)}: ${escapeHtml(desk.title)}${phone}${email}</p>`;
}

function renderAlso(
  { card, otherServices }: AgencyAnswer,
  m: SearchMessages,
  language: Language,
  lang: string,
): string {
  if (otherServices.length === 0) return '';
  const items = otherServices.map(
    (service) =>
      `<li><a href="${escapeHtml(localePath(language, `${card.path}${service.id}/`))}"${lang}>${escapeHtml(service.name)}</a></li>`,
  );
  return `<div class="answer-also"><p>${escapeHtml(m.alsoThere)}</p><ul>${items.join('')}</ul></div>`;
}

function renderNotHandled(card: Card, m: SearchMessages, language: Language, lang: string): string {
  if (card.notHandled.length === 0) return '';
  const items = card.notHandled.map(({ matter, name, path }) => {
    const other =
      name && path
        ? ` – ${escapeHtml(m.goTo)} <a href="${escapeHtml(localePath(language, path))}">${escapeHtml(name)}</a>`
        : '';
    return `<li><span${lang}>${escapeHtml(matter)}</span>${other}</li>`;
  });
  return `<details class="answer-not"><summary>${escapeHtml(m.notHandled)}</summary><ul>${items.join('')}</ul></details>`;
}
