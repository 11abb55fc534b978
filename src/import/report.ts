import { isSame, type Comparison } from './compare.ts';
import type { Remark } from './blocks.ts';

/** A file of the import and how it compares with the one that exists, if one does. */
export interface ReportedFile {
  path: string;
  comparison?: Comparison;
}

export interface ImportReport {
  document: string;
  agencyId: string;
  services: number;
  /** Passages that no recogniser could place. */
  notPlaced: Remark[];
  /** Guesses and figures that were not understood. */
  toCheck: Remark[];
  leftOut: string[];
  /** False when there is no charter draft whose body could hold them. */
  keptInBody: boolean;
  files: ReportedFile[];
  written: string[];
  /** Why nothing was written, and what to do. */
  refusal?: string;
}

/** A report as text, the most important last, where a terminal shows it. */
export function formatReport(report: ImportReport): string {
  const parts = [
    `${report.document} as ${report.agencyId}: ${count(report.services, 'service')}, ${count(report.notPlaced.length, 'passage')} not placed, ${count(report.toCheck.length, 'point')} to check.`,
    remarks(
      report.keptInBody
        ? 'Not placed (kept in the body of the charter):'
        : 'Not placed (in no file; add by hand what matters):',
      report.notPlaced,
    ),
    remarks('To check:', report.toCheck),
    report.leftOut.length > 0 ? report.leftOut.join('\n') : '',
    ...report.files.map(formatFile),
    report.written.length > 0 ? `Written:\n${report.written.map((path) => `  ${path}`).join('\n')}` : '',
    report.refusal ?? '',
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function remarks(heading: string, list: Remark[]): string {
  return list.length === 0
    ? ''
    : `${heading}\n${list.map(({ place, text }) => `  ${place}: ${text.length > 300 ? `${text.slice(0, 297)}…` : text}`).join('\n')}`;
}

function formatFile({ path, comparison }: ReportedFile): string {
  if (!comparison) return `${path}: new`;
  if (isSame(comparison)) return `${path}: exists and says the same`;
  const lines = [`${path}: exists; ${count(comparison.same, 'field')} the same`];
  for (const { field, here, imported } of comparison.differing)
    lines.push(`  ${field}`, `    here      ${here}`, `    imported  ${imported}`);
  for (const { field, imported } of comparison.onlyImported) lines.push(`  ${field}`, `    imported  ${imported}`);
  if (comparison.onlyHere.length > 0) lines.push(`  only here: ${summarise(comparison.onlyHere)}`);
  return lines.join('\n');
}

/** Names each field once with how many of its kind there are: "translations (43)". */
function summarise(fields: string[]): string {
  const counts = new Map<string, number>();
  for (const field of fields) {
    const name = field.replace(/\.\d+(?=\.|$)/g, '');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, number]) => (number > 1 ? `${name} (${number})` : name)).join(', ');
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
