import { fixValues, type Grade, type totalCounts } from './grade.ts';
import { percent } from './percent.ts';
import { defaultLanguage } from '../lib/locales.ts';
import { ruleText, type RuleId } from './rule-texts.ts';
import type { Gap } from './rule.ts';

const PLACES = 4;
const textOf = (id: RuleId) => ruleText(id, defaultLanguage);

/** One charter's score, arithmetic and next fixes as lines for a terminal. */
export function gradeAsText({ agency, score, earned, possible, results, nextFixes }: Grade): string {
  const open = results.filter((result) => result.gaps.length > 0).length;
  const lines = [
    `${agency.data.name} (${agency.id}): ${score} of 100  [${earned.toFixed(1)} of ${possible} points; ${open} of ${results.length} rules with gaps]`,
  ];
  for (const [index, fix] of nextFixes.entries()) {
    const { rule, gaps, gainEach, gainAll } = fix;
    const gain =
      gaps.length === 1 ? `+${gainAll.toFixed(1)}` : `+${gainAll.toFixed(1)} in all, up to ${gainEach.toFixed(1)} each`;
    lines.push(
      `  ${index + 1}. ${rule.severity === 'error' ? 'ERROR ' : ''}${textOf(rule.id).lacks(fixValues(fix))} (${gain})`,
    );
    lines.push(`     Where: ${places(agency.id, gaps)}`, `     Fix: ${textOf(rule.id).fix}`);
  }
  return lines.join('\n');
}

/** The counts over all charters as lines for a terminal. */
export function totalsAsText(totals: ReturnType<typeof totalCounts>, grades: Grade[]): string {
  const { agencies, services, figures, withSource, undated, stale } = totals;
  const scores = grades.map((grade) => grade.score).sort((a, b) => a - b);
  const share = (count: number): string => percent(count, figures);
  return [
    `${agencies} ${agencies === 1 ? 'agency' : 'agencies'}, ${services} ${services === 1 ? 'service' : 'services'}, ${figures} figures.`,
    `With source ${withSource} (${share(withSource)}), undated ${undated} (${share(undated)}), older than three years ${stale} (${share(stale)}).`,
    `Scores from ${scores[0] ?? '–'} to ${scores.at(-1) ?? '–'}, median ${scores[Math.floor(scores.length / 2)] ?? '–'}. They are about the published charters, not about the agencies.`,
  ].join('\n');
}

/** One charter's result for machines: every rule with its counts and gaps. */
export function gradeAsJson({ agency, score, earned, possible, results, nextFixes, counts, errors }: Grade): object {
  return {
    agency: agency.id,
    jurisdiction: agency.data.jurisdiction,
    score,
    earned: Number(earned.toFixed(3)),
    possible,
    errors,
    counts,
    rules: results.map(({ rule, examined, passed, waiting, gaps }) => ({
      id: rule.id,
      provision: rule.provision,
      weight: rule.weight,
      severity: rule.severity,
      examined,
      passed,
      waiting,
      gaps: gaps.map((gap) => ({
        ...gap,
        agencyId: agency.id,
        message: textOf(rule.id).lacks(gap.values ?? {}),
        remedy: textOf(rule.id).fix,
      })),
    })),
    nextFixes: nextFixes.map(({ rule, gainEach, gainAll }) => ({
      rule: rule.id,
      gainEach: Number(gainEach.toFixed(2)),
      gainAll: Number(gainAll.toFixed(2)),
    })),
  };
}

function places(agencyId: string, gaps: Gap[]): string {
  const named = gaps
    .slice(0, PLACES)
    .map((gap) => (gap.serviceId ? `${agencyId}/${gap.serviceId}` : `${agencyId}.mdx ${gap.field}`));
  return `${named.join(', ')}${gaps.length > PLACES ? ` and ${gaps.length - PLACES} more` : ''}`;
}
