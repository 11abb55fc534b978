import type { Register } from '../../register/register.ts';
import type { Officer } from '../../schemas/officer.ts';
import type { ContentStore } from '../git/content-store.ts';

/** What an action of the protocol may use. */
export interface ActionContext {
  officer: Officer;
  store: ContentStore;
  register: () => Promise<Register>;
  /** Called after something went live, with the paths that changed. */
  published: (paths: string[]) => void;
}
