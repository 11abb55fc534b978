import type { english } from './english.ts';

export type RuleId = keyof typeof english;
