import type { Translation } from '../../schemas/translation.ts';
import { PROSE_FIELD } from '../../register/translated-prose.ts';

type Data = Record<string, unknown>;

/** The fields of an entry without the translations of texts that its change took away: they are of nothing now. */
export function withoutTranslationsOfEmptied(old: Data, data: Data): Data {
  const { translations } = data;
  if (!Array.isArray(translations)) return data;
  const kept = (translations as Translation[]).filter(
    ({ field }) => field === PROSE_FIELD || !isText(old, field) || isText(data, field),
  );
  return kept.length === translations.length ? data : { ...data, translations: kept };
}

function isText(data: Data, path: string): boolean {
  const text = String(path)
    .split('.')
    .reduce<unknown>((value, step) => (value as Data | null | undefined)?.[step], data);
  return typeof text === 'string' && text !== '';
}
