import { parseDocument, visit } from 'yaml';
import { withoutHidden } from '../../lib/hidden-characters.ts';
import { LIST_ITEMS_MAX } from '../../schemas/primitives.ts';
import { CmsError } from '../cms-error.ts';
import { splitEntry } from '../../register/entry-parts.ts';

/** Deeper and wider than any entry: what goes beyond was not written in a form. */
const DEPTH_MAX = 20;
const FIELDS_MAX = 200;

/**
 * Reads an entry as an editor sent it: only its values are taken, never its layout. Characters that cannot be seen, and
 * spaces at the ends of a line, are dropped. Refuses, with a sentence, what no form sends.
 */
export function readSent(raw: string, extension: 'mdx' | 'yaml'): { data: Record<string, unknown>; body: string } {
  const { yaml, body } = splitEntry(raw, extension);
  return { data: sentValues(valuesOf(yaml)), body: body.replace(/[^\r\n]+/g, withoutHidden) };
}

/** The values of an entry that came with a form, cleaned in the same way and refused where no form sends them. */
export function sentValues(sent: unknown): Record<string, unknown> {
  const data = cleaned(sent, 0);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw unreadable();
  return data as Record<string, unknown>;
}

function valuesOf(yaml: string): unknown {
  assertShallow(yaml);
  // Repeated fields are not looked for, which would compare each with each; the last one counts.
  const document = parseDocument(yaml, { uniqueKeys: false, logLevel: 'silent' });
  if (document.errors.length > 0) throw unreadable();
  visit(document, {
    Alias() {
      throw new CmsError(
        422,
        'Not saved. The entry holds a reference of YAML, written with & or *. Put a text that begins with such a sign into quotes, and write out what is meant twice.',
      );
    },
  });
  return document.toJS({ maxAliasCount: 0 });
}

/** The parser follows every level by a call of its own, and would fall over before it could refuse. */
function assertShallow(yaml: string): void {
  const indent = Math.max(0, ...(yaml.match(/^(?: |- )*/gm) ?? []).map((start) => start.length));
  const brackets = Math.max(0, ...(yaml.match(/(?:[[{]\s*)+/g) ?? []).map((run) => run.replace(/\s/g, '').length));
  if (indent > DEPTH_MAX * 10 || brackets > DEPTH_MAX) throw unreadable();
}

function cleaned(value: unknown, depth: number): unknown {
  if (depth > DEPTH_MAX) throw unreadable();
  if (typeof value === 'string') return value.includes('\n') ? withoutHidden(value) : withoutHidden(value).trim();
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    if (value.length > LIST_ITEMS_MAX)
      throw new CmsError(
        422,
        'Not saved. A list has {n} items; keep it to at most {most}, and divide what belongs to several services.',
        { values: { n: value.length, most: LIST_ITEMS_MAX } },
      );
    return value.map((item) => cleaned(item, depth + 1));
  }
  const fields = Object.entries(value);
  if (fields.length > FIELDS_MAX) throw unreadable();
  return Object.fromEntries(
    fields.map(([name, item]) => {
      if (!/^[A-Za-z][A-Za-z0-9]{0,60}$/.test(name))
        throw new CmsError(
          422,
          'Not saved. The entry holds a field “{name}”, which no form has. Reload the page and enter the change again.',
          { values: { name: name.slice(0, 60) } },
        );
      return [name, cleaned(item, depth + 1)];
    }),
  );
}

function unreadable(): CmsError {
  return new CmsError(400, 'The entry could not be read. Reload the page and enter the change again.');
}
