import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import {
  isArgumentElement,
  isDateElement,
  isNumberElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  isTimeElement,
} from '@formatjs/icu-messageformat-parser';
import { parseMessage, type MessageFile } from './compile.ts';

/** Writes the types of all texts, from the English files: a string, or a function of the values that go into it. */
export function writeShape(english: Record<string, MessageFile>): string {
  return `// Written by \`npm run texts\` from the English files. Change those, and run it again.
import type { Message } from './message.ts';

export interface Texts ${shapeOf(english, '')}
`;
}

/** The values that a message takes, each with its type in TypeScript. */
export function valuesOf(message: string): Map<string, string> {
  return new Map([...typesIn(message)].map(([name, all]) => [name, narrowest(all)]));
}

/** The values by which a message only chooses its words, without showing them. */
export function onlyChosenBy(message: string): string[] {
  return [...typesIn(message)].filter(([, all]) => !all.has(ANY)).map(([name]) => name);
}

function typesIn(message: string): Map<string, Set<string>> {
  const types = new Map<string, Set<string>>();
  collect(parseMessage(message), types);
  return types;
}

const ANY = 'string | number';

function collect(elements: MessageFormatElement[], types: Map<string, Set<string>>): void {
  const add = (name: string, type: string): void => void types.set(name, (types.get(name) ?? new Set()).add(type));
  for (const element of elements) {
    if (isArgumentElement(element)) add(element.value, ANY);
    else if (isPluralElement(element) || isNumberElement(element)) add(element.value, 'number');
    else if (isDateElement(element) || isTimeElement(element)) add(element.value, 'Date');
    else if (isSelectElement(element)) add(element.value, choices(Object.keys(element.options)));
    // What is written as a number or a date is shown, like what is written as it is.
    if (isNumberElement(element) || isDateElement(element) || isTimeElement(element)) add(element.value, ANY);
    if (isPluralElement(element) || isSelectElement(element))
      for (const { value } of Object.values(element.options)) {
        collect(value, types);
        if (value.some(isPoundElement)) add(element.value, ANY);
      }
  }
}

/** A value that is counted, chosen by or dated has that type wherever else it is only shown. */
function narrowest(all: Set<string>): string {
  const narrow = [...all].filter((type) => type !== ANY);
  if (narrow.length > 1) throw new Error(`A value cannot be ${narrow.join(' and ')} at once; name them apart.`);
  return narrow[0] ?? ANY;
}

const choices = (options: string[]): string => options.map((option) => `'${option}'`).join(' | ');

function shapeOf(place: string | MessageFile, indent: string): string {
  if (typeof place !== 'string') {
    const inner = `${indent}  `;
    const lines = Object.entries(place).map(([key, value]) => `${inner}${nameOf(key)}: ${shapeOf(value, inner)};\n`);
    return `{\n${lines.join('')}${indent}}`;
  }
  const values = [...valuesOf(place)].map(([name, type]) => `${nameOf(name)}: ${type}`);
  return values.length > 0 ? `Message<{ ${values.join('; ')} }>` : 'string';
}

const nameOf = (key: string): string => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : `'${key}'`);
