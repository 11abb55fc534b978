import type { Language } from '../../lib/locales.ts';
import type { Agency, Register, RegisterEntry } from '../../register/register.ts';
import type { Jurisdiction } from '../../schemas/jurisdiction.ts';
import { duration } from '../../register/format.ts';
import { translator, type Text, type Translator } from '../text.ts';
import { urls } from '../urls.ts';
import { evidenceView, type EvidenceView, type ViewContext } from './evidence.ts';

export interface BodyLink {
  name: Text;
  acronym?: string;
  href: string;
  matter: Text;
}

export interface JurisdictionView {
  id: string;
  href: string;
  rightsHref: string;
  name: Text;
  summary: Text;
  agencies: Agency[];
  oversight: BodyLink[];
  antiCorruption: BodyLink[];
  law?: LawView;
  data: Jurisdiction;
  t: Translator;
  context: ViewContext;
}

export interface TimeLimitRow {
  key: 'answer' | 'urgent' | 'extension' | 'transfer' | 'access' | 'review' | 'annualReport';
  limit?: string;
  atMost?: string;
  restartsClock?: boolean;
  section: string;
  clockStarts?: Text;
  note?: Text;
  grounds: Text[];
  wordingRead: boolean;
  evidence: EvidenceView;
}

export interface LawView {
  name: Text;
  summary: Text;
  limits: TimeLimitRow[];
  reviewer?: { label: string; href: string };
}

/** Makes a country's law, calendar and bodies of redress ready to show. */
export function jurisdictionView(
  register: Register,
  entry: RegisterEntry<'jurisdictions'>,
  options: { language: Language; today: Date },
): JurisdictionView {
  const { data, id } = entry;
  const { language } = options;
  const context: ViewContext = { ...options, sources: data.sources };
  const t = translator({ language: 'en', translations: data.translations }, language);
  const law = data.informationLaw;
  return {
    id,
    href: urls.jurisdiction(language, id),
    rightsHref: urls.informationRights(language, id),
    name: t(data.name, 'name'),
    summary: t(data.summary, 'summary'),
    agencies: [...register.agencies.values()].filter((agency) => agency.data.jurisdiction === id),
    oversight: bodyLinks(register, data.oversightLadder, 'oversightLadder', t, language),
    antiCorruption: bodyLinks(register, data.antiCorruption, 'antiCorruption', t, language),
    ...(law ? { law: lawView(register, law, t, context) } : {}),
    data,
    t,
    context,
  };
}

function bodyLinks(register: Register, bodies: Jurisdiction['oversightLadder'], key: string, t: Translator, language: Language): BodyLink[] {
  return bodies.flatMap((body, i) => {
    const agency = register.agencies.get(body.agency);
    if (!agency) return [];
    return [
      {
        name: translator(agency.data, language)(agency.data.name, 'name'),
        ...(agency.data.acronym ? { acronym: agency.data.acronym } : {}),
        href: urls.charter(language, agency),
        matter: t(body.matter, key, i, 'matter'),
      },
    ];
  });
}

type Law = NonNullable<Jurisdiction['informationLaw']>;

function lawView(register: Register, law: Law, t: Translator, context: ViewContext): LawView {
  const reviewer = register.agencies.get(law.review.agency ?? '');
  return {
    name: t(law.name, 'informationLaw', 'name'),
    summary: t(law.summary, 'informationLaw', 'summary'),
    limits: limitRows(law, t, context),
    ...(reviewer ? { reviewer: { label: reviewer.data.name, href: urls.charter(context.language, reviewer) } } : {}),
  };
}

function limitRows(law: Law, t: Translator, context: ViewContext): TimeLimitRow[] {
  const keys: TimeLimitRow['key'][] = ['answer', 'urgent', 'extension', 'transfer', 'access', 'review', 'annualReport'];
  return keys.flatMap((key) => {
    const limit = law[key];
    if (!limit) return [];
    const path = ['informationLaw', key];
    const clockStarts = t(limit.clockStarts, ...path, 'clockStarts');
    const note = t(limit.note, ...path, 'note');
    return [
      {
        key,
        ...(limit.limit ? { limit: duration(limit.limit, context.language) } : {}),
        ...(key === 'transfer' && law.transfer?.atMost ? { atMost: duration(law.transfer.atMost, context.language) } : {}),
        ...(key === 'transfer' && law.transfer?.restartsClock !== undefined ? { restartsClock: law.transfer.restartsClock } : {}),
        section: limit.section,
        ...(clockStarts ? { clockStarts } : {}),
        ...(note ? { note } : {}),
        grounds: key === 'extension' ? (law.extension?.grounds ?? []).map((ground, i) => t(ground, ...path, 'grounds', i)) : [],
        wordingRead: limit.wordingRead,
        evidence: evidenceView(limit.evidence, context),
      },
    ];
  });
}

/** Gives the offices of a country that can be asked for information, by name, with the form of each. */
export function officesToAsk({ agencies }: JurisdictionView, language: Language): { name: string; href: string }[] {
  return agencies
    .filter(({ data }) => data.status !== 'dissolved')
    .map((agency) => ({ name: translator(agency.data, language)(agency.data.name, 'name').text, href: urls.request(language, agency) }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}

/** Gives the view of an agency's jurisdiction. The content check makes sure that it exists. */
export function jurisdictionOf(register: Register, agency: Agency, options: { language: Language; today: Date }): JurisdictionView {
  const entry = register.jurisdictions.get(agency.data.jurisdiction);
  if (!entry) throw new Error(`No jurisdiction "${agency.data.jurisdiction}" in the register.`);
  return jurisdictionView(register, entry, options);
}
