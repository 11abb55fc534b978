import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { median } from './rounds.ts';

export const unit = z.enum(['ms/page', 'ms', 's', 'MB', 'bytes', '/s', 'pages', 'x', '%', 'screens', 'of 3', 'shift']);
export type Unit = z.output<typeof unit>;

/** What was measured: the median of the runs, and all of them, since one number hides how far they lie apart. */
export const figure = z.strictObject({
  unit,
  median: z.number(),
  runs: z.array(z.number()).min(1),
  /** How many times as much as another figure of the same run, or as a limit. */
  ratio: z.strictObject({ to: z.string(), value: z.number() }).optional(),
});
export type Figure = z.output<typeof figure>;

/** A file of figures, which src/docs/scale.md quotes. */
export const figureFile = z.strictObject({
  part: z.string(),
  date: z.iso.date(),
  command: z.string(),
  machine: z.strictObject({
    cores: z.number(),
    processor: z.string(),
    memoryGigabytes: z.number(),
    node: z.string(),
    loadBefore: z.number(),
  }),
  /** What a reader must know: a peer that was missing, other work on the machine. */
  notes: z.array(z.string()),
  figures: z.record(z.string(), figure),
});
export type FigureFile = z.output<typeof figureFile>;

/** What a part of the bench hands over. */
export interface Findings {
  notes: string[];
  figures: Record<string, Figure>;
}

/** Makes a figure of its runs, compared with another one where that was measured. */
export function toFigure(
  runs: readonly number[],
  of: Unit,
  against?: { to: string; runs: readonly number[] | undefined },
): Figure {
  const own = rounded(median(runs));
  const other = against?.runs && against.runs.length > 0 ? median(against.runs) : undefined;
  return {
    unit: of,
    median: own,
    runs: runs.map(rounded),
    ...(against && other ? { ratio: { to: against.to, value: rounded(median(runs) / other) } } : {}),
  };
}

/** How a figure is written, here and wherever it is quoted: 1,240 /s, 0.66 ms/page. */
export function figureInWords({ median: value, unit: of }: Figure): string {
  return `${value.toLocaleString('en-GB', { maximumSignificantDigits: 3 })} ${of}`;
}

/** The lines that a bench prints: the figure, its spread, and what it is compared with. */
export function figureLines(figures: Findings['figures']): string[] {
  const width = Math.max(...Object.keys(figures).map((name) => name.length), 0);
  return Object.entries(figures).map(([name, one]) => {
    const spread = one.runs.length > 1 ? `  (${Math.min(...one.runs)} to ${Math.max(...one.runs)})` : '';
    const ratio = one.ratio ? `  ${one.ratio.value} x ${one.ratio.to}` : '';
    return `  ${name.padEnd(width)}  ${figureInWords(one)}${spread}${ratio}`;
  });
}

/** Writes the file of a part below a folder, named after the day. Gives its path. */
export async function writeFigures(folder: string, file: FigureFile): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${file.date}-${file.part}.json`);
  await writeFile(path, `${JSON.stringify(figureFile.parse(file), undefined, 2)}\n`);
  return path;
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
