import type { ServiceInput } from '../../schemas/service.ts';
import {
  oneLine,
  linesOf,
  plain,
  withoutBullet,
  withoutSectionNumber,
  type Block,
  type Row,
  type Table,
} from '../blocks.ts';
import { readFees } from '../texts/fee-text.ts';
import { LINE_MAX } from '../texts/quote.ts';
import { readMeasure, readTimes, type Measure } from '../texts/time-text.ts';
import { columnsOf, isStepsHeader, type Column, type ColumnRole } from './column-roles.ts';
import { readRequirements, serviceId } from './services-table.ts';
import type { Recognition } from './recognition.ts';

/** A longer cell is no step but a text; it is left for a person. */
const CELL_MAX = 1900;
const INFO = /^(?:office(?: or| and)? division|classification|type of transaction|who may avail)/;
const CLASSES: Record<string, ServiceInput['class']> = {
  simple: 'simple',
  complex: 'complex',
  'highly technical': 'highly-technical',
};
const AUDIENCES: [RegExp, 'citizens' | 'businesses' | 'government'][] = [
  [/g2c/i, 'citizens'],
  [/g2b/i, 'businesses'],
  [/g2g/i, 'government'],
];

/**
 * Recognises the layout that the Philippines prescribe (RA 11032): one service with its facts, requirements and steps.
 */
export function recogniseStepTables(work: Recognition): void {
  let before: Block[] = [];
  let current: ServiceSheet | undefined;
  for (const block of work.blocks) {
    if (block.kind !== 'table' || !block.rows.some((row) => isOfStepLayout(row))) {
      before.push(block);
      continue;
    }
    const title = findTitle(work, before);
    if (title) {
      current?.finish();
      current = new ServiceSheet(work, title, before.slice(before.indexOf(title) + 1));
    }
    current?.read(block);
    before = [];
  }
  current?.finish();
}

function isOfStepLayout(row: Row): boolean {
  return (
    isStepsHeader(columnsOf(row.cells)) ||
    INFO.test(plain(row.cells[0] ?? '')) ||
    /^checklist of requirements/.test(plain(row.cells[0] ?? ''))
  );
}

function findTitle(work: Recognition, before: Block[]): Block | undefined {
  const free = before.filter((block) => !work.isTaken(block));
  const isTitle = (block: Block): boolean =>
    (block.kind === 'heading' && block.text.length <= LINE_MAX) ||
    (block.kind === 'paragraph' &&
      block.text.length <= 200 &&
      (block.strong || /^\d+(?:\.\d+)*\.?\s+\S/.test(block.text)));
  return free.findLast(isTitle);
}

class ServiceSheet {
  private readonly work: Recognition;
  private readonly place: string;
  private readonly data: ServiceInput;
  private readonly notes: string[] = [];
  private readonly steps: NonNullable<ServiceInput['steps']> = [];
  private part: 'facts' | 'requirements' | 'steps' = 'facts';
  private columns: Column[] = [];

  constructor(work: Recognition, title: Block, description: Block[]) {
    this.work = work;
    this.place = title.place;
    const name = 'text' in title ? withoutSectionNumber(withoutBullet(oneLine(title.text))) : '';
    this.data = {
      name,
      order: (work.draft.services.length + 1) * 10,
      fees: [],
      processingTimes: [],
      evidence: work.evidence(),
    };
    work.take(title);
    for (const block of description) {
      if (block.kind !== 'paragraph' || work.isTaken(block)) continue;
      if (!this.data.summary && block.text.length <= LINE_MAX) this.data.summary = oneLine(block.text);
      else if (block.text.length <= 4000) this.notes.push(block.text);
      else continue;
      work.take(block);
    }
  }

  read(table: Table): void {
    for (const row of table.rows) {
      if (row.cells.some((cell) => cell.length > CELL_MAX)) continue;
      const columns = columnsOf(row.cells);
      const label = plain(row.cells[0] ?? '');
      if (isStepsHeader(columns)) {
        this.part = 'steps';
        this.columns = columns;
      } else if (/^checklist of requirements/.test(label)) this.part = 'requirements';
      else if (INFO.test(label)) this.readFact(label, row.cells.slice(1).filter(Boolean));
      else if (this.part === 'requirements') this.readRequirement(row);
      else if (this.part !== 'steps' || !this.readStep(row)) continue;
      this.work.take(row);
    }
  }

  finish(): void {
    const { work, data, steps } = this;
    const evidence = work.evidence();
    if (steps.length > 0) data.steps = steps;
    if (data.fees.length === 0) {
      const free = steps.length > 0 && steps.every((step) => step.fee === 0);
      data.fees = [
        free
          ? { kind: 'free', note: 'No step has a fee.', evidence }
          : { kind: 'not-stated', note: 'The charter gives no total; see the steps.', evidence },
      ];
      if (!free) work.remark(this.place, `${data.name}: the charter gives no total cost.`);
    }
    if (data.processingTimes.length === 0) {
      data.processingTimes = [{ kind: 'not-stated', note: 'The charter gives no total; see the steps.', evidence }];
      work.remark(this.place, `${data.name}: the charter gives no total time.`);
    }
    if (this.notes.length > 0) data.notes = this.notes;
    work.draft.services.push({ id: serviceId(work, data.name, this.place), data });
  }

  private readFact(label: string, values: string[]): void {
    const text = oneLine(values.join(' '));
    const classification = CLASSES[plain(text)];
    const audience = AUDIENCES.filter(([code]) => code.test(text)).map(([, name]) => name);
    if (/^office/.test(label) && text && text.length <= LINE_MAX) this.data.responsible = text;
    else if (/^classification/.test(label) && classification) this.data.class = classification;
    else if (/^type of/.test(label) && audience.length > 0) this.data.audience = audience;
    else if (/^who may/.test(label) && values.every((value) => value.length <= LINE_MAX))
      this.data.eligibility = values.flatMap((value) => linesOf(value));
    else if (text) this.notes.push(`${label[0]?.toUpperCase()}${label.slice(1)}: ${text}`);
  }

  private readRequirement(row: Row): void {
    const [what = '', ...where] = row.cells;
    const { requirements = [], requirementsNote, notes = [] } = readRequirements(what);
    const source = oneLine(where.filter(Boolean).join(', '));
    const note = source ? `Where to get it: ${source}` : '';
    const noted = requirements.map((requirement) =>
      note && note.length <= LINE_MAX ? { ...requirement, note } : requirement,
    );
    this.data.requirements = [...(this.data.requirements ?? []), ...noted];
    if (requirementsNote && noted.length === 0 && this.data.requirements.length === 0)
      this.data.requirementsNote = requirementsNote;
    this.notes.push(...notes, ...(note.length > LINE_MAX ? [`${oneLine(what)}: ${note}`] : []));
  }

  private readStep(row: Row): boolean {
    const cell = (role: ColumnRole): string =>
      row.cells[this.columns.findIndex((column) => column.role === role)] ?? '';
    const text = (role: ColumnRole): string => withoutSectionNumber(oneLine(cell(role)));
    if (row.cells.some((value) => /^(?:grand )?totals?\b/i.test(value.trim()))) {
      const currency = this.work.country?.currency;
      const fees = readFees(cell('fee'), currency, this.work.evidence());
      const times = readTimes(cell('time'), undefined, this.work.evidence());
      for (const doubt of [fees.doubt, times.doubt])
        if (doubt) this.work.remark(row.place, `${this.data.name}, total: ${doubt}.`);
      this.data.fees = fees.fees;
      this.data.processingTimes = times.times;
      return true;
    }
    const [client, agency, responsible] = [text('client'), text('agency'), text('responsible')];
    if ([client, agency, responsible].some((value) => value.length > LINE_MAX) || (!client && !agency)) return false;
    this.steps.push({
      ...(client ? { client } : {}),
      ...(agency ? { agency } : {}),
      ...this.stepFee(cell('fee'), row),
      ...this.stepTime(cell('time'), row),
      ...(responsible ? { responsible } : {}),
    });
    return true;
  }

  private stepFee(text: string, row: Row): { fee?: number; currency?: string } {
    const currency = this.work.country?.currency;
    const { fees } = readFees(text, currency, this.work.evidence());
    const [fee] = fees;
    if (fees.length === 1 && fee?.kind === 'free' && currency) return { fee: 0, currency };
    if (fees.length === 1 && fee?.kind === 'fixed' && !fee.per) return { fee: fee.amount, currency: fee.currency };
    this.keepWords('cost', text, row);
    return {};
  }

  private stepTime(text: string, row: Row): { duration?: Measure } {
    const measure = readMeasure(oneLine(text).replace(/\.$/, ''));
    if (measure) return { duration: measure };
    this.keepWords('time', text, row);
    return {};
  }

  /** A step has no room for words beside its figures; they are kept in the notes of the service. */
  private keepWords(what: string, text: string, row: Row): void {
    const words = oneLine(text);
    if (!words || /^-+$/.test(words)) return;
    this.notes.push(`Step ${this.steps.length + 1}, ${what}: ${words}`);
    this.work.remark(
      row.place,
      `${this.data.name}, step ${this.steps.length + 1}: the ${what} "${words.slice(0, 100)}" was not understood.`,
    );
  }
}
