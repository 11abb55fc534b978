import type { Rule } from './rule.ts';
import { charterRules } from './rules/charter.ts';
import { complaintRules } from './rules/complaints.ts';
import { evidenceRules } from './rules/evidence.ts';
import { feeRules } from './rules/fees.ts';
import { linkRules } from './rules/links.ts';
import { serviceRules } from './rules/service.ts';
import { timeRules } from './rules/times.ts';

/** Every rule by which a charter is judged. A new rule needs a row here through its list and its texts in `texts/`. */
export const allRules: Rule[] = [
  ...serviceRules,
  ...feeRules,
  ...timeRules,
  ...complaintRules,
  ...charterRules,
  ...evidenceRules,
  ...linkRules,
];
