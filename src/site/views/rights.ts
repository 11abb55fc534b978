import type { Language } from '../../lib/locales.ts';
import type { Localised, Text } from '../../register/localise.ts';
import type { Register, RegisterEntry } from '../../register/register.ts';
import type { InformationLaw } from '../../schemas/information-law.ts';
import type { ReadEvidence, ReadSource } from '../../register/read-provenance.ts';
import { dayOfYear, money } from '../../register/format.ts';
import { urls } from '../urls.ts';
import { writtenDay, evidenceView, type EvidenceView, type ViewContext, type ViewOptions } from './evidence.ts';
import { citations, type Citations } from './citations.ts';
import { doorViews, type DoorView } from './doors.ts';
import { agenciesIn } from './jurisdiction.ts';
import { lawView, type LawView } from './law.ts';
import { reportDue, type LawRead } from './report-due.ts';
import { listView, statementView, type ListView, type StatementView } from './statement.ts';

type Section = Localised<InformationLaw['exemptions'][number]>;
type Offence = Localised<InformationLaw['offences'][number]>;
type OtherSection = LawRead['otherSections'][number];
/** What a section is looked up for; `undefined` for anything else. */
export type SectionSubject = OtherSection['about'];
export type SectionView = Omit<Section, 'evidence'> & { evidence: EvidenceView };
export type OffenceView = Omit<Offence, 'evidence'> & { evidence: EvidenceView };

/** The yearly report of each body, with its headings. */
export interface ReportView {
  /** "By 1 February each year", with the limit where the Act sets one. */
  due: string;
  to: Text;
  section: string;
  /** The day on which open requests are counted. */
  pendingOn?: string;
  headings: ShownPart<LawRead['annualReport']['headings'][number]>[];
}

/** A whole information law, for the page of a country that tells it. */
export interface RightsView extends LawView {
  citation?: string;
  url?: string;
  inForceFrom?: string;
  whoMayAsk: StatementView;
  whomToAsk?: StatementView;
  howToAsk?: ListView;
  oral?: SectionView;
  clarification?: SectionView & { stopsClock?: boolean };
  fee: StatementView;
  copyRates: { what: Text; amount: string; evidence: EvidenceView }[];
  freeOfCharge?: ListView;
  deposit?: SectionView & { stopsClock?: boolean };
  silence: StatementView;
  refusal?: StatementView;
  /** Where one turns after a refusal or silence, in the order of the Act. */
  doors: DoorView[];
  exemptions: SectionView[];
  offences: OffenceView[];
  proactive: (SectionView & { id: string })[];
  report: ReportView;
  /** Sections that are neither limits nor exemptions, by what they are about. */
  otherSections: { about: SectionSubject; sections: SectionView[] }[];
  gaps: Text[];
  /** The sources that the description of the Act cites: texts of laws, and what others write about it. */
  sources: { texts: ReadSource[]; about: ReadSource[] };
  /** The whole list by which they are numbered. */
  among: ReadSource[];
  /** What the description of the Act rests on. */
  citations: Citations;
  offices: { name: string; href: string }[];
}

/** Makes the information law of a country ready for its own page; undefined where none is described. */
export function rightsView(
  register: Register,
  entry: RegisterEntry<'jurisdictions'>,
  options: ViewOptions,
): RightsView | undefined {
  const { informationLaw: law, sources, currency } = register.in(options.language).jurisdiction(entry);
  const cited = citations([law], options.today);
  const view = lawView(register, entry, { ...options, citations: cited });
  if (!law || !view) return undefined;
  const context: ViewContext = { ...options, sources, citations: cited };
  return {
    ...view,
    citation: law.citation,
    url: law.url,
    inForceFrom: writtenDay(law.inForceFrom, context),
    whoMayAsk: statementView(law.whoMayAsk, context),
    whomToAsk: statementView(law.whomToAsk, context),
    howToAsk: listView(law.howToAsk, context),
    oral: law.oral && shown(law.oral, context),
    clarification: law.clarification && shown(law.clarification, context),
    copyRates: law.copyRates.map((rate) => ({ ...shown(rate, context), amount: money(rate.amount, currency) })),
    freeOfCharge: listView(law.freeOfCharge, context),
    deposit: law.deposit && shown(law.deposit, context),
    fee: statementView(law.fee, context),
    silence: statementView(law.silence, context),
    refusal: statementView(law.refusal, context),
    doors: doorViews(law, register, context),
    exemptions: law.exemptions.map((section) => shown(section, context)),
    offences: law.offences.map((offence) => shown(offence, context)),
    proactive: law.proactive.map((duty) => shown(duty, context)),
    report: reportView(law, context),
    otherSections: bySubject(law.otherSections, context),
    gaps: law.gaps,
    sources: sourcesOn(entry.data.informationLaw, sources),
    among: sources,
    citations: cited,
    offices: officesToAsk(register, entry.id, options.language),
  };
}

type ShownPart<Part> = Omit<Part, 'evidence'> & { evidence: EvidenceView };

function shown<Part extends { evidence: ReadEvidence }>(part: Part, context: ViewContext): ShownPart<Part> {
  return { ...part, evidence: evidenceView(part.evidence, context) };
}

function reportView(law: LawRead, context: ViewContext): ReportView {
  const { to, section, pendingOn, headings } = law.annualReport;
  return {
    due: reportDue(law, context),
    to,
    section,
    pendingOn: pendingOn && dayOfYear(pendingOn, context.language),
    headings: headings.map((heading) => shown(heading, context)),
  };
}

function bySubject(sections: OtherSection[], context: ViewContext): RightsView['otherSections'] {
  return [...Map.groupBy(sections, ({ about }) => about)].map(([about, group]) => ({
    about,
    sections: group.map((section) => shown(section, context)),
  }));
}

function sourcesOn(law: InformationLaw | undefined, sources: ReadSource[]): RightsView['sources'] {
  const cited = new Set<string>();
  JSON.stringify(law, (key, value: unknown) => {
    if (key === 'evidence') for (const id of (value as ReadEvidence).sources) cited.add(id);
    return value;
  });
  const own = sources.filter(({ id }) => cited.has(id));
  return { texts: own.filter(({ kind }) => kind === 'law'), about: own.filter(({ kind }) => kind !== 'law') };
}

/** The offices of a country that can be asked for information, by name, with the form of each. */
function officesToAsk(register: Register, id: string, language: Language): RightsView['offices'] {
  return agenciesIn(register, id)
    .filter(({ data }) => data.status !== 'dissolved')
    .map((agency) => ({
      name: register.in(language).charter(agency).name.text,
      href: urls.request(language, agency),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}
