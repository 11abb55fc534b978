import type { Place } from './control.ts';
import { fieldFrame } from './frame.ts';
import { asText } from './text-controls.ts';
import { spoken } from '../spoken.ts';

/** An id, which the form gives and nobody types: it is told, because pages and other figures name it. */
export function idControl(place: Place, value: unknown): HTMLElement {
  const frame = fieldFrame({ ...place, labelled: true });
  frame.say(spoken('Known here as “{id}”', { id: asText(value) }));
  return frame.node;
}
