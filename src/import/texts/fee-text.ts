import type * as z from 'zod';
import type { evidence } from '../../schemas/provenance.ts';
import type { fee } from '../../schemas/fee.ts';
import { linesOf } from '../blocks.ts';
import { accountsFor, canName, isSheetError } from './accounting.ts';
import { namesMoney, readMoney } from './money.ts';
import { LINE_MAX, chartersWords } from './quote.ts';

export type FeeInput = z.input<typeof fee>;
export type EvidenceInput = z.input<typeof evidence>;

/**
 * The fees that a text states. `doubt` tells what a person must look at, when something was assumed or not understood.
 */
export interface FeeReading {
  fees: FeeInput[];
  doubt?: string;
}

type Stated =
  | { kind: 'fixed'; amount: number; currency: string; per?: string; note?: string; assumed: boolean }
  | { kind: 'formula'; formula: string; currency: string }
  | { kind: 'free' | 'per-contract'; note: string };

const FREE =
  /^(?:nil|none|free(?: of (?:any )?(?:charge|cost)s?)?|no (?:fees?|charges?|costs?|payment)(?: charged)?|at no (?:cost|charge|fee)|gratis|zero|bure|bila malipo|hakuna(?: malipo| gharama| ada)?)$/i;
const PER_CONTRACT =
  /^(?:as )?(?:per|by|according to) (?:the )?(?:signed )?(?:contract|agreement|service level agreement|sla)$|^(?:kulingana na|kwa mujibu wa) mkataba$/i;
const PERCENT = /^\d+(?:\.\d+)?\s*(?:%|percent|per cent|asilimia)(?:\s+(?:of|ya)\s.+)?$/i;

interface Part {
  label?: string;
  stated: Stated;
}

/**
 * Reads the text of a cost cell. What cannot be read for certain becomes "not-stated" with the charter's own words in
 * the note: no amount is given unless every number of the cell is accounted for. `local` is the currency (ISO 4217) of
 * the country or of the column.
 */
export function readFees(text: string, local: string | undefined, evidence: EvidenceInput): FeeReading {
  const words = linesOf(text).join('; ');
  if (words === '') return { fees: [{ kind: 'not-stated', evidence }], doubt: 'no cost is stated' };
  const quoted: FeeInput[] = [{ kind: 'not-stated', note: chartersWords(words), evidence }];
  if (isSheetError(words)) return { fees: quoted, doubt: `the cost is "${words}", an error of the spreadsheet` };
  const read = readParts(text, local);
  if (!read) return { fees: quoted, doubt: `the cost "${words}" was not understood` };
  const assumed = read.some(({ stated }) => stated.kind === 'fixed' && stated.assumed);
  return {
    fees: read.map(({ label, stated }) => toFee(label, stated, evidence)),
    ...(assumed ? { doubt: `the cost "${words}" names no currency; ${local} was taken` } : {}),
  };
}

/**
 * The fees of a cell, each with what it is for; undefined when one of its parts is not understood or it is not
 * clear what each is for.
 */
function readParts(text: string, local: string | undefined): Part[] | undefined {
  const parts = linesOf(text)
    .flatMap((line) => line.split(/;\s*/))
    .filter((part) => part !== '');
  const read = parts.flatMap((part) => readPart(part, local) ?? []);
  const bare = read.filter(({ label, stated }) => !label && !(stated.kind === 'fixed' && stated.per));
  // Numbers on lines of their own may be one number that was broken: "50," and "000".
  const broken = parts.length > 1 && bare.some(({ stated }) => stated.kind === 'fixed' && stated.assumed);
  if (read.length < parts.length || bare.length > 1 || broken) return undefined;
  const figures = read.flatMap(({ stated }) => (stated.kind === 'fixed' ? [stated.amount] : []));
  const kept = read.flatMap(({ label, stated }) => [label, stated.kind === 'formula' ? stated.formula : undefined]);
  return accountsFor(text, figures, kept) ? read : undefined;
}

function toFee(label: string | undefined, stated: Stated, evidence: EvidenceInput): FeeInput {
  const shared = { ...(label ? { label } : {}), evidence };
  if (stated.kind !== 'fixed') return { ...stated, ...shared };
  const { kind, amount, currency, per, note } = stated;
  // A price of nought is what the schema calls free.
  if (amount === 0) return { kind: 'free', ...(note ? { note } : {}), ...shared };
  return { kind, amount, currency, ...(per ? { per } : {}), ...(note ? { note } : {}), ...shared };
}

/** One fee, alone or with what it is for: "32 pages: KES 4,500", "KES 4,500 (32 pages)", "KES 4,500 for 32 pages". */
function readPart(part: string, local: string | undefined): Part | undefined {
  const alone = readOne(part, local);
  if (alone) return { stated: alone };
  const forms: [RegExp, label: number, stated: number][] = [
    [/^(.+?)\s*[:–—=]\s*(.+)$/, 1, 2],
    [/^(.+?)\s+-\s+(.+)$/, 1, 2],
    [/^([^()]+?)\s*\(([^()]+)\)$/, 2, 1],
    [/^(.+?)\s+(?:for|kwa)\s+(.+)$/i, 2, 1],
  ];
  for (const [form, labelAt, statedAt] of forms) {
    const match = form.exec(part);
    const label = match?.[labelAt]?.trim() ?? '';
    const stated = match && readOne(match[statedAt] ?? '', local);
    if (stated && label.length <= LINE_MAX && canName(label) && !namesMoney(label)) return { label, stated };
  }
  return undefined;
}

function readOne(part: string, local: string | undefined): Stated | undefined {
  const text = part
    .trim()
    .replace(/\.$/, '')
    .replace(/\s+(?:only|pekee|tu)$/i, '');
  if (FREE.test(text)) return { kind: 'free', note: chartersWords(part) };
  if (PER_CONTRACT.test(text)) return { kind: 'per-contract', note: chartersWords(part) };
  if (PERCENT.test(text) && local && text.length <= LINE_MAX)
    return { kind: 'formula', formula: text, currency: local };
  const per = /^(.+?)\s+((?:per|a|an|each|kwa kila)\s+[^\p{N}]{1,80}|each)$/iu.exec(text);
  const money = readMoney(text, local) ?? (per ? readMoney(per[1] ?? '', local) : undefined);
  if (!money) return undefined;
  const unit = readMoney(text, local) ? undefined : per?.[2];
  return {
    kind: 'fixed',
    ...money,
    ...(unit ? { per: unit } : {}),
    ...(money.assumed ? { note: chartersWords(part) } : {}),
  };
}
