import { ALL_COUNTRIES } from './search-address.ts';

/*
 * In which country somebody asks is remembered in a cookie that holds two letters and nothing about them, so that it is
 * asked once. Whoever takes no cookies has it in the address. Pages that are files cannot read it; scripts on them do.
 */
const COUNTRY_COOKIE = 'country';
const A_YEAR_SECONDS = 365 * 24 * 3600;

export interface ChoiceAsked {
  /** What the address says, if it does. */
  address: string | null | undefined;
  /** All cookies of the visitor as one text: "country=ng; other=1". */
  cookies: string | null | undefined;
  /** Ids of the countries that there are. */
  countries: readonly string[];
}

/**
 * The country that was chosen, `all` for all of them, or undefined where nobody has chosen yet. The address goes before
 * the cookie; what names no country, whoever wrote it there, counts as nothing.
 */
export function chosenCountry({ address, cookies, countries }: ChoiceAsked): string | undefined {
  const kept = (cookies ?? '')
    .split(/;\s*/)
    .find((item) => item.startsWith(`${COUNTRY_COOKIE}=`))
    ?.slice(COUNTRY_COOKIE.length + 1);
  return [address, kept].find((choice) => choice === ALL_COUNTRIES || countries.includes(choice ?? '')) ?? undefined;
}

/**
 * A cookie that remembers a choice, as a server sends and a script writes it. Scripts on pages that are files read it, so
 * it is open to them; only links of other sites make it travel.
 */
export function countryCookie(choice: string, { secure }: { secure: boolean }): string {
  return `${COUNTRY_COOKIE}=${choice}; Path=/; Max-Age=${A_YEAR_SECONDS}; SameSite=Lax${secure ? '; Secure' : ''}`;
}
