import type { Language } from '../lib/locales.ts';
import type { EmergencyKind, HelpLine } from '../schemas/emergency.ts';
import type { Source } from '../schemas/provenance.ts';
import { date } from './format.ts';
import type { Localised } from './localise.ts';
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

/** The emergency numbers of a country; undefined where the content has none. */
export function emergencyNumbers(
  register: Register,
  country: string,
  language: Language,
): EmergencyNumbers | undefined {
  const entry = register.emergencies.get(country);
  const jurisdiction = register.jurisdictions.get(country);
  if (!entry || !jurisdiction) return undefined;
  const texts = register.in(language);
  const { general, answers, sources } = texts.emergencies(entry);
  const readOn = sources.flatMap((source) => source.readOn ?? []).sort()[0];
  return {
    country: { id: country, name: texts.jurisdiction(jurisdiction).name.text },
    path: `/${country}/emergency/`,
    general: general.map((line) => lineOf(line, sources, language)),
    answers: answers.map(({ kind, name, advice, lines }) => ({
      kind,
      name: name.text,
      advice: advice?.text,
      lines: lines.map((line) => lineOf(line, sources, language)),
    })),
    readOn: readOn && date(readOn, language),
  };
}

function lineOf(line: Localised<HelpLine>, all: Source[], language: Language): EmergencyLine {
  const { number, who, where, says, tollFree, hours, confidential, trust, doubt, evidence } = line;
  return {
    number,
    who: who.text,
    where: where?.text,
    says: says?.text,
    tollFree,
    hours: hours?.text,
    confidential: confidential?.text,
    trust,
    doubt: doubt?.text,
    asOf: evidence.asOf && date(evidence.asOf, language),
    sources: evidence.sources.flatMap((id) => {
      const source = all.find((candidate) => candidate.id === id);
      return source ? [{ title: source.title, url: source.url }] : [];
    }),
  };
}
