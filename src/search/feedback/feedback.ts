import { randomUUID } from 'node:crypto';
import { appendFile, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod';
import { withoutHidden } from '../../lib/hidden-characters.ts';
import { makeFolder } from '../../lib/make-folder.ts';
import { languages } from '../../lib/locales.ts';
import { addMonths } from '../../deadlines/working-days.ts';
import { slug } from '../../schemas/primitives.ts';
import { maskPersonalData } from './mask.ts';

const TEXT_MAX = 200;
/** What people looked for two years ago says little about what they will look for. */
const KEPT_MONTHS = 24;
const shortText = z.string().transform((text) => withoutHidden(text).replace(/\s+/g, ' ').trim().slice(0, TEXT_MAX));

/** What somebody says about an answer of the search or of the finder, or about the page of a service. */
const given = z.object({
  q: shortText.default(''),
  country: slug.max(20).optional(),
  language: z.enum(languages),
  agency: slug.max(100),
  /** The service whose page it is about; absent for an answer of the search or of the finder. */
  service: slug.optional(),
  verdict: z.enum(['yes', 'no']),
  lookingFor: shortText.default(''),
});

/** One line of the file. There is no time of day, address, cookie or anything else that could be joined to a person. */
const feedbackRecord = given.extend({ day: z.iso.date() });
export type FeedbackRecord = z.output<typeof feedbackRecord>;

export interface Feedback {
  /** Keeps one answer. Gives why it was not kept: not understood, or more came today than people would send. */
  record(fields: Record<string, unknown>): Promise<'kept' | 'not-understood' | 'too-many'>;
  /** All that is kept. */
  all(): Promise<FeedbackRecord[]>;
}

export interface FeedbackOptions {
  file: string;
  clock: () => Date;
  /** Nobody is known, so nobody can be limited; all together are: those on answers, and apart from them those on pages. */
  perDayMax?: number;
  /** How many processes write to the file; each keeps its share of what may come in a day. */
  processes?: number;
  bytesMax?: number;
}

/** Keeps what people say of answers, as one JSON object a line, in a file that grows by lines; once a day the oldest go. */
export function createFeedback(options: FeedbackOptions): Feedback {
  const { file, clock, perDayMax = 500, processes = 1, bytesMax = 5_000_000 } = options;
  let day = '';
  let counts = { answers: 0, pages: 0 };
  return {
    all: () => readFeedback(file),
    async record(fields) {
      const parsed = given.safeParse(Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')));
      if (!parsed.success) return 'not-understood';
      const today = clock().toISOString().slice(0, 10);
      if (today !== day) {
        day = today;
        const kept = (await dropOldFeedback(file, today)).filter((record) => record.day === today);
        const pages = kept.filter(({ service }) => service !== undefined).length;
        counts = {
          answers: Math.floor((kept.length - pages) / processes),
          pages: Math.floor(pages / processes),
        };
      }
      const size = await stat(file).then(
        (found) => found.size,
        () => 0,
      );
      const about = parsed.data.service === undefined ? 'answers' : 'pages';
      if (counts[about] >= perDayMax / processes || size >= bytesMax) return 'too-many';
      counts[about]++;
      const { q, lookingFor } = parsed.data;
      const record: FeedbackRecord = {
        ...parsed.data,
        q: maskPersonalData(q),
        lookingFor: maskPersonalData(lookingFor),
        day: today,
      };
      makeFolder(dirname(file));
      await appendFile(file, `${JSON.stringify(record)}\n`, { mode: 0o600 });
      return 'kept';
    },
  };
}

/** What was kept, oldest first; nothing when there is no file. Lines that are not whole are left out. */
export async function readFeedback(file: string): Promise<FeedbackRecord[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => {
    try {
      return feedbackRecord.parse(JSON.parse(line));
    } catch {
      return [];
    }
  });
}

/** Takes out what has been kept long enough, and gives the rest. Lines that cannot be read stay as they are. */
async function dropOldFeedback(file: string, today: string): Promise<FeedbackRecord[]> {
  const oldest = addMonths(today, -KEPT_MONTHS);
  const records = await readFeedback(file);
  if (records.some(({ day }) => day < oldest)) {
    const lines = (await readFile(file, 'utf8')).split('\n');
    const kept = lines.filter((line) => (/"day":"([\d-]{10})"/.exec(line)?.[1] ?? oldest) >= oldest);
    // Another process may be doing the same.
    const whole = `${file}.${randomUUID()}`;
    await writeFile(whole, kept.join('\n'), { mode: 0o600 });
    await rename(whole, file);
  }
  return records;
}
