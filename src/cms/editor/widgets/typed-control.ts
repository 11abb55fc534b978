import { dateInWords, readWrittenDate, type Exactness } from '../../../lib/written-date.ts';
import type { Change, Place } from './control.ts';
import { element } from './dom.ts';
import { fieldFrame, fill } from './frame.ts';
import { asText } from './text-controls.ts';
import { spoken } from '../spoken.ts';

/** What was made of a typed text: its value with the words to say it back, or why there is none. */
export type Reading = { value: unknown; says: string } | { refusal: string };

export interface Typed {
  read(typed: string): Reading;
  /** How a stored value stands in the control. */
  show?(value: unknown): string;
  inputmode?: string;
  label?: string;
}

/**
 * A control for what people write in many ways. What is understood is said back in words. What is not stays as it was
 * typed, is refused beside the field, and is never turned into another value.
 */
export function typedControl(place: Place, value: unknown, change: Change, typed: Typed): HTMLElement {
  const frame = fieldFrame(place, { label: typed.label ?? place.field.label });
  const shown = typed.show?.(value) ?? asText(value);
  const input = element('input', {
    ...{ type: 'text', autocomplete: 'off', inputmode: typed.inputmode, value: shown },
    ...frame.bound,
  });
  const look = (told: boolean): unknown => {
    const text = input.value.trim();
    const reading: Reading = text === '' ? { value: undefined, says: '' } : typed.read(text);
    const refused = 'refusal' in reading;
    frame.say(refused || reading.says === text ? '' : reading.says);
    // Nobody is interrupted in the middle of a number.
    frame.refuse(refused ? reading.refusal : undefined, told);
    return refused ? text : reading.value;
  };
  input.addEventListener('input', () => change(look(false)));
  input.addEventListener('change', () => look(true));
  look(true);
  return fill(frame, input);
}

/** A day, written as people write it. */
export function dayControl(place: Place, value: unknown, change: Change): HTMLElement {
  return typedDate(place, value, change, 'day');
}

/** A year, a month or a day, as exactly as it is known. */
export function dateControl(place: Place, value: unknown, change: Change): HTMLElement {
  return typedDate(place, value, change, 'any');
}

/** A number without a unit. */
export function numberControl(place: Place, value: unknown, change: Change): HTMLElement {
  const { min, max, value_type } = place.field;
  const limits = [
    min !== undefined && spoken('at least {min}', { min }),
    max !== undefined && spoken('at most {max}', { max }),
  ].filter(Boolean);
  const asked =
    value_type === 'int' ? spoken('Write a whole number in figures alone') : spoken('Write a number in figures alone');
  return typedControl(place, value, change, {
    inputmode: value_type === 'int' ? 'numeric' : 'decimal',
    read(text) {
      const number = readNumber(text);
      const whole = value_type !== 'int' || Number.isInteger(number);
      return number === undefined || !whole || number < (min ?? -Infinity) || number > (max ?? Infinity)
        ? { refusal: `${[asked, ...limits].join(', ')}.` }
        : { value: number, says: '' };
    },
  });
}

/** Reads a number in figures: 12, 1,200 or -7.5. Undefined for anything else. */
export function readNumber(text: string): number | undefined {
  const plain = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/.test(text) ? Number(text.replaceAll(',', '')) : undefined;
  return plain !== undefined && Number.isFinite(plain) ? plain : undefined;
}

function typedDate(place: Place, value: unknown, change: Change, exactness: Exactness): HTMLElement {
  const read = (text: string): Reading => {
    const written = readWrittenDate(text, exactness, place.form.today);
    return 'refusal' in written ? written : { value: written.date, says: dateInWords(written.date) };
  };
  return typedControl(place, value, change, {
    read,
    show(stored) {
      const written = readWrittenDate(asText(stored), exactness, place.form.today);
      return 'date' in written ? dateInWords(written.date) : asText(stored);
    },
  });
}
