import { textFor, type CaseKeeping } from '../../register/case-keeping.ts';
import type { Register, RegisterEntry } from '../../register/register.ts';
import type { ViewOptions } from './evidence.ts';
import { proseParts, type ProsePart } from './prose.ts';

export interface GuideView {
  data: RegisterEntry<'guides'>['data'];
  prose: ProsePart[];
}

/**
 * A guide in the wanted language where it has been translated, otherwise the original; with what holds on a portal that
 * keeps cases so.
 */
export function guideIn(
  register: Register,
  id: string,
  { cases, ...options }: ViewOptions & { cases: CaseKeeping },
): GuideView | undefined {
  const guides = [...register.guides.values()];
  const guide =
    guides.find(({ data }) => data.translationOf === id && data.language === options.language) ??
    register.guides.get(id);
  return guide && { data: guide.data, prose: proseParts(textFor(guide.html, cases), register, options) };
}

/** Guides that have an address of their own instead of one under /guides/. */
export const ownPages = ['about', 'privacy', 'accessibility'];
