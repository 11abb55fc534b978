import type { Language } from '../../lib/locales.ts';
import { acronymBeside } from '../../register/names.ts';
import type { Agency, Register, RegisterEntry } from '../../register/register.ts';
import type { Jurisdiction } from '../../schemas/jurisdiction.ts';
import type { Evidence, Source } from '../../schemas/provenance.ts';
import { date, dayOfYear, duration } from '../../register/format.ts';
import { pageTexts } from '../../texts/texts.ts';
import { translator, type Text, type Translator } from '../../register/localise.ts';
import { urls } from '../urls.ts';
import { evidenceView, type EvidenceView, type ViewContext } from './evidence.ts';

export interface BodyLink {
  name: Text;
  /** Only where the name does not hold it. */
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
  /** To whom the yearly report goes. */
  to?: Text;
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
  inForceFrom?: string;
  limits: TimeLimitRow[];
  /** The sources that the description of the Act cites: texts of laws, and what others write about it. */
  sources: { texts: Source[]; about: Source[] };
  reviewer?: { href: string };
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

function bodyLinks(
  register: Register,
  bodies: Jurisdiction['oversightLadder'],
  key: string,
  t: Translator,
  language: Language,
): BodyLink[] {
  return bodies.flatMap((body, i) => {
    const agency = register.agencies.get(body.agency);
    if (!agency) return [];
    const name = translator(agency.data, language)(agency.data.name, 'name');
    const beside = acronymBeside(name.text, agency.data.acronym);
    return [
      {
        name,
        ...(beside ? { acronym: beside } : {}),
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
    ...(law.inForceFrom ? { inForceFrom: date(law.inForceFrom, context.language) } : {}),
    limits: limitRows(law, t, context),
    sources: sourcesOn(law, context.sources),
    ...(reviewer ? { reviewer: { href: urls.charter(context.language, reviewer) } } : {}),
  };
}

function sourcesOn(law: Law, sources: Source[]): LawView['sources'] {
  const cited = new Set<string>();
  JSON.stringify(law, (key, value: unknown) => {
    if (key === 'evidence') for (const id of (value as Evidence).sources) cited.add(id);
    return value;
  });
  const own = sources.filter(({ id }) => cited.has(id));
  return { texts: own.filter(({ kind }) => kind === 'law'), about: own.filter(({ kind }) => kind !== 'law') };
}

function limitRows(law: Law, t: Translator, context: ViewContext): TimeLimitRow[] {
  const keys: TimeLimitRow['key'][] = ['answer', 'urgent', 'extension', 'transfer', 'access', 'review', 'annualReport'];
  return keys.flatMap((key) => {
    const limit = law[key];
    if (!limit) return [];
    const path = ['informationLaw', key];
    const clockStarts = t(limit.clockStarts, ...path, 'clockStarts');
    const note = t(limit.note, ...path, 'note');
    const words = limitInWords(law, key, context.language);
    return [
      {
        key,
        ...(words ? { limit: words } : {}),
        ...(key === 'annualReport' ? { to: t(law.annualReport.to, ...path, 'to') } : {}),
        ...(key === 'transfer' && law.transfer?.atMost
          ? { atMost: duration(law.transfer.atMost, context.language) }
          : {}),
        ...(key === 'transfer' && law.transfer?.restartsClock !== undefined
          ? { restartsClock: law.transfer.restartsClock }
          : {}),
        section: limit.section,
        ...(clockStarts ? { clockStarts } : {}),
        ...(note ? { note } : {}),
        grounds:
          key === 'extension'
            ? (law.extension?.grounds ?? []).map((ground, i) => t(ground, ...path, 'grounds', i))
            : [],
        wordingRead: limit.wordingRead,
        evidence: evidenceView(limit.evidence, context, { figure: words !== undefined }),
      },
    ];
  });
}

/** The yearly report is due on a day of the calendar; what else the law sets is counted from an event. */
function limitInWords(law: Law, key: TimeLimitRow['key'], language: Language): string | undefined {
  const limit = law[key]?.limit;
  const words = limit && duration(limit, language);
  if (key !== 'annualReport') return words;
  const due = pageTexts('rights', language).due({ day: dayOfYear(law.annualReport.dueOn, language) });
  return words ? `${due} (${words})` : due;
}

/** Gives the offices of a country that can be asked for information, by name, with the form of each. */
export function officesToAsk({ agencies }: JurisdictionView, language: Language): { name: string; href: string }[] {
  return agencies
    .filter(({ data }) => data.status !== 'dissolved')
    .map((agency) => ({
      name: translator(agency.data, language)(agency.data.name, 'name').text,
      href: urls.request(language, agency),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}

/** Gives the view of an agency's jurisdiction. The content check makes sure that it exists. */
export function jurisdictionOf(
  register: Register,
  agency: Agency,
  options: { language: Language; today: Date },
): JurisdictionView {
  const entry = register.jurisdictions.get(agency.data.jurisdiction);
  if (!entry) throw new Error(`No jurisdiction "${agency.data.jurisdiction}" in the register.`);
  return jurisdictionView(register, entry, options);
}
