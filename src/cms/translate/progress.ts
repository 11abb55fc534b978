import { fingerprint } from '../../lib/fingerprint.ts';
import type { Translation } from '../../schemas/translation.ts';

/** How much of some texts stands in a language. */
export interface Progress {
  texts: number;
  /** Those that have a translation, with those out of date. */
  translated: number;
  /** Those whose original has changed since they were translated. */
  stale: number;
}

const NOTHING_TO_DO: Progress = { texts: 0, translated: 0, stale: 0 };

/** How much of an entry, by its texts (see `translatableTexts`) and what it was translated with, stands in a language. */
export function progressOf(
  texts: ReadonlyMap<string, string>,
  translations: readonly Translation[],
  language: string,
): Progress {
  const found = new Map(translations.filter((item) => item.language === language).map((item) => [item.field, item]));
  const progress = { ...NOTHING_TO_DO, texts: texts.size };
  for (const [field, text] of texts) {
    const translation = found.get(field);
    if (!translation) continue;
    progress.translated += 1;
    if (translation.of !== fingerprint(text)) progress.stale += 1;
  }
  return progress;
}

/** How much of several entries together. */
export function allProgress(parts: readonly Progress[]): Progress {
  return parts.reduce(
    (sum, part) => ({
      texts: sum.texts + part.texts,
      translated: sum.translated + part.translated,
      stale: sum.stale + part.stale,
    }),
    NOTHING_TO_DO,
  );
}

/** Texts that wait for somebody: not translated, or out of date. */
export function openIn({ texts, translated, stale }: Progress): number {
  return texts - translated + stale;
}
