import { languageName } from '../../lib/locales.ts';
import type { Translation } from '../../schemas/translation.ts';
import { pageTexts } from '../../texts/texts.ts';
import type { SentenceContext } from '../sentences.ts';
import type { ToldChange } from './told-change.ts';

/** What became of translations: by language, how many are new, reworded and gone. */
export function translationLines(before: Translation[], after: Translation[], context: SentenceContext): ToldChange[] {
  const m = pageTexts('desk-change', context.language);
  const languages = [...new Set([...before, ...after].map(({ language }) => language))];
  return languages.flatMap((language): ToldChange[] => {
    const [old, now] = [before, after].map(
      (list) => new Map(list.filter((item) => item.language === language).map((item) => [item.field, item])),
    ) as [Map<string, Translation>, Map<string, Translation>];
    const added = [...now.keys()].filter((field) => !old.has(field)).length;
    const removed = [...old.keys()].filter((field) => !now.has(field)).length;
    const renewed = [...now].filter(([field, item]) => {
      const was = old.get(field);
      return was !== undefined && (was.text !== item.text || was.of !== item.of);
    }).length;
    const parts = [
      ...(added > 0 ? [m.translations.added({ n: added })] : []),
      ...(renewed > 0 ? [m.translations.renewed({ n: renewed })] : []),
      ...(removed > 0 ? [m.translations.removed({ n: removed })] : []),
    ];
    if (parts.length === 0) return [];
    return [{ what: [m.translations.line({ language: languageName(language), changes: parts.join(', ') })] }];
  });
}
