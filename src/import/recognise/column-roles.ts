import { plain } from '../blocks.ts';

export type ColumnRole =
  | 'number'
  | 'client'
  | 'agency'
  | 'where'
  | 'fee'
  | 'time'
  | 'requirements'
  | 'responsible'
  | 'channel'
  | 'description'
  | 'service';

/** Words of column headings, in the order in which they are tried: "service charges" are fees, not services. */
const roles: [role: ColumnRole, words: RegExp][] = [
  ['number', /^(?:s ?no|no|s n|sn|nr|number|na|nambari|item)$/],
  ['client', /^client steps?$|^(?:what (?:you|the customer) do)/],
  ['agency', /^agency actions?$/],
  ['where', /where to secure|mahali pa kupata/],
  [
    'requirements',
    /requirements?|documents|what (?:you |to )(?:need|bring)|obligations|mahitaji|nyaraka|vigezo|masharti/,
  ],
  ['fee', /\b(?:costs?|charges?|fees?|prices?|tariffs?|amounts?|payments?|gharama|ada|malipo|bei|tozo)\b/],
  [
    'time',
    /\b(?:time|times|timelines?|time ?frames?|durations?|turnaround|periods?|how long|deadlines?|muda|wakati)\b/,
  ],
  ['responsible', /\b(?:responsib\w+|officers?|person|in charge|contact person|mhusika|wahusika|anayehusika)\b/],
  ['channel', /\b(?:where|how|channels?|places?|locations?|office|venue|mahali|ofisi|njia)\b/],
  ['description', /\b(?:descriptions?|details?|particulars|maelezo)\b/],
  ['service', /\b(?:services?|huduma)\b/],
];

export interface Column {
  role?: ColumnRole;
  heading: string;
}

/**
 * Tells what each column of a table holds from the row of its headings. Of two columns with one role the second has
 * none.
 */
export function columnsOf(cells: string[]): Column[] {
  const seen = new Set<ColumnRole>();
  return cells.map((cell) => {
    const heading = cell.replace(/\s+/g, ' ').trim();
    const text = plain(heading);
    const role = /^#$/.test(heading)
      ? 'number'
      : text.length <= 80
        ? roles.find(([, words]) => words.test(text))?.[0]
        : undefined;
    if (!role || seen.has(role)) return { heading };
    seen.add(role);
    return { role, heading };
  });
}

/** True when a row is the headings of a table of services. */
export function isServicesHeader(columns: Column[]): boolean {
  const has = (role: ColumnRole): boolean => columns.some((column) => column.role === role);
  return has('service') && (has('requirements') || has('fee') || has('time'));
}

/** True when a row is the headings of the steps of one service (the layout that the Philippines prescribe). */
export function isStepsHeader(columns: Column[]): boolean {
  return columns.some((column) => column.role === 'client') && columns.some((column) => column.role === 'agency');
}
