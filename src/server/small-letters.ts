import { splitLocale } from '../lib/locales.ts';

/*
 * Addresses are in small letters. People type them as they write the names of bodies and countries (/NG/FRSC/), and
 * some programs for mail and for pages write everything large.
 */

/** Pages made on demand whose addresses hold no secret. What leads to a case is never handed on. */
const openPages = [
  '/search/',
  '/deadline/',
  '/statistics/',
  '/statistics/addresses/',
  '/statistics/annual-report/',
  '/receipts/',
  '/requests/',
];
/** The public register of requests for information: /ng/inec/requests/ and a page below it. */
const registerPage = /^\/[\w-]+\/[\w-]+\/requests\/(?:[\w-]+\/)?$/;

/** Answers whether an address is that of an open page made on demand. */
export function isOpenPage(pathname: string): boolean {
  const { path } = splitLocale(pathname);
  return openPages.includes(path) || registerPage.test(path);
}

/**
 * The address of a page in small letters, where one was asked for with large ones and lies there: only names,
 * digits, hyphens and slashes are looked at, so files and everything encoded stay as they are.
 */
export function inSmallLetters(pathname: string, hasPage: (pathname: string) => boolean): string | undefined {
  if (!/[A-Z]/.test(pathname) || !/^(?:\/[A-Za-z0-9-]+)+\/?$/.test(pathname)) return undefined;
  const small = `${pathname.toLowerCase().replace(/\/$/, '')}/`;
  return hasPage(small) ? small : undefined;
}
