import { linesOf, oneLine, plain, type Block } from '../blocks.ts';
import { readDate } from '../texts/date-text.ts';
import { inTitleCase } from '../texts/names.ts';
import { LINE_MAX } from '../texts/quote.ts';
import type { Recognition } from './recognition.ts';

const CHARTER = /\bcharter\b|\bmkataba wa (?:huduma|utoaji)\b/i;
const EDITION =
  /^(?:revised|edition|version|reviewed|updated|effective|toleo|(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth)\s+edition)\b/i;
const GENERIC =
  /\b(?:(?:customers?|citizens?|clients?)[’']?s?\s+)?service\s+(?:delivery\s+)?charter\b|\bcitizens?[’']?s?\s+charter\b|\bcharter\b|\bmkataba wa (?:huduma|utoaji)(?: kwa)?(?: wa)?(?: m?w?teja)?\b/gi;

/**
 * Recognises what stands before the first part of a charter: country, agency, title, edition and the opening
 * declaration.
 */
export function recogniseTitle(work: Recognition): void {
  const opening = openingOf(work);
  const names: Block[] = [];
  for (const block of opening) {
    const text = oneLine(block.kind === 'heading' || block.kind === 'paragraph' ? block.text : '');
    if (!text) continue;
    const sentence = /[.!]$/.test(text) || text.length > 150;
    if (takeCountry(work, block, text)) continue;
    if (sentence) takeDeclaration(work, block, text);
    else if (EDITION.test(text) || (/^\p{L}+,?\s+\d{4}$/u.test(text) && readDate(text) !== undefined))
      takeEdition(work, block, text);
    else if (CHARTER.test(text)) takeTitle(work, block, text);
    else if (text.length <= LINE_MAX && block.place !== '') names.push(block);
  }
  takeNames(work, names);
}

/** Blocks before the first known section or table. Only there may a short line be the name of the agency. */
function openingOf(work: Recognition): Block[] {
  const blocks: Block[] = [];
  for (const section of work.sections) {
    if (section.kind) break;
    if (section.heading) blocks.push(section.heading);
    const table = section.blocks.findIndex((block) => block.kind === 'table');
    blocks.push(...(table < 0 ? section.blocks : section.blocks.slice(0, table)));
    if (table >= 0) break;
  }
  return blocks;
}

function takeCountry(work: Recognition, block: Block, text: string): boolean {
  const words = plain(text).replace(
    /^(?:the )?(?:(?:united |federal )?republic of |jamhuri ya (?:muungano wa )?)(?:the )?/,
    '',
  );
  const country = work.surroundings.countries.find(
    ({ name }) => plain(name) === words || plain(name) === words.replace(/^tanzania.*/, 'tanzania'),
  );
  if (!country) return false;
  work.country ??= country;
  work.take(block);
  return true;
}

function takeTitle(work: Recognition, block: Block, text: string): void {
  if (work.draft.documentTitle) return;
  work.draft.documentTitle = inTitleCase(text);
  work.take(block);
  const rest = text
    .replace(GENERIC, '')
    .replace(/^\W+|\W+$/g, '')
    .replace(/^(?:of|for|by)\s+(?:the\s+)?/i, '');
  if (/\p{L}{3}/u.test(rest)) work.draft.charter.name = inTitleCase(rest);
}

function takeEdition(work: Recognition, block: Block, text: string): void {
  if (work.draft.charter.edition) return;
  work.draft.charter.edition = text;
  const date = readDate(text);
  work.asOf ??= date;
  if (!date && /\d/.test(text))
    work.remark(
      block.place,
      `The date in "${text.slice(0, 100)}" was not understood. Say it with --as-of, for example 2019-07.`,
    );
  work.take(block);
}

function takeDeclaration(work: Recognition, block: Block, text: string): void {
  if (work.draft.charter.pledge || text.length > 4000 || !/charter|commit|pledge|promise|mkataba|ahadi/i.test(text))
    return;
  // The evidence is made anew at the end, when the edition and so the date is known.
  work.draft.charter.pledge = { text: linesOf(text).join('\n'), evidence: work.evidence() };
  work.take(block);
}

/** The line closest to the title names the agency; the lines above it name what it belongs to. */
function takeNames(work: Recognition, blocks: Block[]): void {
  const { charter } = work.draft;
  if (!work.draft.documentTitle && blocks.length > 4) return;
  const texts = blocks.map((block) => inTitleCase(oneLine('text' in block ? block.text : '')));
  if (!charter.name) charter.name = texts.pop();
  const parent = texts.reverse().join(', ');
  if (parent && parent.length <= LINE_MAX) charter.parent = parent;
  else if (parent) return;
  work.take(...blocks);
}
