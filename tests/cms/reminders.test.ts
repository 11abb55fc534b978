import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reminderDue, remindOfReviews } from '../../src/cms/reminders/remind-of-reviews.ts';
import { createSentReminders } from '../../src/cms/reminders/sent-reminders.ts';
import { openDatabase } from '../../src/database/open-database.ts';
import type { Database } from '../../src/database/tables.ts';
import type { Officer } from '../../src/schemas/officer.ts';
import { registerOf } from '../quality/quality-fixture.ts';
import type { Mail } from './fixture.ts';

let dir: string;
let db: Database;
let mails: Mail[];
const open = () => openDatabase(join(dir, 'cases.sqlite'));

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'reminders-test-'));
  db = await open();
  mails = [];
});
afterEach(async () => {
  await db.destroy();
  rmSync(dir, { recursive: true, force: true });
});

const officer = (email: string, more: Partial<Officer> = {}): Officer => ({
  name: 'Amina',
  email,
  role: 'desk-officer',
  agencies: ['water'],
  jurisdictions: [],
  mayPublish: true,
  sample: false,
  ...more,
});
const officers = [
  officer('amina@water.example'),
  officer('Chidi@water.example', { language: 'sw' }),
  officer('efe@other.example', { agencies: ['ombudsman'] }),
  officer('admin@portal.example', { role: 'administrator', agencies: ['water', 'ombudsman'] }),
];

/** Does a round on a day, as often as the portal would. */
async function roundOn(day: string, due = '2027-01-31', sendMail = async (mail: Mail) => void mails.push(mail)) {
  const clock = () => new Date(`${day}T09:00:00Z`);
  const register = registerOf({ charter: { nextReviewDue: due } });
  const round = () =>
    remindOfReviews({
      register: async () => register,
      officers: async () => officers,
      sent: createSentReminders(async () => db, clock),
      sendMail,
      deskAddress: (language) => `https://portal.example${language === 'en' ? '' : `/${language}`}/desk/`,
      clock,
    });
  await round();
  await round();
}
const sent = (): string[] => mails.map(({ to, subject }) => `${to}: ${subject}`);

describe('reminders of the review of a charter', () => {
  it('go out 30, 7 and 0 days before, to the desk officers of the body, once each across a restart', async () => {
    await roundOn('2026-12-31');
    expect(mails).toEqual([]);
    await roundOn('2027-01-01');
    expect(mails.map(({ to }) => to)).toEqual(['amina@water.example', 'Chidi@water.example']);
    await db.destroy();
    db = await open();
    await roundOn('2027-01-02');
    await roundOn('2027-01-23');
    expect(mails).toHaveLength(2);
    await roundOn('2027-01-24');
    expect(mails).toHaveLength(4);
    await roundOn('2027-01-31');
    await roundOn('2027-03-01');
    expect(mails).toHaveLength(6);
  });

  it('say what is to be done and where, each in the language of who gets it', async () => {
    await roundOn('2027-01-01');
    expect(sent()).toEqual([
      'amina@water.example: Review of the charter by 31 January 2027: Water Board',
      'Chidi@water.example: Mapitio ya mkataba kufikia 31 Januari 2027: Water Board',
    ]);
    expect(mails[0]?.text).toContain('https://portal.example/desk/');
    expect(mails[1]?.text).toContain('https://portal.example/sw/desk/');
  });

  it('are one mail, and not three, after a long silence', async () => {
    await roundOn('2027-02-10');
    expect(sent()[0]).toBe('amina@water.example: The review of the charter is overdue: Water Board');
    expect(mails).toHaveLength(2);
  });

  it('begin anew with another date, and stop where there is none', async () => {
    await roundOn('2027-01-31');
    await roundOn('2027-01-31', '2028-01-31');
    expect(mails).toHaveLength(2);
    await roundOn('2028-01-02', '2028-01-31');
    expect(mails).toHaveLength(4);
    await roundOn('2028-01-31', '2027-01-31');
    expect(mails).toHaveLength(6);
  });

  it('that could not be sent are tried again', async () => {
    const fail = async () => Promise.reject(new Error('The outbox is full.'));
    await expect(roundOn('2027-01-01', undefined, fail)).rejects.toThrow('The outbox is full.');
    await roundOn('2027-01-01');
    expect(mails).toHaveLength(2);
  });

  it.each([
    ['2026-12-31', undefined],
    ['2027-01-01', 30],
    ['2027-01-24', 7],
    ['2027-01-31', 0],
    ['2029-01-31', 0],
  ])('on %s: that of %s days before', (today, expected) => {
    expect(reminderDue('2027-01-31', today)).toBe(expected);
  });
});
