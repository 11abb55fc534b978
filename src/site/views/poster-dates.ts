import type { Language } from '../../lib/locales.ts';
import { date } from '../../register/format.ts';
import type { RegisteredService } from '../../register/register.ts';
import type { Evidence } from '../../schemas/provenance.ts';
import { pageTexts } from '../../texts/texts.ts';

/** For when the costs and times of services stand, and when the office last confirmed them; empty where none is stated. */
export function posterDates(services: RegisteredService[], language: Language): string {
  const m = pageTexts('poster', language);
  const figures = figuresIn(services);
  if (figures.length === 0) return '';
  const confirmed = confirmedText(figures, language);
  const dates = figures.flatMap((evidence) => evidence.asOf ?? []).sort();
  const [first, last] = [dates[0], dates[dates.length - 1]];
  if (!first || !last) return `${[m.allUndated, ...confirmed].join('; ')}.`;
  const [from, to] = [date(first, language), date(last, language)];
  const span = from === to ? m.asOf({ to }) : m.asOfRange({ from, to });
  return `${[span, ...(dates.length < figures.length ? [m.someUndated] : []), ...confirmed].join('; ')}.`;
}

/** The longest that `posterDates` may say of some of these services, for the room that it takes. */
export function longestPosterDates(services: RegisteredService[], language: Language): string {
  const m = pageTexts('poster', language);
  const confirmed = figuresIn(services).some(({ confirmedOn }) => confirmedOn !== undefined);
  return [
    m.asOf({ to: LONGEST_DATE }),
    m.someUndated,
    ...(confirmed ? [m.someConfirmed({ day: LONGEST_DATE })] : []),
  ].join(' ');
}

const LONGEST_DATE = '28 September 2026';

function figuresIn(services: RegisteredService[]): Evidence[] {
  return services
    .flatMap(({ data }) => [...data.fees, ...data.processingTimes.slice(0, 1)])
    .filter(({ kind }) => kind !== 'not-stated')
    .map(({ evidence }) => evidence);
}

/** That the office confirmed the figures, all or some, and when it last did; empty where it confirmed none. */
function confirmedText(figures: Evidence[], language: Language): string[] {
  const m = pageTexts('poster', language);
  const days = figures.flatMap(({ confirmedOn }) => confirmedOn ?? []).sort();
  const last = days.at(-1);
  if (last === undefined) return [];
  return [(days.length < figures.length ? m.someConfirmed : m.allConfirmed)({ day: date(last, language) })];
}
