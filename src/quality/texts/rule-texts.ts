import { defineMessages } from '../../lib/messages.ts';
import { english } from './english.ts';
import { kiswahili } from './kiswahili.ts';
import type { RuleText } from './shape.ts';
import type { RuleId } from './rule-id.ts';

/** Gives the texts of every rule in a language. Names of fields stay in English, because the CMS shows them so. */
export const ruleTexts = defineMessages<Record<RuleId, RuleText>>({ en: english, sw: kiswahili });
