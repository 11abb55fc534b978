import type { CharterInput } from '../../schemas/charter.ts';
import {
  asStatement,
  linesOf,
  oneLine,
  plain,
  withoutBullet,
  type Block,
  type Item,
  type Paragraph,
} from '../blocks.ts';
import { LINE_MAX } from '../texts/quote.ts';
import type { SectionKind } from './section-names.ts';
import type { Section } from './sections.ts';
import type { Recognition } from './recognition.ts';

const STATEMENT_MAX = 4000;
/** Headings that say no more than the label of the field; any other heading is kept in the evidence. */
const PLAIN_HEADINGS =
  /^(?:our )?(?:vision|mission|mandate|core values|core functions|values|functions|standards|customers|service pledge|dira|dhima|dhamira|maadili)(?: statement)?$/;

const statements: Partial<Record<SectionKind, 'vision' | 'mission' | 'mandate' | 'pledge'>> = {
  vision: 'vision',
  mission: 'mission',
  mandate: 'mandate',
  pledge: 'pledge',
};
const lists: Partial<
  Record<SectionKind, 'coreValues' | 'coreFunctions' | 'customerGroups' | 'customerRights' | 'customerObligations'>
> = {
  coreValues: 'coreValues',
  coreFunctions: 'coreFunctions',
  customers: 'customerGroups',
  rights: 'customerRights',
  obligations: 'customerObligations',
};

/** Recognises vision, mission, mandate and pledge: the paragraphs under their headings. */
export function recogniseStatements(work: Recognition): void {
  eachSection(work, (section, kind) => {
    const field = statements[kind];
    if (!field || work.draft.charter[field]) return;
    const paragraphs = untaken(work, section).filter((block): block is Paragraph => block.kind === 'paragraph');
    // A vision or mission is one paragraph; what follows it may be anything.
    const chosen = field === 'vision' || field === 'mission' ? paragraphs.slice(0, 1) : paragraphs;
    const text = chosen.map((block) => block.text.replace(/\n/g, ' ')).join('\n\n');
    if (text === '' || text.length > STATEMENT_MAX) return;
    work.draft.charter[field] = { text, evidence: work.evidence(headingNote(section, [])) };
    work.take(section.heading, ...chosen);
  });
}

/** Recognises core values, core functions, customer groups, rights and obligations: the items under their headings. */
export function recogniseLists(work: Recognition): void {
  eachSection(work, (section, kind) => {
    const field = lists[kind];
    if (!field || work.draft.charter[field]) return;
    const found = itemsOf(work, section, STATEMENT_MAX);
    if (found.items.length === 0) return;
    work.draft.charter[field] = { items: found.items, evidence: work.evidence(headingNote(section, found.leadIns)) };
    work.take(section.heading, ...found.passages);
  });
}

/** Recognises general standards. Each item is one promise without a measure of its own. */
export function recogniseStandards(work: Recognition): void {
  eachSection(work, (section, kind) => {
    if (kind !== 'standards' || work.draft.charter.standards) return;
    const found = itemsOf(work, section, LINE_MAX);
    if (found.items.length === 0) return;
    const evidence = work.evidence(headingNote(section, found.leadIns));
    work.draft.charter.standards = found.items.map((metric): NonNullable<CharterInput['standards']>[number] => ({
      metric,
      evidence,
    }));
    work.take(section.heading, ...found.passages);
  });
}

function eachSection(work: Recognition, visit: (section: Section, kind: SectionKind) => void): void {
  for (const section of work.sections)
    if (section.kind && section.heading && !work.isTaken(section.heading)) visit(section, section.kind);
}

function untaken(work: Recognition, section: Section): Block[] {
  return section.blocks.filter((block) => !work.isTaken(block));
}

interface FoundItems {
  items: string[];
  /** Sentences that introduce the list, such as "Our core values are:". */
  leadIns: string[];
  passages: (Block | Item)[];
}

/**
 * The items of a section: of its lists, or where it has none, its paragraphs line by line. Items longer than
 * `max` are left.
 */
function itemsOf(work: Recognition, section: Section, max: number): FoundItems {
  const found: FoundItems = { items: [], leadIns: [], passages: [] };
  const blocks = untaken(work, section).filter((block) => block.kind === 'list' || block.kind === 'paragraph');
  const hasList = blocks.some((block) => block.kind === 'list');
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'list') {
      for (const item of block.items) addItem(found, item, [item.text], max);
    } else if (/[:：]$/.test(block.text) && block.text.length < LINE_MAX) {
      found.leadIns.push(oneLine(block.text));
      found.passages.push(block);
    } else if (!hasList || (index > 0 && isBulleted(block))) addItem(found, block, linesOf(block.text), max);
  }
  return found;
}

function addItem(found: FoundItems, passage: Block | Item, lines: string[], max: number): void {
  const items = lines.map(asStatement).filter((line) => line !== '');
  if (items.length === 0 || items.some((item) => item.length > max)) return;
  found.items.push(...items);
  found.passages.push(passage);
}

function isBulleted(block: Paragraph): boolean {
  return linesOf(block.text).every((line) => withoutBullet(line) !== line);
}

/** Keeps the words of a heading and of the sentence before a list, for which the charter has no field. */
function headingNote(section: Section, leadIns: string[]): string | undefined {
  const heading = section.heading?.text ?? '';
  const parts = [PLAIN_HEADINGS.test(plain(heading)) ? '' : `Under the heading "${heading}".`, ...leadIns].filter(
    (part) => part !== '',
  );
  return parts.length > 0 ? parts.join(' ') : undefined;
}
