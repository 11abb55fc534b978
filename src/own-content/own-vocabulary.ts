import { isMap, isSeq, parseDocument } from 'yaml';

/**
 * The words of the search without the names, language by language, of offices and services that do not come along.
 * `known` are the ids of offices, and office/service. What editors wrote beside the words stays.
 */
export function ownVocabulary(text: string, known: ReadonlySet<string>): string {
  const document = parseDocument(text);
  const spoken = document.get('spokenNames');
  if (!isSeq(spoken)) return text;
  for (const of of spoken.items) {
    const words = isMap(of) ? of.get('words') : undefined;
    if (isMap(words)) words.items = words.items.filter(({ key }) => known.has(String(key)));
  }
  spoken.items = spoken.items.filter((of) => {
    const words = isMap(of) ? of.get('words') : undefined;
    return isMap(words) && words.items.length > 0;
  });
  if (spoken.items.length === 0) document.delete('spokenNames');
  return document.toString({ lineWidth: 0 });
}
