import type { History } from '../../history/change.ts';
import { trackHistory } from '../../history/track.ts';
import type { Remember } from '../../lib/remember.ts';
import type { Register } from '../../register/register.ts';
import { trackRegister } from '../../register/track.ts';
import { PageMemory } from './page-memory.ts';

/** Content that writes down what is read of it. */
export interface TrackedContent {
  register: Register;
  history: History;
  /** Remembers what is reckoned together with what it was reckoned from, which whoever asks again has read too. */
  remember: Remember;
  /** Writes down a source that is no content. */
  note(source: string): void;
  /** Begins a new list of what is read. */
  begin(): void;
  /** What was read since. */
  read(): Set<string>;
}

export function trackContent(
  content: { register: Register; history: History },
  memory = new PageMemory(),
): TrackedContent {
  let sources = new Set<string>();
  const note = (source: string): void => void sources.add(source);
  return {
    register: trackRegister(content.register, note),
    history: trackHistory(content.history, note),
    note,
    begin: () => void (sources = new Set()),
    read: () => sources,
    remember<T>(key: string, reckon: () => T): T {
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
    },
  };
}
