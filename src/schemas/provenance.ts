import * as z from 'zod';
import { field } from './field.ts';
import { line, paragraph, partialDate, slug, webAddress, isoDate } from './primitives.ts';

/** How firmly a figure stands: who says it, from the agency's own page down to a guide nobody has confirmed. */
export const verification = z.enum(['official', 'official-document', 'law', 'press', 'secondary', 'unverified']);
export type Verification = z.output<typeof verification>;

/** A page or document that was read. Listed once per charter and referred to by its id. */
export const source = z.strictObject({
  id: field(slug, {
    label: 'Source id',
    help: 'A short name used by the figures that cite this source, for example s1.',
    control: 'id',
  }),
  title: field(line, { label: 'Title', help: 'Who published it and what it is called.' }),
  url: field(webAddress.optional(), { label: 'Web address' }),
  publishedOn: field(partialDate.optional(), {
    label: 'Published on',
    help: 'The date the source itself bears. Leave empty when it bears none; the page then says "undated".',
  }),
  readOn: field(isoDate.optional(), { label: 'Read on', help: 'The day on which somebody last opened the source.' }),
  kind: field(verification, { label: 'Kind of source' }),
  note: field(line.optional(), {
    label: 'Note',
    help: 'For example "opening only" or "stored copy".',
    translatable: true,
  }),
});
export type Source = z.output<typeof source>;

/** Where a figure or statement comes from. */
export const evidence = z.strictObject({
  sources: field(
    z
      .array(field(slug, { label: 'Source id', refersTo: 'source' }))
      .min(1, 'Name at least one source id from the list of sources in the charter.'),
    {
      label: 'Sources',
      help: 'Ids from the charter’s list of sources.',
    },
  ),
  asOf: field(partialDate.optional(), {
    label: 'As of',
    help: 'The date for which the source says this. Leave empty when it is not known; the page then says so.',
  }),
  confirmedOn: field(isoDate.optional(), {
    label: 'Confirmed on',
    help: 'The day on which the office’s own desk said that it still holds. The charter desk fills it in with one tap; remove it when you write another figure.',
  }),
  verification: field(verification, { label: 'Verification' }),
  note: field(line.optional(), {
    label: 'Note',
    help: 'For example the section of the Act, or "older guide".',
    translatable: true,
  }),
});
export type Evidence = z.output<typeof evidence>;

/** A different figure found elsewhere. Shown beside the main one, never averaged. */
export const conflictingClaim = z.strictObject({
  says: field(line, { label: 'What this source says', translatable: true }),
  evidence: field(evidence, { label: 'Where it is said' }),
});

/** What held before. Shown as the figure's history. */
export const formerValue = z.strictObject({
  says: field(line, { label: 'What held before', translatable: true }),
  from: field(partialDate.optional(), { label: 'From' }),
  until: field(partialDate.optional(), { label: 'Until' }),
  evidence: field(evidence.optional(), { label: 'Where it is said' }),
});
export type FormerValue = z.output<typeof formerValue>;

/**
 * What took a figure's place where the new figure itself is not known: a price list nobody has read, a fee said to have
 * changed.
 */
export const supersession = z.strictObject({
  by: field(line, {
    label: 'What took its place',
    help: 'As far as it is known, for example "the price list of 10 May 2025; its price for this was not found".',
    translatable: true,
  }),
  since: field(partialDate.optional(), { label: 'Since', help: 'Leave empty when it is not known.' }),
  evidence: field(evidence, { label: 'Where it is said' }),
});

/** Fields that every figure carries: its evidence, what took its place, what contradicts it, what it was before. */
export const figureFields = {
  evidence: field(evidence, { label: 'Evidence', help: 'Where this figure comes from.' }),
  superseded: field(supersession.optional(), {
    label: 'Superseded',
    help: 'Only where what this figure stands on was replaced (a price list, a law, a page) and the new figure is not known. Every place that shows the figure then says so. Where the new figure is known, write that one and move this one to the earlier figures.',
  }),
  conflicting: field(z.array(conflictingClaim).default([]), {
    label: 'Conflicting figures',
    help: 'Other figures found in other sources. The figure is then disputed: every place that shows it says so, and its page shows them side by side.',
  }),
  history: field(z.array(formerValue).default([]), { label: 'Earlier figures', one: 'a figure' }),
};
export type FigureFields = z.output<z.ZodObject<typeof figureFields>>;

/** A statement of the agency with its source (vision, mission, mandate, pledge). */
export const sourcedStatement = z.strictObject({
  text: field(paragraph, { label: 'Text', control: 'long-text', translatable: true }),
  evidence: field(evidence, { label: 'Evidence' }),
});
export type SourcedStatement = z.output<typeof sourcedStatement>;

/** A list of statements with one source (values, functions, rights, obligations). */
export const sourcedList = z.strictObject({
  items: field(z.array(field(paragraph, { label: 'Item', translatable: true })).min(1, 'List at least one item.'), {
    label: 'Items',
  }),
  evidence: field(evidence, { label: 'Evidence' }),
});
export type SourcedList = z.output<typeof sourcedList>;
