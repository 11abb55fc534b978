import { expect, test } from 'vitest';
import { calendarFile, type CalendarEvent } from '../../src/views/deadline/calendar-file.ts';

const options = {
  of: 'ke.2026-11-30',
  host: 'portal.example',
  url: 'https://portal.example/deadline/?country=ke',
  now: new Date('2026-11-30T10:00:00.123Z'),
};
const answer: CalendarEvent = {
  id: 'answer',
  title: 'Answer',
  day: '2026-12-21',
  description: `21 days; counted from Monday, 30 November 2026\\with care.\n${'Ọjọ́ ìsinmi, '.repeat(12)}`,
};
const urgent: CalendarEvent = {
  id: 'urgent-answer',
  title: 'Answer, urgent',
  at: '2026-12-02T10:00:00.000Z',
  description: '',
};

/** The events of a calendar as a program reads them: unfolded (section 3.1), and by property (RFC 5545). */
function read(file: string): Map<string, string>[] {
  const lines = file.replace(/\r\n[ \t]/g, '').split('\r\n');
  const events: Map<string, string>[] = [];
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') events.push(new Map());
    const [, name = '', value = ''] = /^([^:]+):(.*)$/.exec(line) ?? [];
    events.at(-1)?.set(name, value);
  }
  return events;
}

test('a day is a whole day of no time zone, an hour is an instant', () => {
  const [day, hour] = read(calendarFile([answer, urgent], options));
  expect(day?.get('DTSTART;VALUE=DATE')).toBe('20261221');
  expect(hour?.get('DTSTART')).toBe('20261202T100000Z');
  expect(day?.get('DTSTAMP')).toBe('20261130T100000Z');
});

test('what is reckoned again bears the same id, so that a calendar corrects what it has', () => {
  const ids = (events: CalendarEvent[]) => read(calendarFile(events, options)).map((event) => event.get('UID'));
  expect(ids([answer, urgent])).toEqual([
    'answer.ke.2026-11-30@portal.example',
    'urgent-answer.ke.2026-11-30@portal.example',
  ]);
  expect(ids([{ ...answer, day: '2027-01-04', description: 'Extended.' }])).toEqual(ids([answer]));
});

test('lines end in CR LF, none is longer than 75 octets, and no character is cut in two', () => {
  const file = calendarFile([answer], options);
  expect(file.endsWith('\r\n')).toBe(true);
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const bytes = Buffer.from(file);
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  // Some programs cannot read a mark whose backslash stands on the line before.
  const commas = calendarFile([{ ...answer, description: ','.repeat(200) }], options);
  expect(commas.split('\r\n').filter((line) => line.endsWith('\\'))).toEqual([]);
  expect(bytes.toString()).not.toContain('\uFFFD');
  expect(read(file)[0]?.get('DESCRIPTION')).toBe(
    `21 days\\; counted from Monday\\, 30 November 2026\\\\with care.\\n${'Ọjọ́ ìsinmi\\, '.repeat(12)}`,
  );
});
