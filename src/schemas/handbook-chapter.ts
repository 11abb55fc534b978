import type { FieldGroup } from './field-groups.ts';
import type { FieldMeta } from './field.ts';

/** The chapters of the desk's handbook in their order; what they say stands in the texts `desk-handbook`. */
export const handbookChapters = [
  'promise',
  'provisions',
  'fees',
  'times',
  'requirements',
  'steps',
  'answers',
  'evidence',
  'review',
  'languages',
] as const;
export type HandbookChapter = (typeof handbookChapters)[number];

/** Which chapter explains the fields of a group of a form. */
const ofGroup: Record<FieldGroup, HandbookChapter> = {
  name: 'promise',
  cost: 'fees',
  time: 'times',
  bring: 'requirements',
  steps: 'steps',
  promise: 'promise',
  where: 'steps',
  answers: 'answers',
  about: 'provisions',
  more: 'promise',
  edition: 'review',
  sources: 'evidence',
};

/** Fields that have the same chapter wherever they stand. */
const ofField: Partial<Record<string, HandbookChapter>> = {
  evidence: 'evidence',
  sources: 'evidence',
  superseded: 'evidence',
  conflicting: 'evidence',
  history: 'evidence',
  translations: 'languages',
};

/** The chapter of the handbook that explains a field; of one within another, that of the other unless it has its own. */
export function chapterOf(
  name: string,
  { group }: Pick<FieldMeta, 'group'>,
  around: HandbookChapter = 'provisions',
): HandbookChapter {
  return ofField[name] ?? (group ? ofGroup[group] : around);
}
