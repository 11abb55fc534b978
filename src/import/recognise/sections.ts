import { linesOf, type Block, type Heading } from '../blocks.ts';
import { sectionOf, type SectionKind } from './section-names.ts';

/** A heading with what stands under it. The first section of a document may have no heading. */
export interface Section {
  heading?: Heading;
  kind?: SectionKind;
  blocks: Block[];
}

/**
 * Finds the headings that nobody marked as such: "Vision: To be …" is taken apart, a short paragraph with the name
 * of a known part is a heading, and so is a short bold one, except among contacts, where bold marks the addressee.
 */
export function withHeadings(blocks: Block[]): Block[] {
  let within: SectionKind | undefined;
  return blocks.flatMap((block) => {
    const found = block.kind === 'paragraph' ? headingIn(block, within) : [block];
    for (const part of found) if (part.kind === 'heading') within = sectionOf(part.text)?.kind;
    return found;
  });
}

/** Sorts blocks into sections by their headings. */
export function toSections(blocks: Block[]): Section[] {
  const sections: Section[] = [{ blocks: [] }];
  for (const block of blocks) {
    if (block.kind === 'heading') {
      const kind = sectionOf(block.text)?.kind;
      sections.push({ heading: block, ...(kind ? { kind } : {}), blocks: [] });
    } else sections.at(-1)?.blocks.push(block);
  }
  return sections;
}

function headingIn(block: Block & { kind: 'paragraph' }, within: SectionKind | undefined): Block[] {
  const lines = linesOf(block.text);
  const [first = ''] = lines;
  const title = first.replace(/\s*:$/, '');
  const heading = (text: string): Heading => ({ kind: 'heading', text, place: block.place });
  if (first.length <= 90 && !/[.,;]$/.test(first) && sectionOf(title) && !/:\s*\S/.test(first)) {
    const rest = lines.slice(1).join('\n');
    return rest ? [heading(title), { ...block, strong: false, text: rest }] : [heading(title)];
  }
  const label = /^([^:]{3,60}):\s+(\S[\s\S]*)$/.exec(block.text);
  if (label && sectionOf(label[1] ?? ''))
    return [heading(label[1] ?? ''), { ...block, strong: false, text: label[2] ?? '' }];
  const bold = block.strong && lines.length === 1 && first.length <= 90 && !/[.,;:”"]$/.test(first);
  return bold && within !== 'redress' && within !== 'contacts' ? [heading(first)] : [block];
}
