import { plain, type Block } from '../blocks.ts';
import { recogniseMotto, recogniseNoExtraPayment, recognisePublisher } from './small-passages.ts';
import { recogniseRedress } from './redress.ts';
import { sectionOf } from './section-names.ts';
import { recogniseServicesTables } from './services-table.ts';
import { recogniseLists, recogniseStandards, recogniseStatements } from './statements.ts';
import { recogniseStepTables } from './step-tables.ts';
import { recogniseTitle } from './title.ts';
import { Recognition, type ImportOptions, type RegisterKnowledge } from './recognition.ts';

/**
 * Every recogniser, in the order in which they take their passages: first what tells its meaning by itself,
 * then what is known by the heading it stands under. A new kind of passage is one more function in this list.
 */
const recognisers: ((work: Recognition) => void)[] = [
  recogniseLanguage,
  recogniseTitle,
  recogniseStepTables,
  recogniseServicesTables,
  recogniseMotto,
  recognisePublisher,
  recogniseNoExtraPayment,
  recogniseRedress,
  recogniseStatements,
  recogniseLists,
  recogniseStandards,
  recogniseHeadingsOfPlacedParts,
];

/** Recognises what it can in a document and gives the state with the draft, the remarks and what remains. */
export function recognise(blocks: Block[], options: ImportOptions, surroundings: RegisterKnowledge): Recognition {
  const work = new Recognition(blocks, options, surroundings);
  for (const recogniser of recognisers) recogniser(work);
  return work;
}

/** The language of a charter is that of most headings that were understood. */
function recogniseLanguage(work: Recognition): void {
  const known = work.sections.flatMap((section) =>
    section.heading ? [sectionOf(section.heading.text)?.language] : [],
  );
  const kiswahili = known.filter((language) => language === 'sw').length;
  const headers = work.blocks
    .flatMap((block) => (block.kind === 'table' ? (block.rows[0]?.cells ?? []) : []))
    .map(plain);
  const tables = headers.some((cell) => /^(?:huduma|mahitaji|gharama|muda)\b/.test(cell)) ? 1 : 0;
  const language =
    work.options.language ?? (kiswahili + tables > known.filter((found) => found === 'en').length ? 'sw' : undefined);
  if (language) work.draft.charter.language = language;
}

/** A heading over services or other parts that were all placed says nothing more of its own. */
function recogniseHeadingsOfPlacedParts(work: Recognition): void {
  for (const { heading, kind, blocks } of work.sections) {
    if (!heading || kind !== 'services' || blocks.length === 0) continue;
    if (
      blocks.every(
        (block) => work.isTaken(block) || (block.kind === 'table' && block.rows.every((row) => work.isTaken(row))),
      )
    )
      work.take(heading);
  }
}
