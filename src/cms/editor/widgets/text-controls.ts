import type { Change, Place } from './control.ts';
import { element } from './dom.ts';
import { fieldFrame, fill, type Frame } from './frame.ts';
import { spoken } from '../spoken.ts';

/** So much of the limit is left free before a form counts aloud. */
const COUNTED_FROM = 0.8;

/** One line of text. */
export function lineControl(place: Place, value: unknown, change: Change): HTMLElement {
  const frame = fieldFrame(place);
  const input = element('input', { type: 'text', ...frame.bound, value: asText(value) });
  listen(frame, input, place, change);
  return fill(frame, input);
}

/** A text of one or more paragraphs, in an area that grows with it. */
export function textControl(place: Place, value: unknown, change: Change): HTMLElement {
  const frame = fieldFrame(place);
  return fill(frame, textArea(frame, place, value, change));
}

/** The area alone, for a control that puts more beside it. */
export function textArea(frame: Frame, place: Place, value: unknown, change: Change): HTMLTextAreaElement {
  const area = element('textarea', { rows: 3, ...frame.bound });
  area.value = asText(value);
  listen(frame, area, place, change);
  // Browsers that know field-sizing grow it by style alone; here for the others.
  const grow = (): void => {
    if (area.scrollHeight > area.clientHeight) area.style.minHeight = `${area.scrollHeight}px`;
  };
  area.addEventListener('input', grow);
  return area;
}

/** The text of a value: figures and days of an entry may stand in its file without quotes. */
export function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function listen(
  frame: Frame,
  control: HTMLInputElement | HTMLTextAreaElement,
  { field: { maxLength, pattern } }: Place,
  change: Change,
): void {
  const count = (): void => {
    if (maxLength === undefined) return;
    const { length } = control.value;
    frame.say(
      length >= maxLength * COUNTED_FROM
        ? spoken('{n} of at most {most} characters', { n: inFigures(length), most: inFigures(maxLength) })
        : '',
    );
    frame.refuse(
      length > maxLength
        ? spoken('This is too long by {n} characters; the limit is {most}.', {
            n: inFigures(length - maxLength),
            most: inFigures(maxLength),
          })
        : undefined,
    );
  };
  control.addEventListener('input', () => {
    count();
    change(control.value === '' ? undefined : control.value);
  });
  control.addEventListener('change', () => {
    const typed = control.value.trim();
    if (pattern && typed && !new RegExp(pattern[0], 'u').test(typed)) frame.refuse(pattern[1]);
  });
  count();
}

const inFigures = (count: number): string => count.toLocaleString('en');
