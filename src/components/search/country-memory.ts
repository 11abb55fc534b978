import { ALL_COUNTRIES } from '../../site/search-address.ts';
import { chosenCountry, countryCookie } from '../../site/country-choice.ts';

/** Told on the document when another country is chosen; the detail is its id, or `all`. */
export const COUNTRY_CHOSEN = 'country-chosen';

const chips = (): HTMLAnchorElement[] => [
  ...document.querySelectorAll<HTMLAnchorElement>('[data-country-choice] a[data-country]'),
];

/** The country chosen in the address or before; undefined where none is, or where the page leaves no choice. */
export function rememberedCountry(): string | undefined {
  const countries = chips().flatMap(({ dataset }) => dataset.country ?? []);
  if (countries.length === 0) return undefined;
  const address = new URLSearchParams(location.search).get('country');
  return chosenCountry({ address, cookies: document.cookie, countries });
}

/**
 * Lets the chips of a page choose without leaving it. Where `staysHere` says no, they are followed as links. Pages that
 * are files learn here what was chosen before, also when somebody comes back to them.
 */
export function enhanceCountryChips(staysHere: () => boolean): void {
  const mark = (): void => markCurrent(rememberedCountry() ?? ALL_COUNTRIES);
  mark();
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) mark();
  });
  for (const chip of chips())
    chip.addEventListener('click', (event) => {
      const choice = chip.dataset.country;
      if (!choice || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      document.cookie = countryCookie(choice, { secure: location.protocol === 'https:' });
      if (!staysHere()) return;
      event.preventDefault();
      markCurrent(choice);
      document.dispatchEvent(new CustomEvent(COUNTRY_CHOSEN, { detail: choice }));
    });
}

/** Lets the chips ask on for other words. */
export function askWithChips(addressFor: (country: string) => string): void {
  for (const chip of chips()) chip.href = addressFor(chip.dataset.country ?? ALL_COUNTRIES);
}

function markCurrent(choice: string): void {
  for (const chip of chips())
    if (chip.dataset.country === choice) chip.setAttribute('aria-current', 'true');
    else chip.removeAttribute('aria-current');
}
