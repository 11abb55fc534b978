import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { officerList, type Officer } from '../../schemas/officer.ts';

/**
 * Gives the desk officers of the list. It is read on each request, so that an officer who is taken off it
 * loses access at once. Throws with the file's name when the list is not valid.
 */
export async function readOfficers(file: string): Promise<Officer[]> {
  const parsed = officerList.safeParse(parse(await readFile(file, 'utf8')));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`${file} is not valid at ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`, { cause: parsed.error });
  }
  return parsed.data.officers;
}

export function sameAddress(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
