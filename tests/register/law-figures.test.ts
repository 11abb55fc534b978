import { expect, test } from 'vitest';
import { duration } from '../../src/register/format.ts';
import type { InformationLaw } from '../../src/schemas/information-law.ts';
import type { Duration } from '../../src/schemas/duration.ts';
import { shippedRegister } from './shipped-content.ts';

/*
 * The figures of three information laws, line by line, as their texts and the summaries of them were read: a slip of the
 * pen in the content is a deadline that is wrong for a whole country. Each line has the section that it stands in.
 */

const shipped = await shippedRegister();

type Time = { limit?: Duration | undefined; section: string } | undefined;
type Country = 'ng' | 'ke' | 'gh';

const lawOf = (country: Country): InformationLaw =>
  shipped.jurisdictions.get(country)?.data.informationLaw ?? expect.unreachable(country);
const inWords = (limit: Duration | undefined): string => (limit ? duration(limit, 'en') : 'none');
const time = (of: Time): string => (of ? `${inWords(of.limit)}, ${of.section}` : 'none');
const door = (law: InformationLaw, at: number): string => {
  const remedy = law.remedies[at];
  return remedy ? `${remedy.kind}: ${time(remedy)}` : 'none';
};

const reads: Record<string, (law: InformationLaw) => string> = {
  answer: (law) => time(law.answer),
  urgent: (law) => time(law.urgent),
  extension: (law) => time(law.extension),
  'grounds of an extension': (law) => String(law.extension?.grounds.length),
  'an extension counts from': (law) => law.extension?.countsFrom ?? 'receipt',
  'notice of an extension': (law) => `${inWords(law.extension?.noticeWithin)}, ${law.extension?.noticeSection}`,
  transfer: (law) => time(law.transfer),
  'transfer at most': (law) => inWords(law.transfer?.atMost),
  'told of a transfer': (law) => inWords(law.transfer?.tellWithin),
  'told of a transfer by': (law) => law.transfer?.tellFrom ?? 'the first body',
  'a transfer restarts the clock': (law) => String(law.transfer?.restartsClock ?? 'not settled'),
  access: (law) => time(law.access),
  'a deposit stops the clock': (law) => (law.deposit ? `${law.deposit.stopsClock}, ${law.deposit.section}` : 'none'),
  'first door': (law) => door(law, 0),
  'first door decides': (law) => time(law.remedies[0]?.decideWithin),
  'second door': (law) => door(law, 1),
  'third door': (law) => door(law, 2),
  'doors that allow more time': (law) =>
    law.remedies.flatMap(({ kind, extendable }) => (extendable ? [kind] : [])).join(', '),
  exemptions: (law) => law.exemptions.map(({ section }) => section).join(', '),
  'exemptions that yield to the public interest': (law) =>
    String(law.exemptions.filter(({ publicInterest }) => publicInterest).length),
  'limits to exemptions': (law) => about(law, 'public-interest'),
  severability: (law) => about(law, 'severability'),
  'report due': (law) => `${law.annualReport.dueOn}, ${law.annualReport.section}`,
  'pending counted on': (law) => law.annualReport.pendingOn ?? 'none',
  'headings of the report': (law) => law.annualReport.headings.map(({ section }) => section).join(', '),
  'duties to publish': (law) => law.proactive.map(({ section }) => section).join(', '),
  'asking without writing': (law) => law.oral?.section ?? 'none',
  'copy rates': (law) => law.copyRates.map(({ amount }) => amount).join(', ') || 'none',
  penalties: (law) => law.offences.map(({ section, penalty }) => `${section} ${penalty}`).join('; '),
};

function about(law: InformationLaw, subject: string): string {
  return law.otherSections.flatMap((one) => (one.about === subject ? [one.section] : [])).join(', ') || 'none';
}

const table: [Country, what: keyof typeof reads, figure: string][] = [
  // Nigeria, Freedom of Information Act 2011
  ['ng', 'answer', '7 days, s.4'],
  ['ng', 'urgent', 'none'],
  ['ng', 'extension', '7 days, s.6'],
  ['ng', 'grounds of an extension', '2'],
  ['ng', 'an extension counts from', 'receipt'],
  ['ng', 'transfer', '3 days, s.5'],
  ['ng', 'transfer at most', '7 days'],
  ['ng', 'a transfer restarts the clock', 'true'],
  ['ng', 'a deposit stops the clock', 'none'],
  ['ng', 'first door', 'court: 30 days, s.20'],
  ['ng', 'second door', 'none'],
  ['ng', 'doors that allow more time', 'court'],
  ['ng', 'exemptions', 's.11, s.12, s.14, s.15, s.16, s.17, s.19, s.26'],
  ['ng', 'exemptions that yield to the public interest', '7'],
  ['ng', 'limits to exemptions', 's.28'],
  ['ng', 'severability', 's.7(1), s.20, s.24 and s.25(1)'],
  ['ng', 'report due', '02-01, s.29(1)'],
  ['ng', 'pending counted on', '10-31'],
  [
    'ng',
    'headings of the report',
    's.29(1)(a), s.29(1)(b), s.29(1)(c), s.29(1)(d), s.29(1)(e), s.29(1)(f), s.29(1)(g), s.29(1)(h), s.13',
  ],
  ['ng', 'duties to publish', 's.2(3)(a), s.2(3)(b), s.2(3)(b), s.2(3)(c)'],
  ['ng', 'asking without writing', 's.3'],
  ['ng', 'copy rates', 'none'],
  [
    'ng',
    'penalties',
    's.7 fine of ₦500,000 on conviction; s.10 a criminal offence with at least one year’s imprisonment',
  ],

  // Kenya, Access to Information Act, 2016
  ['ke', 'answer', '21 days, s.9(1)'],
  ['ke', 'urgent', '48 hours, s.9(2)'],
  ['ke', 'extension', '14 days, s.9(3)'],
  ['ke', 'grounds of an extension', '2'],
  ['ke', 'an extension counts from', 'receipt'],
  ['ke', 'transfer', '5 days, s.10'],
  ['ke', 'told of a transfer', '7 days'],
  ['ke', 'told of a transfer by', 'the first body'],
  ['ke', 'a transfer restarts the clock', 'not settled'],
  ['ke', 'access', '2 working days, s.11(2)'],
  ['ke', 'a deposit stops the clock', 'none'],
  ['ke', 'first door', 'commission: 30 days, s.14(2)'],
  ['ke', 'first door decides', 'none'],
  ['ke', 'second door', 'court: none, s.23(2) and (5)'],
  ['ke', 'doors that allow more time', 'commission'],
  [
    'ke',
    'exemptions',
    's.6(1)(a), s.6(1)(b), s.6(1)(c), s.6(1)(d), s.6(1)(e), s.6(1)(f), s.6(1)(g), s.6(1)(h), s.6(1)(i), s.6(2), s.6(5)',
  ],
  ['ke', 'exemptions that yield to the public interest', '9'],
  ['ke', 'limits to exemptions', 's.6(3), s.6(4) and 6(6), s.6(7)'],
  ['ke', 'severability', 's.11(1)(b) and 14(1)(b)'],
  ['ke', 'report due', '06-30, s.27'],
  ['ke', 'headings of the report', 's.27(a), s.27(b), s.27, s.27, s.27'],
  ['ke', 'duties to publish', 's.5(1)(a), s.5(1)(a), s.5(1)(a), s.5(1)(a), s.5(1)(a), s.5(1)(a), s.5'],
  ['ke', 'asking without writing', 's.8'],
  ['ke', 'copy rates', 'none'],
  [
    'ke',
    'penalties',
    's.28(3) Up to KES 50,000 or up to 3 months in prison, or both; s.28(4) Up to KES 100,000 or up to 6 months in prison, or both; s.28(1)–(2) The amount is not known here; s.18 Up to KES 500,000 or up to 1 year in prison, or both; s.16(4) Up to KES 500,000 or up to 3 years in prison, or both',
  ],

  // Ghana, Right to Information Act, 2019
  ['gh', 'answer', '14 days, s.23(1)'],
  ['gh', 'urgent', '48 hours, s.23(7)'],
  ['gh', 'extension', '7 days, s.25(1)–(3)'],
  ['gh', 'grounds of an extension', '3'],
  ['gh', 'an extension counts from', 'due-day'],
  ['gh', 'notice of an extension', '7 days, s.25(3)'],
  ['gh', 'transfer', '2 days, s.20'],
  ['gh', 'told of a transfer', '3 days'],
  ['gh', 'told of a transfer by', 'second-receipt'],
  ['gh', 'a transfer restarts the clock', 'true'],
  ['gh', 'a deposit stops the clock', 'true, s.23(6)'],
  ['gh', 'first door', 'internal-review: 30 days, s.32(1)'],
  ['gh', 'first door decides', '15 days, s.33(1)'],
  ['gh', 'second door', 'commission: none, s.65–67'],
  ['gh', 'third door', 'court: 21 days, s.36(2)'],
  ['gh', 'doors that allow more time', 'internal-review'],
  ['gh', 'exemptions', 's.5–16'],
  ['gh', 'exemptions that yield to the public interest', '1'],
  ['gh', 'limits to exemptions', 's.17(1), s.78(1)'],
  ['gh', 'severability', 's.18(6)'],
  ['gh', 'report due', '03-01, s.77(1)'],
  ['gh', 'headings of the report', 's.77(2), s.77(2), s.77(2), s.77(2), s.77(2)'],
  ['gh', 'duties to publish', 's.3(1)'],
  ['gh', 'asking without writing', 's.18(2)–(4)'],
  ['gh', 'copy rates', '0.27, 0.38, 0.29, 1.28'],
  [
    'gh',
    'penalties',
    's.81 250 to 500 penalty units, or 6 months to 3 years in prison, or both; s.82(1) It is gross misconduct; s.82(2) 250 to 500 penalty units, or 1 to 3 years in prison, or both',
  ],
];

test.each(table)('%s, %s: %s', (country, what, figure) => {
  expect(reads[what]?.(lawOf(country))).toBe(figure);
});

test('what only a summary says is marked so', () => {
  const unread = (country: Country): string[] => {
    const { answer, urgent, extension, transfer, access, remedies, annualReport } = lawOf(country);
    const times = Object.entries({ answer, urgent, extension, transfer, access, annualReport });
    return [
      ...times.flatMap(([name, of]) => (of && !of.wordingRead ? [name] : [])),
      ...remedies.flatMap((of) => (of.wordingRead ? [] : [of.section])),
      ...annualReport.headings.flatMap((of) => (of.wordingRead ? [] : [of.section])),
    ];
  };
  expect(unread('ng')).toEqual(['answer', 's.29(1)(e)', 's.29(1)(f)', 's.29(1)(g)', 's.29(1)(h)', 's.13']);
  expect(unread('ke')).toEqual(['transfer', 's.23(2) and (5)']);
  expect(unread('gh')).toEqual([]);
});

/** Fixed holidays (month-day), those counted from Easter, the others; feasts by the moon. */
const calendars: [Country, fixed: string, fromEaster: string, others: string, feasts: string][] = [
  ['ng', '01-01 05-01 06-12 10-01 12-25 12-26', '-2 1', '', 'id-el-fitr id-el-kabir id-el-maulud'],
  ['ke', '01-01 05-01 06-01 10-10 10-20 12-12 12-25 12-26', '-2 1', '', 'idd-ul-fitr idd-ul-azha'],
  ['gh', '01-01 01-07 03-06 05-01 07-01 09-21 12-25 12-26', '-2 1', '1. friday 12', 'eid-ul-fitr eid-ul-adha'],
];

test.each(calendars)('the calendar of %s', (country, fixed, fromEaster, others, feasts) => {
  const { calendar } = shipped.jurisdictions.get(country)?.data ?? expect.unreachable(country);
  const { rules } = calendar;
  expect(rules.flatMap((rule) => (rule.kind === 'fixed' ? [rule.date] : [])).join(' ')).toBe(fixed);
  expect(rules.flatMap((rule) => (rule.kind === 'easter' ? [rule.offsetDays] : [])).join(' ')).toBe(fromEaster);
  const nth = rules.flatMap((rule) => (rule.kind === 'nth-weekday' ? [rule] : []));
  expect(nth.map((rule) => `${rule.nth}. ${rule.weekday} ${rule.month}`).join(' ')).toBe(others);
  expect(calendar.feasts.map(({ id }) => id).join(' ')).toBe(feasts);
});

/** Days declared in 2025 and 2026, and what feast they settle. */
const declared: [Country, days: string[]][] = [
  [
    'ng',
    [
      '2025-06-06 id-el-kabir',
      '2025-06-09 id-el-kabir',
      '2025-07-15',
      '2025-09-05 id-el-maulud',
      '2026-03-19 id-el-fitr',
      '2026-03-20 id-el-fitr',
    ],
  ],
  ['ke', ['2025-03-31 idd-ul-fitr', '2025-06-06 idd-ul-azha', '2026-03-20 idd-ul-fitr']],
  ['gh', ['2026-01-09', '2026-03-20 eid-ul-fitr', '2026-03-21 eid-ul-fitr', '2026-03-23 eid-ul-fitr']],
];

test.each(declared)('the days declared in %s', (country, days) => {
  const { calendar } = shipped.jurisdictions.get(country)?.data ?? expect.unreachable(country);
  const found = calendar.declared.filter(({ date }) => date >= '2025');
  expect(found.map(({ date, feast }) => [date, feast].join(' ').trim())).toEqual(days);
});

test('a feast is expected only where a source expects it', () => {
  const expected = (['ng', 'ke', 'gh'] as const).flatMap((country) =>
    (shipped.jurisdictions.get(country)?.data.calendar.feasts ?? []).flatMap(({ id, expected: found }) =>
      found.map(({ from, until, days }) => `${id} ${from} ${until} ${days}`),
    ),
  );
  expect(expected).toEqual(['id-el-kabir 2026-05-27 2026-05-27 2', 'id-el-maulud 2026-08-25 2026-08-25 1']);
});

test('a day that is declared for a feast names one of the country’s feasts', () => {
  for (const [country, { data }] of shipped.jurisdictions)
    for (const { feast } of data.calendar.declared)
      expect([undefined, ...data.calendar.feasts.map(({ id }) => id)], country).toContain(feast);
});

test('days that the law may leave out, none of them certain; Ghana’s is a rule of the portal', () => {
  const counting = (country: Country) => shipped.jurisdictions.get(country)?.data.calendar.counting;
  const days = (country: Country): string[] =>
    (counting(country)?.excluded ?? []).map(({ day, certain }) => (certain ? `${day}, certain` : day));
  expect(days('ng')).toEqual(['sunday', 'public-holiday']);
  expect(days('ke')).toEqual(['sunday', 'public-holiday', 'saturday']);
  expect(days('gh')).toEqual(['sunday', 'public-holiday']);
  expect(counting('ke')?.shortLimitDaysMax).toBe(6);
  expect([counting('ng')?.provisional, counting('ke')?.provisional]).toEqual([undefined, undefined]);
  expect(counting('gh')?.provisional).toContain('section 44');
});

/** A body's own time for requests beside the Act's. */
const ownTimes: [agency: string, own: string][] = [
  ['ncc', '7 working days'],
  ['energy', '0–5 working days'],
  ['health', '14 days'],
];

test('bodies that speak of another time than the Act', () => {
  const found = [...shipped.agencies.values()].flatMap(({ id, data }) =>
    data.informationRequests ? [[id, inWords(data.informationRequests.limit)]] : [],
  );
  expect(found.sort()).toEqual(ownTimes.toSorted());
});
