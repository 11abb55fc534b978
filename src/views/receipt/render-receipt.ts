import { markup, type Markup, type MarkupPart } from '../../lib/markup.ts';
import type { ReceiptFigure, ReceiptLine, ReceiptNote, ReceiptRow, ReceiptView, Stamp } from './receipt.ts';
import { renderText } from './render-text.ts';

/** Longer than this, a figure is a sentence and is set smaller. */
const FIGURE_CHARS_MAX = 26;

/**
 * A receipt as HTML: the stamp, and each line of the promise or the case. Pages, the answers of the search in the
 * browser, frames on other sites and the head of a case all draw it here.
 */
export function renderReceipt(view: ReceiptView): Markup {
  return markup`<section class="receipt" aria-label="${view.label}"${!view.searched && markup` data-pagefind-ignore="index"`}>${view.stamp && renderStamp(view.stamp)}<dl class="receipt-lines">${view.lines.map((line) => renderLine(line, view.staleNote))}</dl></section>`;
}

/** The stamp alone. */
export function renderStamp({ state, says, detail }: Stamp): Markup {
  return markup`<p class="stamp stamp-${state}"><strong>${says}</strong>${detail !== undefined && markup` <span>${detail}</span>`}</p>`;
}

/**
 * A service as a row of a bill of fare: its name, leaders, then what is known first (the price, else the time) and the
 * other in small. What no source tells is small and quiet. The link is the name, and all of the row can be touched.
 */
export function renderReceiptRow({ name, href, receipt, newTab, status }: ReceiptRow): Markup {
  const { staleNote, lines } = receipt;
  const figures = [rowFigureOf(lines, 'cost'), rowFigureOf(lines, 'time')].filter((figure) => figure !== undefined);
  const [first, second] = [...figures].sort((a, b) => Number(b.stated) - Number(a.stated));
  const large = first && renderRowFigure(first, staleNote);
  const small =
    second && (second.stated || first?.stated) ? markup`<small>${renderRowFigure(second, staleNote)}</small>` : '';
  const state = status === undefined ? '' : markup` <small class="old">${status}</small>`;
  const link = markup`<a class="fare-what" href="${href}"${newTab && markup` target="_blank" rel="noopener"`}>${renderText(name, staleNote)}</a>`;
  return markup`<li><span>${link}${state}</span>${renderFarePrice([large, small])}</li>`;
}

type RowFigure = ReceiptFigure & { label: string };

function rowFigureOf(lines: ReceiptLine[], key: ReceiptLine['key']): RowFigure | undefined {
  const line = lines.find((candidate) => candidate.key === key);
  return line?.figure && { ...line.figure, label: line.label };
}

/** The eye knows a price from a time; the ear is told before. What is unknown names itself. */
function renderRowFigure({ label, ...figure }: RowFigure, staleNote?: string): Markup {
  const heard = figure.stated && markup`<span class="visually-hidden">${label}</span> `;
  return markup`${heard}${renderFareFigure(figure, staleNote)}`;
}

/** What a line of a list of prices or times ends with: leaders, and the figure. */
export function renderFareEnd(figure: ReceiptFigure, staleNote?: string): Markup {
  return renderFarePrice(renderFareFigure(figure, staleNote));
}

function renderFarePrice(figures: MarkupPart): Markup {
  return markup`<span class="fare-dots"></span><span class="fare-price">${figures}</span>`;
}

function renderFareFigure({ value, stated, former, per, mark, sources }: ReceiptFigure, staleNote?: string): Markup {
  const words = markup`${renderText(value, staleNote)}${per && [' ', renderText(per, staleNote)]}`;
  const number = !stated
    ? markup`<span class="fare-none">${words}</span>`
    : former
      ? markup`<s class="fare-none">${words}</s>`
      : words;
  return markup`${number}${sources}${renderMark(mark)}`;
}

function renderLine(line: ReceiptLine, staleNote?: string): Markup {
  const { key, id, label, figure, quote, notes = [], items = [], unknown, more, reach } = line;
  const half = key === 'cost' || key === 'time' || key === 'since' || key === 'due';
  const parts: MarkupPart[] = [
    figure && renderFigure(figure, staleNote),
    quote &&
      markup`<figure class="quote"><blockquote>${quote.words}</blockquote><figcaption>${quote.by}</figcaption></figure>`,
    notes.map((note) => renderNote(note, staleNote)),
    items.length > 0 &&
      markup`<ul class="bring">${items.map((item) => markup`<li>${renderText(item, staleNote)}</li>`)}</ul>`,
    unknown !== undefined && markup`<p class="receipt-unknown">${unknown}</p>`,
    more && markup`<p><a class="receipt-more" href="${more.href}">${more.label}</a></p>`,
    reach && markup`<p><a${reach.phone && markup` class="tel"`} href="${reach.href}">${reach.label}</a></p>`,
  ];
  return markup`<div class="receipt-line${half ? ' receipt-half' : ''}"${id && markup` id="${id}"`}><dt>${label}</dt><dd>${parts}</dd></div>`;
}

function renderNote({ about, href, sources, ...text }: ReceiptNote, staleNote?: string): Markup {
  const words = renderText(text, staleNote);
  const linked = href === undefined ? words : markup`<a href="${href}">${words}</a>`;
  return markup`<p>${about && [about, ': ']}${linked}${sources && [' ', sources]}</p>`;
}

/** One figure in large type with what belongs to it; in a few quiet words where no source tells. */
export function renderFigure({ value, stated, former, per, mark, sources }: ReceiptFigure, staleNote?: string): Markup {
  const words = renderText(value, staleNote);
  if (!stated) return markup`<p class="receipt-unknown">${words}</p>`;
  const long = value.text.length > FIGURE_CHARS_MAX ? ' figure-long' : '';
  const number = former
    ? markup`<s class="figure-former">${words}</s>`
    : markup`<span class="figure-large${long}">${words}</span>`;
  return markup`<p>${number}${per && [' ', renderText(per, staleNote)]}${sources}${renderMark(mark)}</p>`;
}

function renderMark(mark: string | undefined): MarkupPart {
  return mark ? markup` <span class="marks" data-evidence>${mark}</span>` : '';
}
