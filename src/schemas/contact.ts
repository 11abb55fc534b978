import * as z from 'zod';
import { armoredPublicKey } from './encryption-key.ts';
import { field } from './field.ts';
import { dialable, emailAddress, isoDate, line, paragraph, slug, webAddress } from './primitives.ts';
import { opening } from './opening.ts';
import { evidence } from './provenance.ts';

export const contactRole = z.enum(['general', 'complaint', 'appeal', 'foi', 'corruption', 'oversight']);
export type ContactRole = z.output<typeof contactRole>;

export const phone = z.strictObject({
  number: field(dialable, { label: 'Number' }),
  says: field(line.optional(), {
    label: 'Written as',
    help: 'For numbers advertised as words, for example 0700-CALL-INEC.',
  }),
  kind: field(z.enum(['voice', 'sms', 'ussd', 'whatsapp', 'fax']).default('voice'), { label: 'Kind' }),
  tollFree: field(z.boolean().default(false), { label: 'Free to call' }),
  hours: field(line.optional(), { label: 'Hours', translatable: true }),
});
export type Phone = z.output<typeof phone>;

/** A person, desk or body that answers. */
export const contact = z.strictObject({
  id: field(slug, {
    label: 'Contact id',
    help: 'A short name for referring to this contact, for example servicom-desk.',
    control: 'id',
  }),
  roles: field(z.array(contactRole).min(1, 'Choose at least one role.'), { label: 'Answers for' }),
  title: field(line, {
    label: 'Title',
    help: 'The office or post, for example "Solicitor-General / Accounting Officer".',
    translatable: true,
  }),
  person: field(line.optional(), {
    label: 'Name of the person',
    help: 'Only where the agency itself publishes the name.',
  }),
  address: field(paragraph.optional(), { label: 'Postal or street address' }),
  phones: field(z.array(phone).default([]), { label: 'Telephone numbers', one: 'a number' }),
  emails: field(z.array(emailAddress).default([]), {
    label: 'E-mail addresses',
    help: 'The first one receives what citizens send through the portal.',
  }),
  encryptionKey: field(armoredPublicKey.optional(), {
    label: 'Public key for reports (OpenPGP)',
    help: 'Where it is given, a report of misconduct to this desk is encrypted before it is stored and mailed; only the desk can open it. The desk must keep its private key: without it nobody can read a report.',
    control: 'long-text',
  }),
  formUrl: field(webAddress.optional(), { label: 'Web form or portal' }),
  withoutName: field(z.boolean().default(false), {
    label: 'No name is asked',
    help: 'Only where a source says so, or lists what is asked and a name is not among it. On the page for reports of bribes such ways come first.',
  }),
  asksFor: field(line.optional(), {
    label: 'What it asks for',
    help: 'For example "a scanned identity card". Said before somebody goes there.',
    translatable: true,
  }),
  responseTarget: field(line.optional(), {
    label: 'Promised answer',
    help: 'For example "within 5 working days".',
    translatable: true,
  }),
  note: field(paragraph.optional(), { label: 'Note', translatable: true }),
  lastCheckedOn: field(isoDate.optional(), {
    label: 'Last checked on',
    help: 'The day on which somebody rang, wrote or opened it and got through.',
  }),
  checkStatus: field(z.enum(['unchecked', 'confirmed', 'failed']).default('unchecked'), {
    label: 'Result of the last check',
  }),
  evidence: field(evidence, { label: 'Evidence' }),
});
export type Contact = z.output<typeof contact>;

export const office = z.strictObject({
  name: field(line, { label: 'Name of the office', translatable: true }),
  region: field(line.optional(), {
    label: 'Region',
    help: 'The county, State or other region it is in, as it is called in content/places. Many offices are grouped by it.',
  }),
  address: field(paragraph.optional(), { label: 'Address' }),
  hours: field(line.optional(), { label: 'Opening hours', translatable: true }),
  opening: field(opening.optional(), {
    label: 'Opening hours, day by day',
    help: 'Only where a source names days and times exactly. From these the page says whether the office is open now.',
  }),
  phones: field(z.array(phone).default([]), { label: 'Telephone numbers', one: 'a number' }),
  emails: field(z.array(emailAddress).default([]), { label: 'E-mail addresses', one: 'an address' }),
  latitude: field(z.number().min(-90).max(90).optional(), { label: 'Latitude' }),
  longitude: field(z.number().min(-180).max(180).optional(), { label: 'Longitude' }),
  note: field(line.optional(), { label: 'Note', translatable: true }),
  evidence: field(evidence, { label: 'Evidence' }),
});

export const socialAccount = z.strictObject({
  network: field(line, { label: 'Network', help: 'For example X, Facebook, WhatsApp.' }),
  handle: field(line, { label: 'Account', help: 'For example @nigimmigration.' }),
  url: field(webAddress.optional(), { label: 'Web address' }),
  evidence: field(evidence, { label: 'Evidence' }),
});
