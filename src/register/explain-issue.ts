import type * as z from 'zod';
import { nearest } from '../lib/edit-distance.ts';

export interface Explanation {
  message: string;
  remedy: string;
}

/**
 * Turns a Zod issue into a sentence that says what is wrong and one that says what to do.
 * `knownKeys` are the fields allowed at the place of the issue, for "did you mean".
 */
export function explainIssue(issue: z.core.$ZodIssue, knownKeys: string[] = []): Explanation {
  const found = describe(issue.input);
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? {
            message: 'This field is missing; it is required.',
            remedy: `Add it; it must be ${article(issue.expected)}.`,
          }
        : {
            message: `Expected ${article(issue.expected)}, found ${found}.`,
            remedy: typeRemedy(issue.expected, issue.input),
          };
    case 'unrecognized_keys':
      return unknownKeys(issue.keys, knownKeys);
    case 'invalid_value':
      if (issue.input === undefined) {
        return {
          message: 'This field is missing; it is required.',
          remedy: `Add it; choose one of: ${issue.values.map(String).join(', ')}.`,
        };
      }
      return {
        message: `Expected one of ${issue.values.map(String).join(', ')}; found ${found}.`,
        remedy: suggestValue(issue.input, issue.values.map(String)),
      };
    case 'invalid_union':
      return unionExplanation(issue);
    case 'too_small':
    case 'too_big':
      return sizeExplanation(issue);
    case 'invalid_format':
      return { message: `Found ${found}, which does not have the right form.`, remedy: issue.message };
    case 'custom':
      return {
        message:
          typeof issue.input === 'object' ? 'These fields do not fit together.' : `Found ${found}, which does not fit.`,
        remedy: issue.message,
      };
    default:
      return { message: issue.message, remedy: 'Correct the value.' };
  }
}

function article(expected: string): string {
  const names: Record<string, string> = {
    string: 'a text',
    number: 'a number',
    boolean: 'true or false',
    array: 'a list (lines that start with "- ")',
    object: 'a group of fields',
    int: 'a whole number',
  };
  return names[expected] ?? `a value of type ${expected}`;
}

function describe(input: unknown): string {
  if (input === undefined) return 'nothing';
  if (input === null) return 'an empty value';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'a group of fields';
  if (typeof input === 'string') {
    const text = input.replace(/\s*\n\s*/g, ' ⏎ ');
    return `"${text.length > 60 ? `${text.slice(0, 57)}…` : text}"`;
  }
  return String(input);
}

function typeRemedy(expected: string, input: unknown): string {
  if (expected === 'number' && typeof input === 'string') {
    const number = onlyNumber(input);
    return number
      ? `Write the number alone, without quotes, commas or currency: ${number}`
      : 'Write digits only, for example 1500; use another kind when there is no number.';
  }
  if (expected === 'string' && typeof input === 'number') return `Put it in quotes: "${input}"`;
  if (expected === 'string' && typeof input === 'object' && input !== null)
    return 'Put the text in quotes; a colon inside it makes YAML read it as a group of fields.';
  if (expected === 'array') return 'Write it as a list, each item on its own line after "- ".';
  if (input === null) return 'Write a value, or remove the line to leave the field out.';
  if (expected === 'object') return 'Write lines of the form "field: value".';
  return `Write ${article(expected)}.`;
}

/** The number that a text such as "KSh. 1,500/-" contains, if it is plain which one is meant. */
function onlyNumber(text: string): string | undefined {
  const [number, ...others] = text.match(/\d(?:[\d., ]*\d)?/g) ?? [];
  if (number === undefined || others.length > 0) return undefined;
  return /^(?:\d+|\d{1,3}(?:[, ]\d{3})+)(?:\.\d{1,2})?$/.test(number) ? number.replace(/[, ]/g, '') : undefined;
}

function unknownKeys(keys: string[], knownKeys: string[]): Explanation {
  const guesses = keys.flatMap((key) => {
    const guess = nearest(key, knownKeys);
    return guess ? [keys.length === 1 ? `"${guess}"` : `"${guess}" for "${key}"`] : [];
  });
  return {
    message: `Unknown field${keys.length === 1 ? '' : 's'}: ${keys.join(', ')}.`,
    remedy:
      guesses.length > 0
        ? `Did you mean ${guesses.join(', ')}?`
        : `Remove it. Fields allowed here: ${knownKeys.join(', ') || 'none'}.`,
  };
}

function suggestValue(input: unknown, values: string[]): string {
  const guess = typeof input === 'string' ? nearest(input, values) : undefined;
  return guess ? `Did you mean "${guess}"?` : `Choose one of: ${values.join(', ')}.`;
}

function unionExplanation(issue: z.core.$ZodIssueInvalidUnion): Explanation {
  const input = issue.input as Record<string, unknown> | undefined;
  const discriminator = issue.discriminator ?? 'kind';
  const value = input?.[discriminator];
  const kinds = 'options' in issue ? (issue.options ?? []).map(String) : [];
  return {
    message: `The field "${discriminator}" does not name a known kind; found ${describe(value)}.`,
    remedy: suggestValue(value, kinds),
  };
}

/** The schema's own words are the remedy where it has any; Zod's begin with "Too". */
function sizeExplanation(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): Explanation {
  const limit = String(issue.code === 'too_small' ? issue.minimum : issue.maximum);
  const remedy = issue.message.startsWith('Too ')
    ? `Write ${issue.code === 'too_small' ? 'at least' : 'at most'} ${limit}.`
    : issue.message;
  const { input } = issue;
  if (typeof input === 'string')
    return { message: input === '' ? 'The text is empty.' : `The text has ${input.length} characters.`, remedy };
  if (Array.isArray(input))
    return { message: input.length === 0 ? 'The list is empty.' : `The list has ${input.length} items.`, remedy };
  return {
    message: `Found ${describe(input)}, which is too ${issue.code === 'too_small' ? 'small' : 'large'}.`,
    remedy,
  };
}
