import { fingerprint } from '../../lib/fingerprint.ts';
import type { Translation } from '../../schemas/translation.ts';

type Data = Record<string, unknown>;

/**
 * The fields of an entry with each translation at the text that it is of. Translations name their text by its place
 * (fees.1.note); where items of the list were added, moved or taken out, the text may stand at another by now. One whose
 * text is nowhere stays where it is, as a stale one, unless another belongs there.
 */
export function translationsAtTheirTexts(data: Data): Data {
  const { translations } = data;
  if (!Array.isArray(translations)) return data;
  const found = (translations as Translation[]).map((translation) => {
    const fits = textAt(data, translation.field) === translation.of;
    const place = fits ? undefined : movedTo(data, translation);
    return {
      translation: place ? { ...translation, field: place } : translation,
      rank: fits ? FITS : place ? MOVED : STALE,
    };
  });
  if (!found.some(({ rank }) => rank === MOVED)) return data;
  const best = new Map(found.toSorted((a, b) => b.rank - a.rank).map((item) => [keyOf(item.translation), item]));
  const kept = found.filter((item) => best.get(keyOf(item.translation)) === item);
  return { ...data, translations: kept.map(({ translation }) => translation) };
}

/** Which of two that would stand at one place does. */
const [FITS, MOVED, STALE] = [0, 1, 2];

const keyOf = ({ language, field }: Translation): string => `${language} ${field}`;

/** Where the text of a translation stands in its list, if at one place only. */
function movedTo(data: Data, { field, of }: Translation): string | undefined {
  const [, list = '', rest = ''] = /^(\w+)\.\d+(\..+)?$/.exec(field) ?? [];
  const items = data[list];
  if (!Array.isArray(items)) return undefined;
  const places = items.map((_, at) => `${list}.${at}${rest}`).filter((place) => textAt(data, place) === of);
  return places.length === 1 ? places[0] : undefined;
}

/** The fingerprint of the text at a path; undefined where there is none. */
function textAt(data: Data, path: string): string | undefined {
  const text = path.split('.').reduce<unknown>((value, step) => (value as Data | null | undefined)?.[step], data);
  return typeof text === 'string' ? fingerprint(text) : undefined;
}
