import { defaultLanguage, languages, type Language } from '../../lib/locales.ts';
import type { Register } from '../../register/register.ts';
import { date } from '../../register/format.ts';
import type { Officer } from '../../schemas/officer.ts';
import { texts } from '../../texts/texts.ts';
import { sameAddress } from '../auth/officers.ts';
import { plainWords, type ChangeInWords, type DescribeChange } from '../change-in-words.ts';
import { changedFiles } from '../entry/changed-files.ts';
import type { ContentStore } from '../git/content-store.ts';
import type { Draft } from '../git/drafts.ts';
import type { Person } from '../git/person.ts';
import type { ReviewEvent } from '../git/review-steps.ts';
import { agencyOfDraft } from './due.ts';

export interface ReviewPostOptions {
  store: ContentStore;
  register: () => Promise<Register>;
  /** Everybody who may sign in, with their reach. */
  officers: () => Promise<Officer[]>;
  /** Resolves once the mail will be sent. */
  sendMail: (mail: { to: string; subject: string; text: string; until: Date }) => Promise<void>;
  inWords: DescribeChange;
  /** The whole address of the page on which a draft is reviewed. */
  reviewAddress: (language: Language, draft: string) => string;
  /** The whole address at which a draft can be seen as it will look. */
  previewLink?: ((draft: Draft) => Promise<string | undefined>) | undefined;
  clock: () => Date;
  log: (event: object) => void;
}

/** Tells those whom it concerns what became of a draft: one mail to each, with no other address in it. */
export interface ReviewPost {
  tellStep(draft: Draft, event: Omit<ReviewEvent, 'at'>): Promise<void>;
  /** `byItself`: on its day, while nobody was at the desk. */
  tellPublished(draft: Draft, by: Person, byItself?: boolean): Promise<void>;
}

/** After so many days a mail about a draft that could not be sent is worth nothing. */
const MAIL_DAYS = 7;

type Kind = 'asked' | 'commented' | 'sent-back' | 'approved' | 'failed' | 'published';

/** What is told of a draft. */
interface Told {
  kind: Kind;
  by: Person;
  words: string;
  from?: string | undefined;
}

export function createReviewPost(options: ReviewPostOptions): ReviewPost {
  const { store, register, clock, log } = options;

  /** What is to be told is done, and stands on the page of the draft: a mail that cannot be sent must not undo it. */
  async function quietly(tell: () => Promise<void>): Promise<void> {
    await tell().catch((error: unknown) => log({ event: 'review-mail-not-sent', error: (error as Error).message }));
  }

  async function stepTold(draft: Draft, { step, by, words, from }: Omit<ReviewEvent, 'at'>): Promise<void> {
    if (step === 'withdrawn') return;
    const people = step === 'asked' ? await reviewersOf(draft, by) : concernedBy(draft, step, by);
    await send(draft, people, { kind: step, by, words, from });
  }

  async function publicationTold(draft: Draft, by: Person, byItself: boolean): Promise<void> {
    const people = [draft.owner].filter(({ email }) => byItself || !sameAddress(email, by.email));
    await send(draft, people, { kind: 'published', by, words: '' });
  }

  /**
   * Who is asked: the reviewers of the country, and whoever of the body may publish; where there is none of them,
   * the administrators.
   */
  async function reviewersOf(draft: Draft, by: Person): Promise<Person[]> {
    const agency = agencyOfDraft(draft);
    const able = (await options.officers()).filter(
      ({ mayPublish, email, agencies }) =>
        mayPublish && !sameAddress(email, by.email) && (agency === undefined || agencies.includes(agency)),
    );
    const near = agency === undefined ? [] : able.filter(({ role }) => role !== 'administrator');
    return near.length > 0 ? near : able.filter(({ role }) => role === 'administrator');
  }

  /** Whoever began the draft; of a comment everybody who took part; of a failure whoever approved it, too. */
  function concernedBy({ owner, events }: Draft, step: Kind, by: Person): Person[] {
    const others =
      step === 'commented'
        ? events.map((event) => event.by)
        : events
            .filter((event) => step === 'failed' && event.step === 'approved')
            .slice(-1)
            .map((event) => event.by);
    // What the portal came to by itself is nobody's own doing.
    return [owner, ...others].filter(({ email }) => step === 'failed' || !sameAddress(email, by.email));
  }

  async function send(draft: Draft, people: Person[], told: Told): Promise<void> {
    const known = await options.officers();
    const files = await changedFiles(store, draft.base, draft.changes);
    const receivers = new Map(
      people.flatMap((person) => {
        const officer = known.find(({ email }) => sameAddress(email, person.email));
        return officer ? [[officer.email, officer] as const] : [];
      }),
    );
    const until = new Date(clock().getTime() + MAIL_DAYS * 24 * 60 * 60 * 1000);
    const portal = (await register()).portal.name;
    for (const { email, language: wanted } of receivers.values()) {
      const language = wanted && languages.includes(wanted) ? wanted : defaultLanguage;
      await quietly(async () => {
        const inWords = await options.inWords(files, language);
        await options.sendMail({ to: email, until, ...(await write(draft, { ...told, inWords }, language, portal)) });
      });
    }
  }

  async function write(
    draft: Draft,
    told: Told & { inWords: ChangeInWords },
    language: Language,
    portal: string,
  ): Promise<{ subject: string; text: string }> {
    const m = texts('desk-mails', language);
    const { kind, by, words, from, inWords } = told;
    const day = from ? date(from, language) : undefined;
    const opening =
      kind === 'approved' && day ? m.approvedFrom({ name: by.name, day }) : m[OPENING[kind]]({ name: by.name });
    const preview = kind === 'asked' ? await options.previewLink?.(draft) : undefined;
    const parts = [
      opening,
      inWords.lines.length > 0 ? inWords.lines.map((line) => `- ${plainWords(line)}`).join('\n') : m.noChange,
      ...(words ? [`${kind === 'failed' ? m.reason : m.says({ name: by.name })}\n${indented(words)}`] : []),
      ...(kind === 'published'
        ? []
        : [`${m.see}\n${options.reviewAddress(language, `${draft.collection}/${draft.slug}`)}`]),
      ...(preview ? [`${m.preview}\n${preview}`] : []),
      m.from({ portal }),
    ];
    return { subject: m.subject[kind]({ change: inWords.subject }), text: `${parts.join('\n\n')}\n` };
  }

  return {
    tellStep: (draft, event) => quietly(() => stepTold(draft, event)),
    tellPublished: (draft, by, byItself = false) => quietly(() => publicationTold(draft, by, byItself)),
  };
}

const OPENING = {
  asked: 'asked',
  commented: 'commented',
  'sent-back': 'sentBack',
  approved: 'approved',
  failed: 'failed',
  published: 'published',
} as const satisfies Record<Kind, string>;

function indented(words: string): string {
  return words
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}
