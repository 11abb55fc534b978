import type { CharterInput } from '../../schemas/charter.ts';
import { linesOf, oneLine, plain, type Block, type Heading, type Row } from '../blocks.ts';
import { looksLikeContact, readContact } from '../texts/contact-text.ts';
import { toSlug } from '../texts/names.ts';
import { LINE_MAX } from '../texts/quote.ts';
import type { Section } from './sections.ts';
import type { OversightBody, Recognition } from './recognition.ts';

type ContactInput = NonNullable<CharterInput['contacts']>[number];
type RungInput = NonNullable<CharterInput['redress']>[number];

const REPORT_TO =
  /\b(?:report(?:ed)?|complain(?:ts?|ed)?|forward(?:ed)?|direct(?:ed)?|address(?:ed)?|channel(?:l?ed)?|send|sent|submit(?:ted)?)\b[\s\S]*\bto\s*:?\s*$/i;
const ADDRESSEE =
  /^[^@\d]{0,120}?\b(?:secretary|director|officer|commission|commissioner|manager|chief|principal|registrar|ombudsman|head|chair\w*|clerk|general|mkurugenzi|katibu|mkuu|afisa|ofisi|office)\b/i;

/** One block of contact details: its text and the passages it was written in. */
interface Group {
  lines: string[];
  passages: (Block | Row)[];
  place: string;
}

/**
 * Recognises where to complain and how to reach the agency: contact details under a heading or after "should be
 * reported to:".
 */
export function recogniseRedress(work: Recognition): void {
  const contactIds = new Set<string>();
  for (const section of work.sections) {
    const leadIn = section.blocks.find(
      (block) =>
        block.kind === 'paragraph' &&
        !work.isTaken(block) &&
        block.text.length <= LINE_MAX &&
        REPORT_TO.test(block.text),
    );
    if (section.kind !== 'redress' && section.kind !== 'contacts' && !leadIn) continue;
    const forComplaints = section.kind === 'redress' || leadIn !== undefined;
    const after = leadIn && section.kind === undefined ? section.blocks.indexOf(leadIn) + 1 : 0;
    const groups = groupsOf(
      work,
      section.blocks.slice(after).filter((block) => block !== leadIn),
    );
    if (groups.length === 0) continue;
    const note = leadIn?.kind === 'paragraph' ? oneLine(leadIn.text).replace(/\s*:$/, '') : undefined;
    for (const group of groups) place(work, group, forComplaints, section, note, contactIds);
    work.take(section.heading, leadIn);
  }
}

function place(
  work: Recognition,
  group: Group,
  forComplaints: boolean,
  section: Section,
  note: string | undefined,
  ids: Set<string>,
): void {
  const text = group.lines.join('\n');
  const evidence = work.evidence(headingNote(section.heading));
  const body = forComplaints ? oversightBodyIn(work, text) : undefined;
  if (body) {
    const printed = `As the charter prints it: ${oneLine(text)}`;
    if (printed.length <= LINE_MAX) {
      addRung(work, { agency: body.id, note: printed, evidence });
      work.take(...group.passages);
      return;
    }
  }
  const { website, doubts, ...read } = readContact(text, work.country?.callingCode);
  const title = read.title || section.heading?.text || work.options.name || work.draft.charter.name;
  if (!title || title.length > LINE_MAX || (read.address?.length ?? 0) > 4000) return;
  const reachable = { ...read, title };
  for (const doubt of doubts) work.remark(group.place, `${title}: ${doubt}.`);
  const id = toSlug(title.replace(/^the\s+/i, '').split('/')[0] ?? '', ids, 'contact');
  const contact: ContactInput = {
    id,
    roles: [forComplaints ? 'complaint' : 'general'],
    ...reachable,
    ...noteOf(
      website && work.draft.charter.website ? `Website: ${website}` : '',
      doubts.length > 0 ? `As the charter prints it: ${oneLine(text)}` : '',
    ),
    evidence,
  };
  work.draft.charter.contacts = [...(work.draft.charter.contacts ?? []), contact];
  if (website && !work.draft.charter.website) work.draft.charter.website = website;
  if (forComplaints) addRung(work, { contact: id, ...(note ? { note } : {}), evidence });
  work.take(...group.passages);
}

function noteOf(...parts: string[]): { note?: string } {
  const note = parts.filter((part) => part !== '').join('\n');
  return note && note.length <= 4000 ? { note } : {};
}

function addRung(work: Recognition, rung: RungInput): void {
  work.draft.charter.redress = [...(work.draft.charter.redress ?? []), { ...rung, role: 'complaint' }];
}

/**
 * Finds the oversight body of the country that a text names, so that its contact details stay in its own charter alone.
 */
function oversightBodyIn(work: Recognition, text: string): OversightBody | undefined {
  const words = ` ${plain(text)} `;
  return work.surroundings.oversight.find(
    (body) =>
      body.id !== work.options.agencyId &&
      body.jurisdiction === work.country?.id &&
      body.names.some((name) => plain(name).length >= 12 && words.includes(` ${plain(name)} `)),
  );
}

/**
 * Sorts the passages of a section into blocks of contact details; a new addressee after a number or address starts the
 * next.
 */
function groupsOf(work: Recognition, blocks: Block[]): Group[] {
  const groups: Group[] = [];
  let open: Group | undefined;
  for (const block of blocks) {
    if (work.isTaken(block)) continue;
    if (block.kind === 'table') {
      open = undefined;
      for (const row of block.rows) {
        const cells = row.cells.filter((cell) => cell !== '');
        if (cells.length > 0 && cells.every(looksLikeContact))
          cells.forEach((cell) => groups.push({ lines: linesOf(cell), passages: [row], place: row.place }));
      }
    } else {
      const lines = block.kind === 'list' ? block.items.map((item) => item.text) : linesOf(block.text);
      const starts = !open || (looksLikeContact(open.lines.join('\n')) && ADDRESSEE.test(lines[0] ?? ''));
      if (open && !starts) {
        open.lines.push(...lines);
        open.passages.push(block);
      } else if (ADDRESSEE.test(lines[0] ?? '') || looksLikeContact(lines.join('\n'))) {
        open = { lines, passages: [block], place: block.place };
        groups.push(open);
      }
    }
  }
  return groups.filter((group) => looksLikeContact(group.lines.join('\n')));
}

function headingNote(heading: Heading | undefined): string | undefined {
  return heading && !/^(?:our )?(?:contacts?|contact us|mawasiliano)$/.test(plain(heading.text))
    ? `Under the heading "${heading.text}".`
    : undefined;
}
