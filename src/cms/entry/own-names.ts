import type { Agency, Register } from '../../register/register.ts';
import { CmsError } from '../cms-error.ts';
import type { DeskKind } from '../permissions.ts';

type Data = Record<string, unknown>;

/**
 * Refuses a name that would lead citizens to the wrong body: one by which another body of the same country is known, or
 * what another body's service is called, alone or as a word of it ("passport"). Names that the entry had before are
 * left alone.
 */
export function assertOwnNames(
  register: Register,
  { kind, agency }: { kind: DeskKind; agency?: string },
  before: Data,
  after: Data,
): void {
  if (agency === undefined || kind === 'notices') return;
  const country = register.agencies.get(agency)?.data.jurisdiction;
  const others = [...register.agencies.values()].filter(
    (other) => other.id !== agency && other.data.jurisdiction === country,
  );
  const had = new Set([...titles(before), ...searchWords(before)].map(folded));
  const added = (names: string[]): string[] => names.filter((name) => folded(name) !== '' && !had.has(folded(name)));
  for (const name of added([...titles(after), ...searchWords(after)])) {
    const owner = others.find((other) => namesOf(other).some((known) => folded(known) === folded(name)));
    if (owner)
      throw new CmsError(
        422,
        'Not saved. “{name}” belongs to {owner}; as a name here it would lead citizens to the wrong body. Take it out, or write a name that is only yours.',
        { values: { name, owner: owner.data.name } },
      );
  }
  // A service may be called what it is; it is the body's own names that decide where everybody is led.
  if (kind === 'services') return;
  for (const name of added(searchWords(after))) {
    const owner = others.find((other) =>
      other.services.some(({ data }) => [data.name, ...data.popularNames].some((known) => covers(known, name))),
    );
    if (owner)
      throw new CmsError(
        422,
        'Not saved. “{name}” is what people call a service of {owner}; as a name here it would lead citizens to the wrong body. Take it out, or write a name that is only yours.',
        { values: { name, owner: owner.data.name } },
      );
  }
}

const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');
const titles = ({ name, acronym }: Data): string[] => [...texts(name), ...texts(acronym)];
const searchWords = ({ aliases, popularNames }: Data): string[] => [...texts(aliases), ...texts(popularNames)];
const namesOf = ({ data }: Agency): string[] => [
  data.name,
  ...(data.acronym ? [data.acronym] : []),
  ...data.aliases,
  ...data.popularNames,
];

/** True where a name is the whole of another one or a word of it. */
function covers(known: string, name: string): boolean {
  return (
    ` ${folded(known)} `.includes(` ${folded(name)} `) &&
    (folded(known) === folded(name) || !folded(name).includes(' '))
  );
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
