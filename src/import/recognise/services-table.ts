import { reservedForServices } from '../../register/reserved-names.ts';
import type { ServiceInput } from '../../schemas/service.ts';
import { linesOf, oneLine, ownCells, plain, withoutBullet, type Row, type Table } from '../blocks.ts';
import { isSheetError } from '../texts/accounting.ts';
import { readFees } from '../texts/fee-text.ts';
import { currencyInHeader } from '../texts/money.ts';
import { toSlug } from '../texts/names.ts';
import { LINE_MAX, chartersWords, isCut } from '../texts/quote.ts';
import { readTimes, unitInHeader } from '../texts/time-text.ts';
import { columnsOf, isServicesHeader, type Column, type ColumnRole } from './column-roles.ts';
import type { Recognition } from './recognition.ts';

/** A longer cell is no entry of a table but a text; it is left for a person. */
const CELL_MAX = 1900;
const NOTHING = /^(?:nil|none|n\/?a|not applicable|-+|–|—|hakuna)\.?$/i;

/** Recognises tables with one service a row, whatever the order of their columns. */
export function recogniseServicesTables(work: Recognition): void {
  for (const block of work.blocks) {
    if (block.kind === 'table' && !work.isTaken(block)) readTable(work, block);
  }
}

/**
 * The id for a service of this name: the one it has in the register, or a new one that no page of the portal has.
 */
export function serviceId(work: Recognition, name: string, place: string): string {
  const known = work.surroundings.serviceIds.get(plain(name));
  if (known && !work.slugs.has(known)) {
    work.slugs.add(known);
    return known;
  }
  const own = toSlug(name, new Set());
  if (!reservedForServices.has(own)) return toSlug(name, work.slugs);
  const id = toSlug(`${own} service`, work.slugs);
  work.remark(
    place,
    `${name}: its file is called ${id}, because the portal has a page of its own with the address "${own}".`,
  );
  return id;
}

/** Turns the text of a requirements cell into what to bring. Lines too long for a requirement come back as notes. */
export function readRequirements(text: string): Pick<ServiceInput, 'requirements' | 'requirementsNote' | 'notes'> {
  const items = linesOf(text)
    .flatMap((line) => withoutBullet(line).split(/;\s+(?:and\s+)?|;$/))
    .map((item) => withoutBullet(item))
    .filter((item) => item !== '');
  if (items.length === 0) return { requirementsNote: 'No requirement is stated.' };
  if (items.some(isSheetError)) return { requirementsNote: chartersWords(text) };
  if (items.length === 1 && NOTHING.test(items[0] ?? '')) return { requirementsNote: chartersWords(text) };
  const fitting = items.filter((item) => item.length <= LINE_MAX);
  const long = items.filter((item) => item.length > LINE_MAX).map((item) => `What to bring: ${item}`);
  return {
    ...(fitting.length > 0 ? { requirements: fitting.map((what) => ({ what })) } : {}),
    ...(long.length > 0 ? { notes: long } : {}),
  };
}

function readTable(work: Recognition, table: Table): void {
  let columns: Column[] | undefined;
  let group: string | undefined;
  for (const row of table.rows) {
    const here = columnsOf(row.cells);
    if (isServicesHeader(here) && here.filter((column) => column.role).length >= 2) {
      columns = here;
      work.take(row);
    } else if (columns && isGroupName(row, columns)) {
      group = oneLine(row.cells.join(' '));
      work.take(row);
    } else if (columns) readRow(work, row, columns, group);
  }
}

/** A row with a text in its first cell alone names the group of services below it. */
function isGroupName(row: Row, columns: Column[]): boolean {
  const filled = ownCells(row);
  const [first = ''] = row.cells;
  return (
    filled.length === 1 && columns.length > 2 && first === filled[0] && first.length <= 150 && !isSheetError(first)
  );
}

function readRow(work: Recognition, row: Row, columns: Column[], group: string | undefined): void {
  const cell = (role: ColumnRole): string =>
    cellAt(
      row,
      columns.findIndex((column) => column.role === role),
    );
  const header = (role: ColumnRole): string => columns.find((column) => column.role === role)?.heading ?? '';
  const name = withoutBullet(oneLine(cell('service')));
  const previous = work.draft.services.at(-1)?.data;
  const isContinued = row.fromAbove?.includes(columns.findIndex((column) => column.role === 'service')) ?? false;
  if (!name || isContinued) {
    if (!continueRequirements(work, row, cell('requirements'), previous) && previous && name)
      work.remark(
        row.place,
        `${previous.name}: only the first of its rows was read; this one is among what was not placed.`,
      );
    return;
  }
  if (isSheetError(name)) return;
  if (name.length > LINE_MAX || row.cells.some((text) => text.length > CELL_MAX)) return;
  const { notes: long = [], ...requirements } = readRequirements(cell('requirements'));
  const fees = readFees(
    cell('fee'),
    currencyInHeader(header('fee'), work.country?.currency) ?? work.country?.currency,
    work.evidence(),
  );
  const times = readTimes(cell('time'), unitInHeader(header('time')), work.evidence());
  const others = columns.flatMap((column, index) => describe(column, row.cells[index] ?? ''));
  // Cells beyond the last heading belong to no column; they are kept as they are.
  const beyond = row.cells.slice(columns.length).filter((text) => text !== '');
  const broken = row.cells.find(isSheetError);
  if (broken)
    work.remark(
      row.place,
      `${name}: a cell holds "${broken}", an error of the spreadsheet, where a value should stand.`,
    );
  for (const doubt of [fees.doubt, times.doubt]) if (doubt) work.remark(row.place, `${name}: ${doubt}.`);
  const cut = [cell('fee'), cell('time')]
    .filter((text) => isCut(oneLine(text)))
    .map((text) => `In the charter: ${oneLine(text)}`);
  const summary = oneLine(cell('description'));
  const responsible = oneLine(cell('responsible'));
  const notes = [...(group ? [`In the charter under “${group}”.`] : []), ...long, ...cut, ...others, ...beyond];
  if (others.length + beyond.length > 0)
    work.remark(row.place, `${name}: columns without a field of their own went into "Good to know".`);
  work.draft.services.push({
    id: serviceId(work, name, row.place),
    data: {
      name,
      ...(summary && summary.length <= LINE_MAX ? { summary } : {}),
      order: (work.draft.services.length + 1) * 10,
      ...(responsible && responsible.length <= LINE_MAX ? { responsible } : {}),
      ...requirements,
      fees: fees.fees,
      processingTimes: times.times,
      ...(summary.length > LINE_MAX ? { notes: [...notes, summary] } : notes.length > 0 ? { notes } : {}),
      evidence: work.evidence(),
    },
  });
  work.take(row);
}

/** What a column holds that a service has no field for, and what does not fit its field. */
function describe(column: Column, text: string): string[] {
  const value = oneLine(text);
  const placed =
    column.role !== undefined &&
    column.role !== 'channel' &&
    column.role !== 'where' &&
    column.role !== 'client' &&
    column.role !== 'agency';
  const tooLong = column.role === 'responsible' && value.length > LINE_MAX;
  return value === '' || (placed && !tooLong) ? [] : [`${column.heading || 'In the charter'}: ${value}`];
}

/** A row without a name of its own, under a cell that spans several rows, can only add to what to bring. */
function continueRequirements(work: Recognition, row: Row, text: string, previous: ServiceInput | undefined): boolean {
  const filled = ownCells(row);
  const { requirements } = readRequirements(text);
  if (!previous || filled.length !== 1 || filled[0] !== text || !requirements) return false;
  previous.requirements = [...(previous.requirements ?? []), ...requirements];
  work.take(row);
  return true;
}

/** The text of a column; a cell merged sideways belongs to each column that it covers. */
function cellAt(row: Row, column: number): string {
  let at = column;
  while (row.fromLeft?.includes(at)) at -= 1;
  return row.cells[at] ?? '';
}
