import { localePath } from '../../lib/locales.ts';
import { markFallbacks, withoutMarks } from '../../texts/fallback-marks.ts';
import { pageTexts } from '../../texts/texts.ts';
import { searchAddress } from '../../site/search-address.ts';
import { renderEmergency, renderEmergencyLine } from '../../site/views/render-emergency.ts';
import { joined, markup, type Markup, type MarkupPart } from '../../lib/markup.ts';
import { doorsOf } from './doors.ts';
import { renderCard, renderNotHandled } from './render-card.ts';
import { renderBody, renderRow } from './render-row.ts';
import type { EmergencyAnswer, SearchAnswer } from '../../search/answer.ts';
import type { Texts } from '../../texts/shape.ts';

/** Answers in the list under the box. */
const SUGGESTIONS_MAX = 4;
/** Countries side by side; where more answer, the others are rows. */
const CARDS_MAX = 4;

/**
 * The whole answer as HTML. Server and browser use this one function, so that both show the same.
 * Whatever comes from a query or from content is escaped.
 */
export function renderAnswer(answer: SearchAnswer): string {
  const { language, confidence } = answer;
  const m = pageTexts('search', language);
  const parts = [
    answer.emergency?.urgent
      ? renderEmergency(answer.emergency.numbers, answer.emergency.kinds, language, {
          regions: answer.emergency.regions,
        })
      : '',
    answer.corrections.map(
      ({ typed, understood }) => markup`<p class="answer-corrected">${m.corrected({ typed, understood })}</p>`,
    ),
    markup`<h2 class="answer-heading">${headingOf(answer)}</h2>`,
    placeNote(answer),
    confidence === 'none' ? markup`<p>${m.noneText}</p>` : conductNote(answer),
    answer.rights.length > 0 && answer.kind === 'right' ? renderRights(answer) : '',
    renderResults(answer),
    answer.rights.length > 0 && answer.kind !== 'right' ? renderRights(answer) : '',
    renderFallback(answer),
    quietEmergency(answer),
    renderElsewhere(answer),
  ];
  return markFallbacks(markup`${parts}`.text);
}

/** The first answers in short, for the list that opens under the box while somebody types. */
export function renderSuggestions(answer: SearchAnswer): string {
  const { language, results } = answer;
  const m = pageTexts('search', language);
  const address = searchAddress(language, { q: answer.query, country: answer.country });
  const bodies = results.length === 0 ? answer.fallback.map((card) => renderBody(card, language)) : '';
  const none = results.length === 0 ? markup`<p>${headingOf({ ...answer, emergency: undefined })}</p>` : '';
  const finder =
    answer.confidence === 'sure'
      ? ''
      : markup`<li><a href="${localePath(language, '/finder/')}" data-answer>${m.finder}</a></li>`;
  const rows = results.slice(0, SUGGESTIONS_MAX).map((result) => renderRow(result, language));
  const list = markup`<ul class="rows">${rightDoor(answer)}${rows}${bodies}${finder}<li><a href="${address}" data-answer>${m.seeAll}</a></li></ul>`;
  return markFallbacks(markup`${shortEmergency(answer)}${none}${list}`.text);
}

/** The sentence that a screen reader hears when the answer changes. */
export function announcement(answer: SearchAnswer): string {
  const m = pageTexts('search', answer.language);
  const danger = answer.emergency?.urgent
    ? `${pageTexts('emergency', answer.language).announced({ numbers: firstNumbers(answer.emergency) })} `
    : '';
  const first = answer.results[0]?.card.name;
  return withoutMarks(`${danger}${first ? `${m.found({ n: answer.results.length })}: ${first}` : headingOf(answer)}`);
}

/** The numbers as a screen reader says them: the first of each country. */
function firstNumbers({ numbers }: EmergencyAnswer): string {
  return numbers
    .map(({ country, general }) =>
      numbers.length > 1 ? `${general[0]?.number ?? ''} (${country.name})` : general[0]?.number,
    )
    .join(', ');
}

/** Words about a paper or a payment name a danger too: the numbers stand below the answer, in case. */
function quietEmergency({ emergency, language }: SearchAnswer): MarkupPart {
  return emergency && !emergency.urgent
    ? renderEmergencyLine(emergency.numbers, language, { lead: pageTexts('emergency', language).quiet })
    : '';
}

/** The list under the box has room for the numbers and for the way to all of them. */
function shortEmergency({ emergency, language }: SearchAnswer): MarkupPart {
  return emergency?.urgent
    ? renderEmergencyLine(emergency.numbers, language, { lead: pageTexts('emergency', language).heading })
    : '';
}

/**
 * The best answer as a card, all others as rows. While the country is open the best of each country has a card of equal
 * weight. Below the numbers for a danger an office that only may be the right one is no card: whoever is in danger has
 * no use for it.
 */
function renderResults(answer: SearchAnswer): MarkupPart {
  const { results, confidence, language } = answer;
  if (results.length === 0) return '';
  const open = isCountryOpen(answer);
  const best = open
    ? results.filter(
        ({ card }, index) => results.findIndex((other) => other.card.country.id === card.country.id) === index,
      )
    : results.slice(0, 1);
  const cards = answer.emergency?.urgent && confidence !== 'sure' ? [] : best.slice(0, CARDS_MAX);
  const rows = results.filter((result) => !cards.includes(result));
  const [first] = cards;
  const list =
    cards.length > 0
      ? markup`<ol class="${open ? 'answers answers-equal' : 'answers'}">${cards.map((result) => renderCard(result, answer, { beside: open }))}</ol>`
      : '';
  const others = [
    rows.length > 0 ? markup`<ul class="rows">${rows.map((result) => renderRow(result, language))}</ul>` : '',
    first && !open ? renderNotHandled(first.card, language) : '',
  ];
  if (others.every((part) => part === '')) return list;
  const folded = confidence === 'sure' || open || cards.length === 0;
  const label = pageTexts('search', language).notThis[cards.length === 0 ? 'danger' : open ? 'open' : 'one'];
  return markup`${list}<details class="answer-not-this"${!folded && markup` open`}><summary>${label}</summary>${others}</details>`;
}

/** Several countries answer, and neither a choice nor the words say which is meant. */
function isCountryOpen({ country, results }: SearchAnswer): boolean {
  return country === undefined && new Set(results.map(({ card }) => card.country.id)).size > 1;
}

/** Whoever speaks of a bribe, of delay or of their right gets the door itself in the list under the box, first. */
function rightDoor(answer: SearchAnswer): MarkupPart {
  const { results, language } = answer;
  const [first] = results;
  if (!first || isCountryOpen(answer)) return '';
  const [right] = doorsOf(first, answer, language);
  if (!right || right.name === 'start' || right.name === 'read') return '';
  return markup`<li><a href="${right.href}" data-answer><strong>${right.label}</strong><span>${first.card.name} · ${first.card.country.name}</span></a></li>`;
}

function headingOf(answer: SearchAnswer): string {
  const m = pageTexts('search', answer.language);
  if (answer.emergency?.urgent) return pageTexts('emergency', answer.language).noDanger;
  if (answer.results.length === 0 && answer.rights.length > 0) return m.rights;
  if (answer.results.length === 0 && answer.unserved) return unservedText(answer.unserved, m);
  if (answer.confidence === 'none' || answer.results.length === 0) return m.answerNone;
  if (isCountryOpen(answer)) return m.answerOpen;
  return answer.confidence === 'sure' ? m.answerSure : m.answerUnsure;
}

/** That nobody is published for the place, where it is not the heading, and which of several places of a name is meant. */
function placeNote({ results, unserved, which, language }: SearchAnswer): Markup {
  const m = pageTexts('search', language);
  const regions = which && oneOf(which, m);
  return markup`${[
    unserved && results.length > 0 ? markup`<p class="answer-unserved">${unservedText(unserved, m)}</p>` : '',
    regions ? markup`<p class="answer-unserved">${m.whichPlace({ regions })}</p>` : '',
  ]}`;
}

/** "Northland, Eastland or Southland". Not by Intl.ListFormat, which phones of 2019 lack. */
function oneOf(names: readonly string[], m: Texts['search']): string {
  const others = names.slice(0, -1).join(', ');
  const [last = ''] = names.slice(-1);
  return others ? m.orLast({ others, last }) : last;
}

function unservedText({ place, government }: NonNullable<SearchAnswer['unserved']>, m: Texts['search']): string {
  return government ? m.unservedBy({ place, government }) : m.unserved({ place });
}

function conductNote(answer: SearchAnswer): MarkupPart {
  const m = pageTexts('search', answer.language);
  if (answer.signals.includes('corruption')) {
    const links = answer.reports.map(({ country, path }) => {
      const label = answer.reports.length > 1 ? `${m.conductReport} (${country.name})` : m.conductReport;
      return markup`<a href="${localePath(answer.language, path)}" data-answer>${label}</a>`;
    });
    return links.length > 0
      ? markup`<p class="answer-conduct">${m.conductCorruption} ${joined(links, ' · ')}. ${m.conductNotToOffice}</p>`
      : '';
  }
  return answer.signals.includes('neglect') ? markup`<p class="answer-conduct">${m.conductNeglect}</p>` : '';
}

function renderRights({ rights, language }: SearchAnswer): Markup {
  const m = pageTexts('search', language);
  return markup`<section class="answer-rights panel"><h2>${m.rights}</h2><p>${m.rightsText}</p><ul class="rows">${rights.map((card) => renderBody(card, language))}</ul></section>`;
}

function renderFallback({ fallback, results, confidence, language }: SearchAnswer): MarkupPart {
  const shown = new Set(results.map((result) => result.card.id));
  const bodies = fallback.filter((card) => !shown.has(card.id));
  if (bodies.length === 0) return '';
  const m = pageTexts('search', language);
  const intro = confidence === 'none' || results.length === 0 ? '' : markup`<p>${m.unsureText}</p>`;
  return markup`<section class="answer-fallback panel">${intro}<ul class="rows">${bodies.map((card) => renderBody(card, language))}</ul></section>`;
}

function renderElsewhere({ language }: SearchAnswer): Markup {
  const m = pageTexts('search', language);
  const link = (path: string, label: string): Markup =>
    markup`<li><a href="${localePath(language, path)}">${label}</a></li>`;
  return markup`<nav class="answer-elsewhere" aria-label="${m.elsewhere}"><ul>${link('/finder/', m.finder)}${link('/agencies/', m.agencies)}${link('/topics/', m.topics)}</ul></nav>`;
}
