import { escapeHtml } from '../../lib/escape-html.ts';
import { localePath, type Language } from '../../lib/locales.ts';
import type { EmergencyLine, EmergencyNumbers } from '../../register/emergency-numbers.ts';
import { telHref } from '../../register/format.ts';
import type { EmergencyKind } from '../../schemas/emergency.ts';
import { emergencyMessages, type EmergencyMessages } from '../i18n/emergency.ts';

/**
 * Gives whom to call, as HTML: the number for any danger as a button, then the numbers for what was asked. One column
 * for each country where the country is not known. The same from server, browser and build.
 */
export function renderEmergency(
  countries: EmergencyNumbers[],
  kinds: readonly EmergencyKind[],
  language: Language,
  { linked = true }: { linked?: boolean } = {},
): string {
  const m = emergencyMessages(language);
  const columns = countries.map((numbers) => {
    const answers = numbers.answers.filter(({ kind, lines }) => kinds.includes(kind) && lines.length > 0);
    const parts = [
      `<h3>${escapeHtml(numbers.country.name)}</h3>`,
      `<ul class="emergency-general">${numbers.general.map((line) => renderGeneral(line, m)).join('')}</ul>`,
      ...answers.map(({ name, advice, lines }) => renderHelp(name, advice, lines, m)),
      linked
        ? `<p><a href="${escapeHtml(localePath(language, numbers.path))}" data-answer>${escapeHtml(m.all(numbers.country.name))}</a></p>`
        : '',
    ];
    return `<div class="emergency-country">${parts.join('')}</div>`;
  });
  return (
    `<section class="emergency" aria-labelledby="emergency-heading"><h2 id="emergency-heading">${escapeHtml(m.heading)}</h2>` +
    `<div class="emergency-countries">${columns.join('')}</div><p class="small">${escapeHtml(m.notDialled)}</p></section>`
  );
}

/**
 * Gives one line of numbers for a page that is not about danger: for each country the general numbers, and where all
 * stand.
 */
export function renderEmergencyLine(countries: EmergencyNumbers[], language: Language, lead?: string): string {
  if (countries.length === 0) return '';
  const m = emergencyMessages(language);
  const items = countries.map(({ country, general, path }) => {
    const everywhere = general.filter((line) => !line.where);
    return (
      `<span class="emergency-line-country">${escapeHtml(country.name)} ${everywhere.map((line) => telephone(line.number)).join(' ')} ` +
      `<a href="${escapeHtml(localePath(language, path))}">${escapeHtml(m.all(country.name))}</a></span>`
    );
  });
  return `<p class="emergency-line"><strong>${escapeHtml(lead ?? m.line)}</strong> ${items.join(' ')}</p>`;
}

/** Gives the numbers for one kind of danger as a list under its name. */
export function renderHelp(
  name: string,
  advice: string | undefined,
  lines: EmergencyLine[],
  m: EmergencyMessages,
  heading: 'h2' | 'h4' = 'h4',
): string {
  const said = advice ? `<p>${escapeHtml(advice)}</p>` : '';
  const list =
    lines.length > 0
      ? `<ul class="emergency-lines">${lines.map((line) => renderLine(line, m)).join('')}</ul>`
      : `<p>${escapeHtml(m.generalOnly)}</p>`;
  return `<${heading}>${escapeHtml(name)}</${heading}>${said}${list}`;
}

function renderGeneral(line: EmergencyLine, m: EmergencyMessages): string {
  return `<li><a class="button emergency-call" href="${telAddress(line.number)}" data-answer>${escapeHtml(m.call(line.number))}</a> ${details(line, m)}</li>`;
}

function renderLine(line: EmergencyLine, m: EmergencyMessages): string {
  return `<li>${telephone(line.number)} ${details(line, m)}</li>`;
}

function details(line: EmergencyLine, m: EmergencyMessages): string {
  const facts = [line.tollFree ? m.free : '', line.hours ?? ''].filter(Boolean).join(', ');
  const sources = line.sources.map(({ title, url }) =>
    url
      ? `<a href="${escapeHtml(url)}" rel="external nofollow" title="${escapeHtml(title)}">${escapeHtml(m.source)}</a>`
      : escapeHtml(title),
  );
  const parts = [
    `<strong>${escapeHtml(line.who)}</strong>${line.where ? ` (${escapeHtml(line.where)})` : ''}.`,
    facts ? `${escapeHtml(facts)}.` : '',
    line.says ? escapeHtml(line.says) : '',
    line.confidential ? `${escapeHtml(m.confidential)}: ${escapeHtml(line.confidential)}` : '',
    line.doubt ? `<span class="emergency-doubt">${escapeHtml(line.doubt)}</span>` : '',
    `<span class="ev">${escapeHtml(m.trust[line.trust])} · ${escapeHtml(line.asOf ? m.asOf(line.asOf) : m.undated)} · ${sources.join(', ')}</span>`,
  ];
  return parts.filter(Boolean).join(' ');
}

function telephone(number: string): string {
  return `<a class="emergency-number" href="${telAddress(number)}" data-answer>${escapeHtml(number)}</a>`;
}

function telAddress(number: string): string {
  return escapeHtml(telHref(number));
}
