import * as z from 'zod';
import { fieldMeta } from '../../src/schemas/field.ts';
import { unwrap } from '../../src/schemas/walk.ts';

/** One filled field: where it stands in its schema, and what of it a reader would see. */
export interface FilledField {
  /** Path in the schema; lists are written as []: services.fees[].evidence.asOf */
  path: string;
  kind: 'text' | 'date' | 'number' | 'choice' | 'reference';
  value: unknown;
}

/** What references point to. */
const referred: Record<string, string> = {
  agency: 'water',
  service: 'water/connection',
  jurisdiction: 'xx',
  source: 's1',
  contact: 'desk',
  topic: 'water',
};

/** Fills content so that every field of a schema has a value that stands nowhere else. */
export class Filler {
  readonly fields: FilledField[] = [];
  private next = 1;
  private readonly given: Record<string, (filler: Filler) => unknown>;

  /** `given` holds what the schema alone cannot tell, by path. */
  constructor(given: Record<string, (filler: Filler) => unknown>) {
    this.given = given;
  }

  fill(schema: z.ZodType, path: string): unknown {
    const given = this.given[path];
    if (given) return given(this);
    const bare = unwrap(schema);
    const refersTo = fieldMeta(schema)?.refersTo;
    if (refersTo && bare instanceof z.ZodString) return this.note(path, 'reference', referred[refersTo]);
    if (bare instanceof z.ZodObject) return this.object(bare, path);
    if (bare instanceof z.ZodArray) return this.list(bare.element as z.ZodType, `${path}[]`);
    if (bare instanceof z.ZodLiteral) return [...bare.values][0];
    if (bare instanceof z.ZodEnum) return this.note(path, 'choice', bare.options[0]);
    if (bare instanceof z.ZodBoolean) return this.note(path, 'choice', true);
    if (bare instanceof z.ZodNumber) return this.note(path, 'number', this.number(bare, path));
    return this.string(bare, path);
  }

  object(schema: z.ZodObject, path: string, without: string[] = []): Record<string, unknown> {
    const keys = Object.keys(schema.shape).filter((key) => !without.includes(key) && key !== 'translations');
    return Object.fromEntries(keys.map((key) => [key, this.fill(schema.shape[key] as z.ZodType, `${path}.${key}`)]));
  }

  private list(element: z.ZodType, path: string): unknown[] {
    const bare = unwrap(element);
    if (bare instanceof z.ZodDiscriminatedUnion)
      return bare.options.map((option) => this.fill(option as z.ZodType, path));
    return [this.fill(element, path)];
  }

  private number(schema: z.ZodNumber, path: string): number {
    const wanted = [1000 + 7 * this.next++, 31 + (this.next % 20) + (schema.format === 'safeint' ? 0 : 0.25)];
    const found = wanted.find((number) => schema.safeParse(number).success);
    if (found === undefined) throw new Error(`No number fits ${path}; give one.`);
    return found;
  }

  private string(schema: z.ZodType, path: string): unknown {
    const n = this.next++;
    const day = new Date(Date.UTC(1990, 0, 1 + n)).toISOString().slice(0, 10);
    const candidates: [kind: FilledField['kind'], value: string][] = [
      ['text', `Mark${n} words`],
      ['text', `https://mark${n}.example/`],
      ['text', `mark${n}@rich.example`],
      ['text', `+254 20 555 ${1000 + n}`],
      ['date', day],
      ['date', day.slice(5)],
      ['text', `mark${n}`],
      ['text', `${String(n % 24).padStart(2, '0')}:${String((n * 7) % 60).padStart(2, '0')}`],
      ['choice', n.toString(16).padStart(8, '0')],
      ['choice', 'XTS'],
      ['choice', 'XT'],
      ['choice', 'en'],
    ];
    const found = candidates.find(([, value]) => schema.safeParse(value).success);
    if (!found) throw new Error(`No text fits ${path}; give one.`);
    return this.note(path, ...found);
  }

  private note<V>(path: string, kind: FilledField['kind'], value: V): V {
    this.fields.push({ path, kind, value });
    return value;
  }
}
