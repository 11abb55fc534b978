import type { Register } from '../register/register.ts';
import type { Officer } from '../schemas/officer.ts';
import type { DescribeChange } from './change-in-words.ts';
import type { ContentStore } from './git/content-store.ts';
import type { Draft } from './git/drafts.ts';
import type { ReviewPost } from './review/review-post.ts';

/** What whoever is signed in at the desk may use. */
export interface DeskContext {
  /** Whose `agencies` are all that they may edit, whatever their role (see `reach.ts`). */
  officer: Officer;
  store: ContentStore;
  register: () => Promise<Register>;
  /** Called after something went live, with the paths that changed. */
  published: (paths: string[]) => void;
  clock: () => Date;
  /** Says a change in the terms of a citizen. */
  inWords: DescribeChange;
  /** Tells by mail what became of a draft. */
  post: ReviewPost;
  /** The whole address at which a draft can be seen as it will look, where there is one. */
  previewLink?: ((draft: Draft) => Promise<string | undefined>) | undefined;
  log: (event: object) => void;
}
