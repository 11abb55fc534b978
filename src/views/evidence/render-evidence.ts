import type { Language } from '../../lib/locales.ts';
import { markup, Markup } from '../../lib/markup.ts';
import type { EvidenceView } from '../../site/views/evidence.ts';
import { pageTexts } from '../../texts/texts.ts';

export interface EvidenceOptions {
  language: Language;
  /** Address of the page that lists the sources; empty where they stand on the same page. */
  base?: string | undefined;
  /** A figure says itself that it is old, beside the number. */
  ofFigure?: boolean | undefined;
  /** Whose sources they are, where the page has a list of its own: "source 1" must name one source on a page. */
  whose?: string | undefined;
}

/**
 * Where something comes from, as small as a footnote: a number that leads to its source, with all that is to be said of it
 * there. What several figures share stands once; nothing stands where the banner of the page says it already.
 */
export function renderEvidence(evidence: EvidenceView[], options: EvidenceOptions): Markup | undefined {
  const { language, base = '', ofFigure = false, whose } = options;
  const unsaid = evidence.filter(({ said }) => said !== true);
  if (unsaid.length === 0) return undefined;
  const m = pageTexts('evidence', language);
  // One number is enough: what is said there names the further sources.
  const links = unsaid.flatMap(({ sources: [first], letter = '' }) => {
    if (!first) return [];
    const n = `${first.number}${letter}`;
    const name = whose ? m.sourceOf({ n, whose }) : m.source({ n });
    // An arrow says that the source stands on another page.
    return markup`<a href="${base}#source-${first.id}${letter && `.${letter}`}" aria-label="${name}">[${n}${whose && '↗'}]</a>`
      .text;
  });
  const old = !ofFigure && unsaid.some((one) => one.old) && markup`<span class="old">${m.old} </span>`;
  return markup`<sup data-evidence data-pagefind-ignore>${old}${[...new Set(links)].map((link) => new Markup(link))}</sup>`;
}
