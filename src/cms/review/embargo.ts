import { valuesOf } from '../entry/save-entry.ts';
import type { ChangedFile } from '../change-in-words.ts';

/**
 * The last day (ISO 8601) ahead from which on a figure that a draft changes holds: until then nobody is to read it.
 * Undefined where none lies ahead.
 */
export function latestValidFrom(files: ChangedFile[], today: string): string | undefined {
  return files
    .flatMap(({ path, before, after }) => {
      if (after === undefined || !/\.(?:yaml|mdx)$/.test(path)) return [];
      const [old, now] = [before ?? '', after].map((text) => daysIn(path, text)) as [string[], string[]];
      return now.filter((day) => !old.includes(day));
    })
    .filter((day) => day > today)
    .sort()
    .at(-1);
}

/** Every `validFrom` of the fees of an entry. */
function daysIn(path: string, text: string): string[] {
  const { fees } = valuesOf(path, text, path.endsWith('.mdx') ? 'mdx' : 'yaml').data;
  return (Array.isArray(fees) ? fees : []).flatMap((fee: { validFrom?: unknown }) =>
    typeof fee?.validFrom === 'string' ? [fee.validFrom] : [],
  );
}
