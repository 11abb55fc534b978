import type { Register } from '../../../register/register.ts';
import { publishedEntries } from '../../../cms/translate/desk-entries.ts';
import { translationMemory, type TranslationMemory } from '../../../cms/translate/memory.ts';

const known = new WeakMap<Register, Map<string, TranslationMemory>>();

/** What the whole register was translated with into a language; made once for each state of the register. */
export function recallIn(register: Register, into: string): TranslationMemory {
  const memories = known.get(register) ?? new Map<string, TranslationMemory>();
  known.set(register, memories);
  const memory =
    memories.get(into) ??
    translationMemory(
      [...register.agencies.keys(), undefined].flatMap((agency) => publishedEntries(register, agency)),
      into,
    );
  memories.set(into, memory);
  return memory;
}
