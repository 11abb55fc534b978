import { localePath, type Language } from '../../lib/locales.ts';
import { joined, markup, type Markup, type MarkupPart } from '../../lib/markup.ts';
import { linesByRegion, type EmergencyLine, type EmergencyNumbers } from '../../register/emergency-numbers.ts';
import { telHref } from '../../register/format.ts';
import type { EmergencyKind } from '../../schemas/emergency.ts';
import type { Texts } from '../../texts/shape.ts';
import { pageTexts } from '../../texts/texts.ts';

/**
 * Whom to call, as HTML: the number for any danger as a button, the lines of the places that were named, then the numbers
 * for what was asked in the whole country. One column for each country where the country is not known. The same from
 * server, browser and build. `regions` are the places, as country:region.
 */
export function renderEmergency(
  countries: EmergencyNumbers[],
  kinds: readonly EmergencyKind[],
  language: Language,
  { linked = true, regions = [] }: { linked?: boolean; regions?: readonly { id: string; name: string }[] } = {},
): Markup {
  const m = pageTexts('emergency', language);
  const columns = countries.map((numbers) => {
    const answers = numbers.answers.filter(({ kind, lines }) => kinds.includes(kind) && lines.length > 0);
    const named = regions.filter(({ id }) => id.startsWith(`${numbers.country.id}:`));
    const parts = [
      markup`<h3>${numbers.country.name}</h3>`,
      markup`<ul class="emergency-general">${numbers.general.map((line) => renderGeneral(line, m))}</ul>`,
      named.map(({ id, name }) => renderPlace(numbers, id.slice(numbers.country.id.length + 1), name, kinds, m)),
      ...answers.map(({ name, advice, lines }) => renderHelp(name, advice, lines, m)),
      named.length === 0 ? renderFolded(numbers, kinds, m) : '',
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
 * All lines of the regions of a country, each region folded: readable on a small screen and without JavaScript. Empty
 * where no region has any.
 */
export function renderRegions(numbers: EmergencyNumbers, m: Texts['emergency']): MarkupPart {
  const regions = linesByRegion(numbers);
  if (regions.length === 0) return '';
  const folded = regions.map(
    ({ id, name, lines }) =>
      markup`<details id="${id}"><summary>${name}</summary><ul class="emergency-lines">${lines.map((line) => renderLine(line, m))}</ul></details>`,
  );
  const { level } = numbers;
  const hint = m.byRegionHint({ level, number: numbers.general[0]?.number ?? '' });
  return markup`<section class="section" id="regions"><h2>${m.byRegion({ level })}</h2><p>${hint}</p><div class="emergency-regions">${folded}</div></section>`;
}

/** The way from one kind of danger to the lines that regions have for it, on the page of all numbers. */
export function renderRegionsLink(
  numbers: EmergencyNumbers,
  kinds: readonly EmergencyKind[] | undefined,
  m: Texts['emergency'],
): MarkupPart {
  const n = linesByRegion(numbers, kinds ? { kinds } : {}).length;
  return n > 0 ? markup`<p><a href="#regions">${m.ofRegions({ level: numbers.level, n })}</a></p>` : '';
}

/** The lines of a place that the words name; where it has none for this, that is said beside the general number. */
function renderPlace(
  numbers: EmergencyNumbers,
  region: string,
  name: string,
  kinds: readonly EmergencyKind[],
  m: Texts['emergency'],
): Markup {
  const own = linesByRegion(numbers, { kinds, anyDanger: !kinds.includes('suicide') }).find(({ id }) => id === region);
  return own
    ? markup`<h4>${own.name}</h4><ul class="emergency-lines">${own.lines.map((line) => renderLine(line, m))}</ul>`
    : markup`<p>${m.noneInRegion({ region: name, number: numbers.general[0]?.number ?? '' })}</p>`;
}

/**
 * Where no place is named: the lines of regions for this by the name of the region, folded to one row, and each region
 * in it. The sources stand on the page of all numbers.
 */
function renderFolded(numbers: EmergencyNumbers, kinds: readonly EmergencyKind[], m: Texts['emergency']): MarkupPart {
  const regions = linesByRegion(numbers, { kinds });
  if (regions.length === 0) return '';
  const summary = m.ofRegions({ level: numbers.level, n: regions.length });
  const shown = regions.map(({ name, lines }) => {
    const items = lines.map((line) => {
      const said = [line.doubt ? renderDoubt(line.doubt) : '', markup`<span class="ev">${known(line, m)}</span>`];
      return markup`<li>${telephones(line)} ${line.who}. ${joined(said, ' ')}</li>`;
    });
    return markup`<details><summary>${name}</summary><ul class="emergency-lines">${items}</ul></details>`;
  });
  return markup`<details class="emergency-folded"><summary>${summary}</summary><div class="emergency-regions">${shown}</div></details>`;
}

/**
 * One line of numbers for a page that is not about danger: for each country the general numbers, and where all
 * stand. With `choose`, the script of the page (only-country.js) leaves out the others where one was chosen.
 */
export function renderEmergencyLine(
  countries: EmergencyNumbers[],
  language: Language,
  { lead, choose = false }: { lead?: string; choose?: boolean } = {},
): MarkupPart {
  if (countries.length === 0) return '';
  const m = pageTexts('emergency', language);
  const ids = countries.map(({ country }) => country.id).join(' ');
  const items = countries.map(({ country, general, path }) => {
    const everywhere = general.map((line) => telephone(line.number));
    const all = markup`<a href="${localePath(language, path)}">${m.allNumbers}<span class="visually-hidden"> (${country.name})</span></a>`;
    const line = markup`<span class="emergency-line-country">${country.name} ${joined(everywhere, ' ')} ${all}</span>`;
    return choose ? markup`<only-country country="${country.id}" of="${ids}">${line}</only-country>` : line;
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
  return markup`<li>${telephones(line)} ${details(line, m)}</li>`;
}

function details(line: EmergencyLine, m: Texts['emergency']): Markup {
  const facts = [line.tollFree ? m.free : '', line.hours ?? ''].filter(Boolean).join(', ');
  const sources = line.sources.map(({ title, url }) =>
    url ? markup`<a href="${url}" rel="external nofollow" title="${title}">${m.source}</a>` : title,
  );
  const parts = [
    markup`<strong>${line.who}</strong>.`,
    facts ? `${facts}.` : '',
    line.says,
    line.confidential ? `${m.confidential}: ${line.confidential}` : '',
    line.doubt ? renderDoubt(line.doubt) : '',
    markup`<span class="ev">${known(line, m)} · ${joined(sources, ', ')}</span>`,
  ];
  return markup`${joined(parts, ' ')}`;
}

/** How far a number may be relied on, and of which day that is. */
function known({ trust, asOf, confirmed }: EmergencyLine, m: Texts['emergency']): string {
  const since = confirmed ? `; ${m.confirmed({ day: confirmed })}` : '';
  return `${m.trust[trust]} · ${asOf ? m.asOf({ day: asOf }) : m.undated}${since}`;
}

function telephones({ number, otherNumbers }: EmergencyLine): MarkupPart[] {
  return joined([number, ...otherNumbers].map(telephone), ' ');
}

function renderDoubt(doubt: string): Markup {
  return markup`<span class="emergency-doubt">${doubt}</span>`;
}

function telephone(number: string): Markup {
  return markup`<a class="emergency-number" href="${telHref(number)}" data-answer>${number}</a>`;
}
