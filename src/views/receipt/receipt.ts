import type { Markup } from '../../lib/markup.ts';
import type { Text } from '../../register/localise.ts';

/**
 * The state of a promise or of a case, in the words of its stamp. Clay is kept for `overdue`; ochre tells that figures
 * are old, differ or were replaced.
 */
export type StampState = 'published' | 'old' | 'disputed' | 'superseded' | 'none' | 'waiting' | 'answered' | 'overdue';

export interface Stamp {
  state: StampState;
  /** "As published", "Overdue". */
  says: string;
  /** "28 August 2025", "by 2 days". */
  detail?: string;
}

/** A figure as a receipt shows it. */
export interface ReceiptFigure {
  value: Text;
  /** False where no source tells: the value then says so in a few quiet words. */
  stated: boolean;
  /** It was replaced since: what it was is told, but not as if it were so. */
  former?: boolean;
  per?: Text;
  /** Why it is not certain, in words, where the stamp does not say it for all. */
  mark?: string;
  /** The numbers of its sources, made by the page that lists them. */
  sources?: Markup;
}

/** A sentence of a receipt. */
export interface ReceiptNote extends Text {
  /** What it tells of, before it. */
  about?: string;
  href?: string;
  /** The numbers of its sources, made by the page that lists them. */
  sources?: Markup;
}

/** One line of a receipt: a label and what it says, in any of these forms, drawn in this order. */
export interface ReceiptLine {
  /** Which of the answers it is; rows and short cards choose by it. */
  key: 'cost' | 'time' | 'bring' | 'answers' | 'office' | 'since' | 'due' | 'said' | 'who' | 'otherwise';
  /** Where an address leads to it. */
  id?: string;
  label: string;
  figure?: ReceiptFigure;
  /** Sentences below the figure. */
  notes?: ReceiptNote[];
  /** What somebody wrote, in their own words, and who. */
  quote?: { words: string; by: string };
  /** What to tick off. */
  items?: Text[];
  /** What stands instead where nothing is known. */
  unknown?: string;
  /** The rest of the list, or more of the same. */
  more?: { label: string; href: string };
  /** Ways to reach who answers; a telephone stands in large figures. */
  reach?: { label: string; href: string; phone?: boolean };
}

/** The promise of a service, or a case, ready to be drawn. `label` names it for a screen reader. */
export interface ReceiptView {
  label: string;
  stamp?: Stamp;
  lines: ReceiptLine[];
  /** In words, for texts whose translation is out of date. */
  staleNote?: string;
  /** The page says it nowhere else: the search through its whole text reads it here. */
  searched?: boolean;
}

/** A service as a row of a list. */
export interface ReceiptRow {
  name: Text;
  href: string;
  receipt: ReceiptView;
  /** Opens a new tab: in a frame on another site. */
  newTab?: boolean;
  /** Said of the whole service in a few words: it is suspended, or another body gives it. */
  status?: string;
}
