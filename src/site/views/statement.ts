import type { Localised, Text } from '../../register/localise.ts';
import type { SourcedList, SourcedStatement } from '../../schemas/provenance.ts';
import { evidenceView, type EvidenceView, type ViewContext } from './evidence.ts';

export interface StatementView {
  text: Text;
  evidence: EvidenceView;
}

export interface ListView {
  items: Text[];
  evidence: EvidenceView;
}

/** Makes a sourced statement ready to show; nothing where none was made. */
export function statementView(statement: Localised<SourcedStatement>, context: ViewContext): StatementView;
export function statementView(
  statement: Localised<SourcedStatement> | undefined,
  context: ViewContext,
): StatementView | undefined;
export function statementView(
  statement: Localised<SourcedStatement> | undefined,
  context: ViewContext,
): StatementView | undefined {
  return statement && { text: statement.text, evidence: evidenceView(statement.evidence, context) };
}

/** Makes a sourced list ready to show; nothing where none was made. */
export function listView(list: Localised<SourcedList> | undefined, context: ViewContext): ListView | undefined {
  return list && { items: list.items, evidence: evidenceView(list.evidence, context) };
}
