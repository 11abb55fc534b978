import type { Element } from 'hast';

/** Components of prose that show what the register says on the day the page is made, never what somebody typed. */
export const liveNames = ['ServiceCard', 'PromiseStrip', 'Ladder', 'Figure'] as const;
export type LiveName = (typeof liveNames)[number];

/** A place in prose that is filled when its page is made. */
export interface LivePart {
  name: LiveName;
  /** Agency and service, such as inec/voter-registration; an agency alone for a ladder. */
  service?: string;
  agency?: string;
  /** Which figure of the service. */
  of?: 'fee' | 'time';
  /** Line of the file on which it stands. */
  line: number;
}

/** The element that keeps the place in the HTML of an entry. Prose cannot write it: HTML of its own is refused. */
export function livePlace(name: LiveName, attributes: Record<string, string>, line: number): Element {
  return { type: 'element', tagName: 'live-part', properties: { name, ...attributes, line }, children: [] };
}

/** Parts the HTML of an entry at the places that are filled later. */
export function splitLive(html: string): (string | LivePart)[] {
  return html
    .split(/(<live-part(?: [a-z]+="[\w/-]+")+><\/live-part>)/)
    .map((piece, index) => (index % 2 === 0 ? piece : readPlace(piece)))
    .filter((part) => part !== '');
}

/** The places of an entry that are filled later, in order. */
export function liveParts(html: string): LivePart[] {
  return splitLive(html).filter((part) => typeof part !== 'string');
}

function readPlace(element: string): LivePart {
  const written = new Map([...element.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
  const service = written.get('service');
  const agency = written.get('agency');
  const of = written.get('of');
  return {
    name: liveNames.find((name) => name === written.get('name')) ?? 'ServiceCard',
    line: Number(written.get('line')),
    ...(service ? { service } : {}),
    ...(agency ? { agency } : {}),
    ...(of === 'fee' || of === 'time' ? { of } : {}),
  };
}
