/** What a message may need to know. Times are in working minutes, dates in ISO 8601. */
export interface GapValues {
  name?: string;
  date?: string;
  language?: string;
  found?: number;
  limit?: number;
  count?: number;
}

export interface RuleText {
  /** What the rule asks for, as a statement that is true when it is passed. */
  title: string;
  /** What is missing or wrong at one place. */
  lacks: (values: GapValues) => string;
  /** What a desk officer does about it. */
  fix: string;
}
