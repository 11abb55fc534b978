import type { Localised } from '../../register/localise.ts';
import type { Charter } from '../../schemas/charter.ts';
import { phoneView, type PhoneView } from './contact.ts';
import { evidenceView, type EvidenceView, type ViewContext } from './evidence.ts';

type Read = Localised<Charter['offices'][number]>;

export type OfficeView = Omit<Read, 'phones' | 'evidence'> & {
  phones: PhoneView[];
  /** Absent where it is the one that all share. */
  evidence?: EvidenceView;
};

/** The offices of an agency: by region, where they are many. */
export interface OfficesView {
  groups: { region?: string; offices: OfficeView[] }[];
  count: number;
  /** So many that they stand folded. */
  folded: boolean;
  /** Where most of them are known from, told once. */
  shared?: EvidenceView;
}

/** From so many on, offices are branches: they are folded and grouped. */
export const MANY_OFFICES = 13;

/** Groups offices by region, in the order of the charter, and tells once what most of them rest on. */
export function officesView(offices: Read[], context: ViewContext): OfficesView {
  const folded = offices.length >= MANY_OFFICES;
  const shared = folded ? most(offices.map(({ evidence }) => JSON.stringify(evidence))) : undefined;
  const views = offices.map((office): OfficeView => {
    const { evidence, ...rest } = office;
    return {
      ...rest,
      phones: office.phones.map((phone) => phoneView(phone, context)),
      ...(JSON.stringify(evidence) === shared ? {} : { evidence: evidenceView(evidence, context) }),
    };
  });
  const common = offices.find(({ evidence }) => JSON.stringify(evidence) === shared);
  return {
    groups: folded
      ? [...Map.groupBy(views, ({ region }) => region)].map(([region, own]) => ({ region, offices: own }))
      : [{ offices: views }],
    count: offices.length,
    folded,
    ...(common ? { shared: evidenceView(common.evidence, context) } : {}),
  };
}

/** What occurs most often, where it is more than half. */
function most(texts: string[]): string | undefined {
  return [...Map.groupBy(texts, (text) => text)].find(([, same]) => same.length * 2 > texts.length)?.[0];
}
