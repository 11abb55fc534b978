import type { Source } from '../../schemas/provenance.ts';

type Known = Partial<Source> | Record<string, unknown>;

/** The source of a list that is the same document: at the same web address, or of the same title and date. */
export function sameSource<T extends Known>(sources: readonly T[], source: Known): T | undefined {
  const address = plainAddress(source.url);
  const name = plainTitle(source);
  return sources.find((known) => (address !== '' && plainAddress(known.url) === address) || plainTitle(known) === name);
}

function plainTitle({ title, publishedOn }: Known): string {
  return `${String(title).replace(/\s+/g, ' ').trim().toLowerCase()}|${String(publishedOn ?? '')}`;
}

/** An address without what leads to no other document: the place within it, a last stroke, http in place of https. */
function plainAddress(url: unknown): string {
  if (typeof url !== 'string' || !URL.canParse(url)) return '';
  const { host, pathname, search } = new URL(url);
  return `${host}${pathname.replace(/\/$/, '')}${search}`;
}
