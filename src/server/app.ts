import type { Cases } from '../cases/cases.ts';
import type { Cms } from '../cms/create-cms.ts';
import type { Register } from '../register/register.ts';
import type { Search } from '../search/create-search.ts';
import type { Feedback } from '../search/feedback/feedback.ts';

/** The running parts that pages made on demand use. Composed in one place, `compose.ts`. */
export interface App {
  cases: Cases;
  cms: Cms;
  search: Search;
  /** Absent where nothing can be kept, such as in a function without a disk. */
  feedback?: Feedback;
  /** The content that visitors see now: it changes together with the pages, never before them. */
  register(): Promise<Register>;
  settings: { siteUrl: string; demo: boolean };
}
