import { stem } from './english.ts';
import { fieldWeights, type FieldName, type SearchDocument } from './documents.ts';
import { tokenize } from './fold.ts';
import { GROUP_MARK, STEM_MARK } from './marks.ts';
import { phrasesOf } from './terms.ts';
import { swahiliStems } from './swahili.ts';

const PHRASE_FIELDS = new Set(['acronym', 'name', 'popular', 'topic']);

/** What the words of an index are weighed under. */
export interface WordGroups {
  /** Stems that tell nothing. */
  stop: ReadonlySet<string>;
  /** Stem or phrase to the number of its group. */
  synonyms: ReadonlyMap<string, number>;
}

/** Every word, phrase, Kiswahili stem and synonym group of a document with its weight. */
export function termsOf(document: SearchDocument, { stop, synonyms }: WordGroups): Map<string, number> {
  const byField = new Map<string, { weight: number; count: number }>();
  const note = (term: string, field: string, weight: number): void => {
    const id = `${field}\t${term}`;
    const found = byField.get(id);
    if (found) {
      found.count++;
      found.weight = Math.max(found.weight, weight);
    } else byField.set(id, { weight, count: 1 });
  };
  for (const { name, text, mixed } of document.fields) {
    const weight = fieldWeights[name];
    const tokens = tokenize(text);
    const keys = tokens.map((token) => stem(token.folded));
    const content = keys.filter((key) => !stop.has(key));
    // A short name is told by each of its words; in a long one each word tells less.
    const share = PHRASE_FIELDS.has(name) ? shareOfWord(content.length) : 1;
    tokens.forEach((token, index) => {
      const key = keys[index] ?? '';
      if (stop.has(key) && content.length > 0 && name !== 'acronym') return;
      note(key, name, weight * share);
      if (mixed) for (const swahili of swahiliStems(token.folded)) note(STEM_MARK + swahili, name, weight * share);
    });
    if (PHRASE_FIELDS.has(name)) {
      for (const { phrase, length } of phrasesOf(content))
        note(phrase, name, weight * (length === content.length ? 1.2 : shareOfPart(name, length / content.length)));
    }
    noteGroups(
      mixed
        ? [...keys, ...tokens.flatMap((token) => swahiliStems(token.folded).map((found) => STEM_MARK + found))]
        : keys,
      keys,
      synonyms,
      (group) => note(GROUP_MARK + group, name, weight * share),
    );
  }
  const terms = new Map<string, number>();
  for (const [id, { weight, count }] of byField) {
    const term = id.slice(id.indexOf('\t') + 1);
    terms.set(term, (terms.get(term) ?? 0) + weight * (1 + Math.log(count) / 2));
  }
  return terms;
}

function shareOfWord(words: number): number {
  return words <= 1 ? 1.2 : 1.1 / Math.sqrt(Math.min(words, 9) / 1.5);
}

/** Part of a long official name still names the body; part of what people say is often about something else. */
function shareOfPart(name: FieldName, part: number): number {
  return name === 'popular' || name === 'topic' ? 0.35 * part : 0.7;
}

function noteGroups(
  forms: string[],
  keys: string[],
  synonyms: ReadonlyMap<string, number>,
  note: (group: number) => void,
): void {
  for (const key of forms) {
    const group = synonyms.get(key);
    if (group !== undefined) note(group);
  }
  for (const { phrase } of phrasesOf(keys)) {
    const group = synonyms.get(phrase);
    if (group !== undefined) note(group);
  }
}
