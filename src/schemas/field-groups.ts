/**
 * The groups in which the fields of a long form stand, in the order of the published page: what it is, what it costs, how
 * long it takes, what to bring, the steps, where, who answers. Which group a field belongs to is said on the field
 * (`group` in field.ts); what is rarely needed (`rare`) and translations come last and stand closed.
 */
export const fieldGroups = {
  name: 'Name and summary',
  cost: 'What it costs',
  time: 'How long it takes',
  bring: 'Who may apply, and what to bring',
  steps: 'Steps',
  promise: 'What is promised',
  where: 'Where and how',
  answers: 'Who answers',
  about: 'What the body is for',
  more: 'Good to know',
  edition: 'The charter itself',
  sources: 'Where it is stated',
} as const;

export type FieldGroup = keyof typeof fieldGroups;

/** Groups that come after those of the page and stand closed: most entries do without what is in them. */
export const closedGroups = { rare: 'Rarely needed', translations: 'Translations' } as const;
