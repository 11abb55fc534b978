import { kilometresBetween, type Place } from '../../lib/distance.ts';
import { minuteOfWeek, openingAt, readOpening, type OpeningState } from '../../lib/opening.ts';

/** Says of each office whether it is open now, and lets the visitor choose a region or have the nearest first. */
function help(list: HTMLElement): void {
  tellOpening(list);
  // A phone that was laid aside with the page open is looked at again hours later.
  document.addEventListener('visibilitychange', () => tellOpening(list));
  offerRegions(list);
  offerNearest(list);
}

/** By the clock of the country, wherever the visitor is. Nothing is said of a day whose holidays the page does not know. */
function tellOpening(list: HTMLElement): void {
  const { zone, holidays = '', until = '' } = list.dataset;
  if (!zone) return;
  const { minute, day } = minuteOfWeek(new Date(), zone);
  const isHoliday = holidays.split(' ').indexOf(day) >= 0;
  for (const place of list.querySelectorAll<HTMLElement>('[data-opening]')) {
    const { opening = '', publicHolidays } = place.dataset;
    place.hidden = day > until;
    place.textContent =
      isHoliday && publicHolidays !== 'open'
        ? ((publicHolidays === 'closed' ? list.dataset.holidayClosed : list.dataset.holiday) ?? '')
        : said(openingAt(readOpening(opening), minute), list);
  }
}

function said(state: OpeningState | undefined, { dataset }: HTMLElement): string {
  const { open = '', always = '', closed = '' } = dataset;
  if (!state) return '';
  if (state.open) return state.until ? open.replace('{time}', state.until.time) : always;
  return closed.replace('{day}', dayName(state.from.day)).replace('{time}', state.from.time);
}

/** The first of January 2024 was a Monday. */
function dayName(day: number): string {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: 'long', timeZone: 'UTC' });
  return format.format(new Date(Date.UTC(2024, 0, 1 + day)));
}

/** A list to choose from, where there are regions to open otherwise. */
function offerRegions(list: HTMLElement): void {
  const regions = [...list.querySelectorAll<HTMLDetailsElement>('[data-offices-in]')];
  const place = list.querySelector<HTMLElement>('[data-choice]');
  const choice = place?.querySelector('select');
  if (!place || !choice || regions.length < 2) return;
  for (const { dataset } of regions) choice.add(new Option(dataset.officesIn, dataset.officesIn));
  choice.addEventListener('change', () => {
    for (const region of regions) {
      const chosen = region.dataset.officesIn === choice.value;
      region.hidden = choice.value !== '' && !chosen;
      region.open = chosen;
    }
  });
  place.hidden = false;
}

/** Sorts by distance, on the phone alone, once somebody asks for it. */
function offerNearest(list: HTMLElement): void {
  const offices = [...list.querySelectorAll<HTMLElement>('[data-at]')];
  const [first] = offices;
  if (offices.length < 2 || !first || !navigator.geolocation) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button-secondary no-print';
  button.textContent = list.dataset.nearest ?? '';
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  button.addEventListener('click', () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const sorted = offices
          .map((office) => ({ office, km: kilometresBetween(coords, placeOf(office)) }))
          .sort((a, b) => a.km - b.km);
        const nearest = document.createElement('div');
        for (const { office, km } of sorted) {
          const away = office.querySelector('[data-km]') ?? document.createElement('li');
          away.setAttribute('data-km', '');
          away.textContent = (list.dataset.away ?? '').replace(
            '{km}',
            km < 10 ? km.toFixed(1) : String(Math.round(km)),
          );
          office.append(away);
          nearest.append(office);
        }
        status.after(nearest);
        leaveRegions(list);
      },
      () => (status.textContent = list.dataset.nowhere ?? ''),
    ),
  );
  list.prepend(button, status);
}

/** Offices in the order of their distance stand in no region; what is left of the regions are those without a place. */
function leaveRegions(list: HTMLElement): void {
  const regions = [...list.querySelectorAll<HTMLDetailsElement>('[data-offices-in]')];
  for (const region of regions) {
    const left = region.querySelectorAll('.contact').length;
    region.hidden = left === 0;
    const summary = region.querySelector('summary');
    if (summary) summary.textContent = `${region.dataset.officesIn ?? ''} (${left})`;
  }
  const choice = list.querySelector<HTMLElement>('[data-choice]');
  if (choice) choice.hidden = true;
}

function placeOf({ dataset }: HTMLElement): Place {
  const [latitude = 0, longitude = 0] = (dataset.at ?? '').split(' ').map(Number);
  return { latitude, longitude };
}

for (const list of document.querySelectorAll<HTMLElement>('[data-offices]')) help(list);
