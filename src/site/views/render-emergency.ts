import { localePath, type Language } from '../../lib/locales.ts';
import { joined, markup, type Markup, type MarkupPart } from '../../lib/markup.ts';
import type { EmergencyLine, EmergencyNumbers } from '../../register/emergency-numbers.ts';
import { telHref } from '../../register/format.ts';
import type { EmergencyKind } from '../../schemas/emergency.ts';
import type { Texts } from '../../texts/shape.ts';
import { pageTexts } from '../../texts/texts.ts';

/**
 * Whom to call, as HTML: the number for any danger as a button, then the numbers for what was asked. One column
 * for each country where the country is not known. The same from server, browser and build.
 */
export function renderEmergency(
  countries: EmergencyNumbers[],
  kinds: readonly EmergencyKind[],
  language: Language,
  { linked = true }: { linked?: boolean } = {},
): Markup {
  const m = pageTexts('emergency', language);
  const columns = countries.map((numbers) => {
    const answers = numbers.answers.filter(({ kind, lines }) => kinds.includes(kind) && lines.length > 0);
    const parts = [
      markup`<h3>${numbers.country.name}</h3>`,
      markup`<ul class="emergency-general">${numbers.general.map((line) => renderGeneral(line, m))}</ul>`,
      ...answers.map(({ name, advice, lines }) => renderHelp(name, advice, lines, m)),
      linked
        ? markup`<p><a href="${localePath(language, numbers.path)}" data-answer>${m.all({ country: numbers.country.name })}</a></p>`
        : '',
    ];
    return markup`<div class="emergency-country">${parts}</div>`;
  });
  const heading = markup`<h2 id="emergency-heading">${m.heading}</h2>`;
  const numbers = markup`<div class="emergency-countries">${columns}</div>`;
  return markup`<section class="emergency" aria-labelledby="emergency-heading">${heading}${numbers}<p class="small">${m.notDialled}</p></section>`;
}

/**
 * One line of numbers for a page that is not about danger: for each country the general numbers, and where all
 * stand.
 */
export function renderEmergencyLine(countries: EmergencyNumbers[], language: Language, lead?: string): MarkupPart {
  if (countries.length === 0) return '';
  const m = pageTexts('emergency', language);
  const items = countries.map(({ country, general, path }) => {
    const everywhere = general.filter((line) => !line.where).map((line) => telephone(line.number));
    const all = markup`<a href="${localePath(language, path)}">${m.all({ country: country.name })}</a>`;
    return markup`<span class="emergency-line-country">${country.name} ${joined(everywhere, ' ')} ${all}</span>`;
  });
  return markup`<p class="emergency-line"><strong>${lead ?? m.line}</strong> ${joined(items, ' ')}</p>`;
}

/** The numbers for one kind of danger as a list under its name. */
export function renderHelp(
  name: string,
  advice: string | undefined,
  lines: EmergencyLine[],
  m: Texts['emergency'],
  heading: 'h2' | 'h4' = 'h4',
): Markup {
  const said = advice ? markup`<p>${advice}</p>` : '';
  const list =
    lines.length > 0
      ? markup`<ul class="emergency-lines">${lines.map((line) => renderLine(line, m))}</ul>`
      : markup`<p>${m.generalOnly}</p>`;
  return markup`<${heading}>${name}</${heading}>${said}${list}`;
}

function renderGeneral(line: EmergencyLine, m: Texts['emergency']): Markup {
  return markup`<li><a class="button emergency-call" href="${telHref(line.number)}" data-answer>${m.call({ number: line.number })}</a> ${details(line, m)}</li>`;
}

function renderLine(line: EmergencyLine, m: Texts['emergency']): Markup {
  return markup`<li>${telephone(line.number)} ${details(line, m)}</li>`;
}

function details(line: EmergencyLine, m: Texts['emergency']): Markup {
  const facts = [line.tollFree ? m.free : '', line.hours ?? ''].filter(Boolean).join(', ');
  const sources = line.sources.map(({ title, url }) =>
    url ? markup`<a href="${url}" rel="external nofollow" title="${title}">${m.source}</a>` : title,
  );
  const parts = [
    markup`<strong>${line.who}</strong>${line.where ? ` (${line.where})` : ''}.`,
    facts ? `${facts}.` : '',
    line.says,
    line.confidential ? `${m.confidential}: ${line.confidential}` : '',
    line.doubt ? markup`<span class="emergency-doubt">${line.doubt}</span>` : '',
    markup`<span class="ev">${m.trust[line.trust]} · ${line.asOf ? m.asOf({ day: line.asOf }) : m.undated} · ${joined(sources, ', ')}</span>`,
  ];
  return markup`${joined(parts, ' ')}`;
}

function telephone(number: string): Markup {
  return markup`<a class="emergency-number" href="${telHref(number)}" data-answer>${number}</a>`;
}
