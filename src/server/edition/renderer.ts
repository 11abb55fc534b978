import type { History } from '../../history/change.ts';
import { trackHistory } from '../../history/track.ts';
import { splitLocale } from '../../lib/locales.ts';
import type { Register } from '../../register/register.ts';
import { trackRegister } from '../../register/track.ts';
import { PageMemory } from './page-memory.ts';
import type { BuiltApp } from '../rendering/built-app.ts';
import type { EditionView } from '../rendering/edition-view.ts';

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
  let sources = new Set<string>();
  const note = (source: string): void => void sources.add(source);
  const register = trackRegister(content.register, note);
  const history = trackHistory(content.history, note);
  let turn: Promise<unknown> = Promise.resolve();

  function remember<T>(key: string, reckon: () => T): T {
    const known = memory.get(key);
    if (known) {
      for (const source of known.sources) note(source);
      return known.value as T;
    }
    const around = sources;
    sources = new Set();
    try {
      const value = reckon();
      memory.set(key, { value, sources });
      return value;
    } finally {
      for (const source of sources) around.add(source);
      sources = around;
    }
  }

  async function make(path: string): Promise<MadePage> {
    sources = new Set();
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
      return { text, sources };
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
