import { isDeepStrictEqual } from 'node:util';
import type * as z from 'zod';
import { defaultLanguage } from '../../lib/locales.ts';
import { parseSourceFile } from '../../register/source-file.ts';
import { collections, type CollectionName } from '../../schemas/collections.ts';
import type { Translation } from '../../schemas/translation.ts';
import { pageTexts } from '../../texts/texts.ts';
import type { SentenceContext } from '../sentences.ts';
import { fieldLines } from './field-lines.ts';
import { shortName, type ChangedFile, type Telling, type ToldEntry } from './told-entry.ts';
import { translationLines } from './translation-lines.ts';

/** A notice, a topic or a guide: its fields by their labels. */
export function plainEntry(
  collection: CollectionName,
  { path, before, after }: ChangedFile,
  { id, language, register }: { id: string } & Telling,
): ToldEntry {
  const { schema, format, label } = collections[collection];
  const m = pageTexts('desk-change', language);
  const read = (text: string | undefined) =>
    text === undefined ? undefined : parseSourceFile(path, text, format).source;
  const [old, now] = [read(before), read(after)];
  const [was, is] = [old?.data ?? {}, now?.data ?? {}] as [Record<string, unknown>, Record<string, unknown>];
  const { agency } = { ...was, ...is };
  const own = [is.title, is.name, was.title, was.name].find((name) => typeof name === 'string') ?? id;
  const names = [typeof agency === 'string' ? shortName(agency, register) : label, own as string];
  if (!old || !now) return { names, changes: [{ what: [old ? m.entryGone : m.entryNew] }] };
  const context: SentenceContext = { language, original: defaultLanguage };
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (key) => key !== 'translations' && !isDeepStrictEqual(was[key], is[key]),
  );
  const translations = ({ translations = [] }: Record<string, unknown>): Translation[] =>
    Array.isArray(translations) ? (translations as Translation[]) : [];
  return {
    names,
    changes: [
      ...fieldLines(schema as z.ZodObject, was, is, keys, context),
      ...(old.body.trim() === now.body.trim() ? [] : [{ what: [m.body] }]),
      ...translationLines(translations(was), translations(is), context),
    ],
  };
}
