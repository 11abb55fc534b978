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
        ? { message: 'This field is missing; it is required.', remedy: `Add it; it must be ${article(issue.expected)}.` }
        : { message: `Expected ${article(issue.expected)}, found ${found}.`, remedy: typeRemedy(issue.expected, issue.input) };
    case 'unrecognized_keys':
      return unknownKeys(issue.keys, knownKeys);
    case 'invalid_value':
      return {
        message: `Expected one of ${issue.values.map(String).join(', ')}; found ${found}.`,
        remedy: suggestValue(issue.input, issue.values.map(String)),
      };
    case 'invalid_union':
      return unionExplanation(issue);
    case 'too_small':
    case 'too_big':
      return { message: `Found ${found}. ${issue.message}`, remedy: sizeRemedy(issue) };
    case 'invalid_format':
      return { message: `Found ${found}, which does not have the right form.`, remedy: issue.message };
    case 'custom':
      return { message: `Found ${found}, which does not hold together.`, remedy: issue.message };
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
  if (typeof input === 'string') return `"${input.length > 60 ? `${input.slice(0, 57)}…` : input}"`;
  return String(input);
}

function typeRemedy(expected: string, input: unknown): string {
  if (expected === 'number' && typeof input === 'string') {
    const digits = input.replace(/[^\d.]/g, '');
    return /\d/.test(digits) && Number.isFinite(Number(digits))
      ? `Write the number alone, without quotes, commas or currency: ${digits}`
      : 'Write digits only, for example 1500; use another kind when there is no number.';
  }
  if (expected === 'string' && typeof input === 'number') return `Put it in quotes: "${input}"`;
  if (expected === 'string' && typeof input === 'object' && input !== null) return 'Put the text in quotes; a colon inside it makes YAML read it as a group of fields.';
  if (expected === 'array') return 'Write it as a list, each item on its own line after "- ".';
  if (input === null) return 'Write a value, or remove the line to leave the field out.';
  return `Write ${article(expected)}.`;
}

function unknownKeys(keys: string[], knownKeys: string[]): Explanation {
  const guesses = keys.flatMap((key) => {
    const guess = nearest(key, knownKeys);
    return guess ? [`"${key}" → "${guess}"`] : [];
  });
  return {
    message: `Unknown field${keys.length === 1 ? '' : 's'}: ${keys.join(', ')}.`,
    remedy: guesses.length > 0 ? `Did you mean ${guesses.join(', ')}?` : `Remove it. Fields allowed here: ${knownKeys.join(', ') || 'none'}.`,
  };
}

function suggestValue(input: unknown, values: string[]): string {
  const guess = typeof input === 'string' ? nearest(input, values) : undefined;
  return guess ? `Did you mean "${guess}"?` : `Choose one of: ${values.join(', ')}.`;
}

function unionExplanation(issue: z.core.$ZodIssueInvalidUnion): Explanation {
  const input = issue.input as Record<string, unknown> | undefined;
  const value = issue.discriminator ? input?.[issue.discriminator] : undefined;
  return {
    message: `The field "${issue.discriminator ?? 'kind'}" does not name a known kind; found ${describe(value)}.`,
    remedy: `Write one of the kinds in the documentation of this field under "${issue.discriminator ?? 'kind'}".`,
  };
}

function sizeRemedy(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  if (issue.origin === 'string') return issue.code === 'too_big' ? 'Shorten the text.' : 'Write something, or remove the field.';
  if (issue.origin === 'array') return issue.code === 'too_small' ? 'Add an item to the list.' : 'Remove items from the list.';
  return 'Correct the number.';
}
