import type { Cases } from '../cases/cases.ts';
import type { Cms } from '../cms/create-cms.ts';
import type { OAuth } from '../cms/hosts/oauth/create-oauth.ts';
import type { DocumentReader } from '../import/read-for-desk.ts';
import type { Register } from '../register/register.ts';
import type { Search } from '../search/create-search.ts';
import type { Feedback } from '../search/feedback/feedback.ts';

/** The running parts that pages made on demand use. Composed in one place, `compose.ts`. */
export interface App {
  /** Takes in what a form posts, or gives it back filled in where no case can be kept just now. Never throws. */
  receive: Cases['intake']['receive'];
  /** Opens the case pipeline where it is not open yet. Rejects while its database cannot be reached. */
  cases(): Promise<Omit<Cases, 'close'>>;
  cms: Cms;
  /** Signs officers in at the git host, where the content lies at one. */
  oauth: OAuth;
  /** Makes a draft of a charter document that an officer uploads. Absent where no thread of its own can be had. */
  readCharter?: DocumentReader;
  search: Search;
  /** Absent where nothing can be kept, such as in a function without a disk. */
  feedback?: Feedback;
  /** The content that visitors see now: it changes together with the pages, never before them. */
  register(): Promise<Register>;
  /** Receives events: ids, codes and messages, never a name, an address or a citizen's words. */
  log(event: object): void;
  settings: { siteUrl: string; demo: boolean };
}
