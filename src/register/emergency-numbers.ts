import type { Language } from '../lib/locales.ts';
import type { Emergencies, EmergencyKind, HelpLine } from '../schemas/emergency.ts';
import type { Translation } from '../schemas/translation.ts';
import { date } from './format.ts';
import type { Register } from './register.ts';

/** A number to call, in one language, with what is known of it. */
export interface EmergencyLine {
  number: string;
  who: string;
  where?: string;
  says?: string;
  tollFree: boolean;
  hours?: string;
  confidential?: string;
  trust: HelpLine['trust'];
  doubt?: string;
  /** Absent where the source bears no date. */
  asOf?: string;
  sources: { title: string; url?: string }[];
}

/** Whom to call in one country, ready to show. Paths carry no language prefix. */
export interface EmergencyNumbers {
  country: { id: string; name: string };
  path: string;
  general: EmergencyLine[];
  answers: { kind: EmergencyKind; name: string; advice?: string; lines: EmergencyLine[] }[];
  /** The day on which the source that was read longest ago was last read: none is staler. */
  readOn?: string;
}

/** Gives the emergency numbers of a country; undefined where the content has none. */
export function emergencyNumbers(
  register: Register,
  country: string,
  language: Language,
): EmergencyNumbers | undefined {
  const data = register.emergencies.get(country)?.data;
  const jurisdiction = register.jurisdictions.get(country)?.data;
  if (!data || !jurisdiction) return undefined;
  const text = (field: string, original: string): string => translated(data.translations, language, field, original);
  const readOn = data.sources.flatMap((source) => source.readOn ?? []).sort()[0];
  return {
    country: { id: country, name: translated(jurisdiction.translations, language, 'name', jurisdiction.name) },
    path: `/${country}/emergency/`,
    general: data.general.map((line, index) => lineOf(line, `general.${index}`, data, language)),
    answers: data.answers.map(({ kind, name, advice, lines }, index) => ({
      kind,
      name: text(`answers.${index}.name`, name),
      ...(advice ? { advice: text(`answers.${index}.advice`, advice) } : {}),
      lines: lines.map((line, place) => lineOf(line, `answers.${index}.lines.${place}`, data, language)),
    })),
    ...(readOn ? { readOn: date(readOn, language) } : {}),
  };
}

function lineOf(line: HelpLine, path: string, data: Emergencies, language: Language): EmergencyLine {
  const optional = (name: 'where' | 'says' | 'hours' | 'confidential' | 'doubt'): Partial<EmergencyLine> => {
    const original = line[name];
    return original ? { [name]: translated(data.translations, language, `${path}.${name}`, original) } : {};
  };
  return {
    number: line.number,
    who: translated(data.translations, language, `${path}.who`, line.who),
    ...optional('where'),
    ...optional('says'),
    tollFree: line.tollFree,
    ...optional('hours'),
    ...optional('confidential'),
    trust: line.trust,
    ...optional('doubt'),
    ...(line.evidence.asOf ? { asOf: date(line.evidence.asOf, language) } : {}),
    sources: line.evidence.sources.flatMap((id) => {
      const source = data.sources.find((candidate) => candidate.id === id);
      return source ? [{ title: source.title, ...(source.url ? { url: source.url } : {}) }] : [];
    }),
  };
}

function translated(translations: Translation[], language: Language, field: string, original: string): string {
  return translations.find((item) => item.language === language && item.field === field)?.text ?? original;
}
