/** A date for a calendar: a whole day (ISO 8601), or an instant (ISO 8601, UTC). */
export type CalendarEvent = { id: string; title: string; description: string } & (
  { day: string; at?: never } | { at: string; day?: never }
);

interface CalendarOptions {
  /** What the dates are of, the same whenever they are reckoned again: a calendar then corrects what it has. */
  of: string;
  /** Host of the portal, which makes the ids unique in the world. */
  host: string;
  /** The page on which the dates are explained. */
  url: string;
  now: Date;
}

/**
 * An iCalendar file (RFC 5545) of dates. Whole days belong to no time zone, and instants are in UTC, so no zone has to be
 * described. Lines end in CR LF and are folded before 76 octets.
 */
export function calendarFile(events: readonly CalendarEvent[], { of, host, url, now }: CalendarOptions): string {
  const stamp = compact(now.toISOString());
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//OpenCharter//Deadlines//EN',
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${event.id}.${of}@${host}`,
      `DTSTAMP:${stamp}`,
      event.at ? `DTSTART:${compact(event.at)}` : `DTSTART;VALUE=DATE:${(event.day ?? '').replaceAll('-', '')}`,
      `SUMMARY:${escaped(event.title)}`,
      `DESCRIPTION:${escaped(event.description)}`,
      `URL:${url}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const OCTETS_MAX = 75;

/** Long lines go on after a line break and a space (section 3.1); no character is cut in two, nor a mark from its backslash. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const parts: string[] = [''];
  let octets = 0;
  for (const character of line.match(/\\?./gsu) ?? []) {
    const length = encoder.encode(character).length;
    if (octets + length > OCTETS_MAX) {
      parts.push('');
      // The space before it counts.
      octets = 1;
    }
    parts[parts.length - 1] += character;
    octets += length;
  }
  return parts.join('\r\n ');
}

/** Text of a property (section 3.3.11). */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r?\n/g, '\\n');
}

function compact(instant: string): string {
  return instant.replace(/\.\d+Z$/, 'Z').replaceAll(/[-:]/g, '');
}
