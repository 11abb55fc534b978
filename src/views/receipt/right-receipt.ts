import type { Language } from '../../lib/locales.ts';
import type { Text } from '../../register/localise.ts';
import type { DoorView } from '../../site/views/doors.ts';
import type { EvidenceView } from '../../site/views/evidence.ts';
import type { RightsView } from '../../site/views/rights.ts';
import { pageTexts } from '../../texts/texts.ts';
import { renderEvidence } from '../evidence/render-evidence.ts';
import { receiptFigure } from './receipt-figure.ts';
import type { ReceiptLine, ReceiptNote, ReceiptView } from './receipt.ts';

/**
 * What the law promises whoever asks, as the promise of a service: how long, what it costs, who may ask, and what then,
 * where a case that got no answer leads (`#review`).
 */
export function rightReceipt(law: RightsView, language: Language): ReceiptView {
  const d = pageTexts('directory', language);
  const note = ({ text, evidence }: { text: Text; evidence: EvidenceView }, more: Partial<ReceiptNote> = {}) => {
    const sources = renderEvidence([evidence], { language });
    return { ...text, ...more, ...(sources ? { sources } : {}) };
  };
  const r = pageTexts('rights', language);
  const doorNote = ({ kind, forum, href, evidence }: DoorView) =>
    note({ text: forum, evidence }, { about: r.doorKinds[kind], ...(href ? { href } : {}) });
  const review = law.limits.find(({ key }) => key === 'review');
  const turnTo = law.doors[0]?.kind === 'court' ? d.courtWithin : d.reviewWithin;
  const answer = answerLine(law, language);
  return {
    label: d.right,
    searched: true,
    lines: [
      ...(answer ? [answer] : []),
      { key: 'cost', id: 'asking-costs', label: d.costs, notes: [note(law.fee)] },
      { key: 'who', label: d.mayAsk, notes: [note(law.whoMayAsk)] },
      {
        key: 'otherwise',
        id: 'review',
        label: d.ifNot,
        ...(review?.limit ? { figure: { value: { text: turnTo({ limit: review.limit }) }, stated: true } } : {}),
        notes: [...law.doors.map(doorNote), note(law.silence)],
      },
    ],
    staleNote: pageTexts('shell', language).staleTranslation,
  };
}

function answerLine({ limits }: RightsView, language: Language): ReceiptLine | undefined {
  const d = pageTexts('directory', language);
  const r = pageTexts('rights', language);
  const rowOf = (wanted: string) => limits.find(({ key }) => key === wanted);
  const answer = rowOf('answer');
  if (!answer) return undefined;
  const cited = (evidence: EvidenceView) => renderEvidence([evidence], { language });
  const also = [
    { row: rowOf('urgent'), says: d.orUrgent },
    { row: rowOf('extension'), says: d.mayTakeMore },
  ];
  return {
    key: 'time',
    label: answer.limit ? d.within : r.answer,
    figure: receiptFigure(
      { value: { text: answer.limit ?? '' }, stated: answer.limit !== undefined },
      { language, marks: [], unknown: r.notStated, sources: cited(answer.evidence) },
    ),
    notes: also.flatMap(({ row, says }) => {
      if (!row?.limit) return [];
      const sources = cited(row.evidence);
      return [{ text: says({ limit: row.limit }), ...(sources ? { sources } : {}) }];
    }),
  };
}
