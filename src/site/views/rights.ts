import type { Language } from '../../lib/locales.ts';
import type { Localised, Text } from '../../register/localise.ts';
import type { Register, RegisterEntry } from '../../register/register.ts';
import type { InformationLaw } from '../../schemas/information-law.ts';
import type { ReadEvidence, ReadSource } from '../../register/read-provenance.ts';
import { urls } from '../urls.ts';
import { writtenDay, evidenceView, type EvidenceView, type ViewContext, type ViewOptions } from './evidence.ts';
import { citations, type Citations } from './citations.ts';
import { agenciesIn } from './jurisdiction.ts';
import { lawView, type LawView } from './law.ts';
import { listView, statementView, type ListView, type StatementView } from './statement.ts';

type Section = Localised<InformationLaw['exemptions'][number]>;
type Offence = Localised<InformationLaw['offences'][number]>;
export type SectionView = Omit<Section, 'evidence'> & { evidence: EvidenceView };
export type OffenceView = Omit<Offence, 'evidence'> & { evidence: EvidenceView };

/** A whole information law, for the page of a country that tells it. */
export interface RightsView extends LawView {
  citation?: string;
  url?: string;
  inForceFrom?: string;
  whoMayAsk: StatementView;
  whomToAsk?: StatementView;
  howToAsk?: ListView;
  fee: StatementView;
  silence: StatementView;
  refusal?: StatementView;
  /** Where a refusal is reviewed, with the charter of the body where it has one here. */
  review?: { forum: Text; href?: string; evidence: EvidenceView };
  exemptions: SectionView[];
  offences: OffenceView[];
  proactive?: ListView;
  otherSections: SectionView[];
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
  const { informationLaw: law, sources } = register.in(options.language).jurisdiction(entry);
  const cited = citations([law], options.today);
  const view = lawView(register, entry, { ...options, citations: cited });
  if (!law || !view) return undefined;
  const context: ViewContext = { ...options, sources, citations: cited };
  const [first] = law.remedies;
  const reviewer = register.agencies.get(first?.agency ?? '');
  return {
    ...view,
    citation: law.citation,
    url: law.url,
    inForceFrom: writtenDay(law.inForceFrom, context),
    whoMayAsk: statementView(law.whoMayAsk, context),
    whomToAsk: statementView(law.whomToAsk, context),
    howToAsk: listView(law.howToAsk, context),
    fee: statementView(law.fee, context),
    silence: statementView(law.silence, context),
    refusal: statementView(law.refusal, context),
    ...(first && {
      review: {
        forum: first.forum,
        href: reviewer && urls.charter(options.language, reviewer),
        evidence: evidenceView(first.evidence, context),
      },
    }),
    exemptions: law.exemptions.map((section) => shown(section, context)),
    offences: law.offences.map((offence) => shown(offence, context)),
    proactive: listView(law.proactive, context),
    otherSections: law.otherSections.map((section) => shown(section, context)),
    gaps: law.gaps,
    sources: sourcesOn(entry.data.informationLaw, sources),
    among: sources,
    citations: cited,
    offices: officesToAsk(register, entry.id, options.language),
  };
}

function shown<Part extends { evidence: ReadEvidence }>(
  part: Part,
  context: ViewContext,
): Omit<Part, 'evidence'> & { evidence: EvidenceView } {
  return { ...part, evidence: evidenceView(part.evidence, context) };
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
