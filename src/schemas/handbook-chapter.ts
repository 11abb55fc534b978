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
