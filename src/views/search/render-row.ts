import { localePath, type Language } from '../../lib/locales.ts';
import { markup, type Markup } from '../../lib/markup.ts';
import type { AgencyAnswer } from '../../search/answer.ts';
import type { Card } from '../../search/index-format.ts';
import { pageTexts } from '../../texts/texts.ts';

/** An answer as one row to touch: the service or the office, then whose it is or what it is for, and the country. */
export function renderRow({ card, service, role }: AgencyAnswer, language: Language): Markup {
  const path = service && !role ? `${card.path}${service.id}/` : card.path;
  const under = role ? (pageTexts('search', language).roles[role] ?? card.summary) : service ? card.name : card.summary;
  const name = service && !role ? service.name : card.name;
  return markup`<li><a href="${localePath(language, path)}" data-answer><strong>${name}</strong><span>${under} · ${card.country.name}</span></a></li>`;
}

/** A body as one row to touch: its name, what it is for, and the country. */
export function renderBody(card: Card, language: Language): Markup {
  return markup`<li><a href="${localePath(language, card.path)}" data-answer><strong>${card.name}</strong><span>${card.summary} · ${card.country.name}</span></a></li>`;
}
