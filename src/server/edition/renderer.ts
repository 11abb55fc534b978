import type { History } from '../../history/change.ts';
import { splitLocale } from '../../lib/locales.ts';
import type { Register } from '../../register/register.ts';
import { PageMemory } from './page-memory.ts';
import type { BuiltApp } from '../rendering/built-app.ts';
import type { EditionView } from '../rendering/edition-view.ts';
import { trackContent } from './tracked-content.ts';

/** The source that stands for the day on which a page is made; `register/track.ts` has the others. */
export const TODAY = 'today';

/** What the pages of an edition are made from. */
export interface EditionContent {
  register: Register;
  history: History;
  today: Date;
}

export interface MadePage {
  text: string;
  /** Everything that it was made from. */
  sources: Set<string>;
}

/** A page that could not be made. */
export class RenderError extends Error {}

/**
 * Makes pages one after the other, and writes down what each is made from. Two at a time would be told each other's
 * sources.
 */
export function createRenderer(
  app: BuiltApp,
  content: EditionContent,
  memory = new PageMemory(),
): (path: string) => Promise<MadePage> {
  const { register, history, remember, note, begin, read } = trackContent(content, memory);
  let turn: Promise<unknown> = Promise.resolve();

  async function make(path: string): Promise<MadePage> {
    begin();
    const view: EditionView = {
      register,
      history,
      language: splitLocale(path).language,
      remember,
      get today() {
        note(TODAY);
        return content.today;
      },
    };
    try {
      const text = await app.render(path, view);
      return { text, sources: read() };
    } catch (error) {
      throw new RenderError(`The page ${path} could not be made: ${(error as Error).stack ?? String(error)}`);
    }
  }

  return (path) => {
    const made = turn.then(() => make(path));
    turn = made.catch(() => undefined);
    return made;
  };
}
