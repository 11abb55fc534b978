import type { CharterInput } from '../../schemas/charter.ts';
import type { ServiceInput } from '../../schemas/service.ts';
import type { Verification } from '../../schemas/provenance.ts';
import { ownCells, type Block, type Item, type Remark, type Row } from '../blocks.ts';
import type { EvidenceInput } from '../texts/fee-text.ts';
import { LINE_MAX } from '../texts/quote.ts';
import { toSections, withHeadings, type Section } from './sections.ts';

/** What the importer is told beside the document. */
export interface ImportOptions {
  agencyId: string;
  name?: string;
  type?: string;
  jurisdiction?: string;
  language?: string;
  sourceTitle?: string;
  sourceUrl?: string;
  sourceKind: Verification;
  /** Id of a source that the agency's charter lists already; for documents that hold only a table of services. */
  sourceId?: string;
  asOf?: string;
}

export interface Country {
  id: string;
  name: string;
  currency: string;
  callingCode?: string;
}

/** A body of the register to which a charter may send complaints. */
export interface OversightBody {
  id: string;
  jurisdiction: string;
  names: string[];
}

/** What is already in the register and helps to understand the document. */
export interface RegisterKnowledge {
  countries: Country[];
  oversight: OversightBody[];
  /** Ids of the agency's services by the plain form of their names. */
  serviceIds: Map<string, string>;
  /** The agency's own country, when its charter is in the register. */
  jurisdiction?: string;
}

export interface DraftService {
  id: string;
  data: ServiceInput;
}

export interface Draft {
  charter: Partial<CharterInput>;
  services: DraftService[];
  /** Texts for which the charter has no field of its own; they go under a heading in its body. */
  body: { heading: string; text: string }[];
  sourceNote?: string;
  documentTitle?: string;
}

type Passage = Block | Row | Item;

/**
 * The state of one import. Each recogniser takes the passages that it understands out of the document and puts
 * them into the draft; what nobody took at the end is listed.
 */
export class Recognition {
  readonly blocks: Block[];
  readonly sections: Section[];
  readonly draft: Draft = { charter: {}, services: [], body: [] };
  readonly remarks: Remark[] = [];
  readonly slugs = new Set<string>();
  readonly options: ImportOptions;
  readonly surroundings: RegisterKnowledge;
  country: Country | undefined;
  /** The date for which the document speaks, as exactly as it says. */
  asOf: string | undefined;
  private readonly taken = new Set<Passage>();

  constructor(blocks: Block[], options: ImportOptions, surroundings: RegisterKnowledge) {
    this.blocks = withHeadings(blocks);
    this.sections = toSections(this.blocks);
    this.options = options;
    this.surroundings = surroundings;
    this.asOf = options.asOf;
    const countryId = options.jurisdiction ?? surroundings.jurisdiction;
    this.country = surroundings.countries.find((country) => country.id === countryId);
  }

  take(...passages: (Passage | undefined)[]): void {
    for (const passage of passages) if (passage) this.taken.add(passage);
  }

  isTaken(passage: Passage): boolean {
    return this.taken.has(passage);
  }

  /** Notes something that a person must look at. */
  remark(place: string, text: string): void {
    this.remarks.push({ place, text });
  }

  /** The evidence for a statement of this document; `note` says under which words it stands there. */
  evidence(note?: string): EvidenceInput {
    return {
      sources: [this.options.sourceId ?? 's1'],
      ...(this.asOf ? { asOf: this.asOf } : {}),
      verification: this.options.sourceKind,
      ...(note && note.length <= LINE_MAX ? { note } : {}),
    };
  }

  /** Every passage that nobody took, with its place, in the order of the document. */
  remaining(): Remark[] {
    return this.blocks.flatMap((block): Remark[] => {
      if (this.taken.has(block)) return [];
      if (block.kind === 'table')
        return block.rows
          .filter((row) => !this.taken.has(row))
          .map((row) => ({ place: row.place, text: ownCells(row).join(' | ').replace(/\n/g, '; ') }));
      if (block.kind === 'list')
        return block.items
          .filter((item) => !this.taken.has(item))
          .map((item) => ({ place: item.place, text: item.text }));
      return [{ place: block.place, text: block.text.replace(/\n/g, ' ') }];
    });
  }
}
