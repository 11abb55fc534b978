import type { Register } from '../../register/register.ts';
import type { Officer } from '../../schemas/officer.ts';
import { deskCollections } from '../permissions.ts';
import { withReach } from '../reach.ts';

export type OwnersFormat = 'github' | 'gitlab' | 'gitea';

/** Where each host looks for the file. */
export const ownersFile: Record<OwnersFormat, string> = {
  github: '.github/CODEOWNERS',
  gitlab: '.gitlab/CODEOWNERS',
  gitea: '.gitea/CODEOWNERS',
};

export interface OwnersOptions {
  officers: readonly Officer[];
  register: Register;
  /** Accounts and teams of whoever runs the portal, without "@"; they own everything that is nobody else's. */
  operators: readonly string[];
  format: OwnersFormat;
}

/** A file or a folder, which ends in a slash, and who has to agree to a change of it. */
interface Owned {
  path: string;
  owners: string[];
}

/**
 * Writes the file by which a git host asks the right people: for each body those officers who may publish for it, for all
 * else whoever runs the portal. At GitHub and GitLab the last line that fits a path counts, so the general one comes
 * first and no path stands twice; Gitea (and Forgejo) take regular expressions and ask the owners of every line that
 * fits, so there the general line leaves out what others own. Throws an Error in words where nobody runs the portal.
 */
export function codeowners({ officers, register, operators, format }: OwnersOptions): string {
  const everything = [...new Set([...operators, ...accounts(officers.filter(({ role }) => role === 'administrator'))])];
  if (everything.length === 0)
    throw new Error(
      'Nobody owns what is no body’s: give an administrator in content/officers.yaml an account, or name who runs the portal with --operator.',
    );
  const owned = ownedBy(officers, register);
  const lines = format === 'gitea' ? giteaLines(owned, everything) : globLines(owned, everything, format);
  return [
    '# Made by npm run codeowners from content/officers.yaml and the content; run it again where one of them changes.',
    ...lines,
    '',
  ].join('\n');
}

/** The files of each body that has an officer with an account. Whose notice a notice is stands inside the file. */
function ownedBy(officers: readonly Officer[], register: Register): Owned[] {
  const publishing = officers
    .filter(({ mayPublish, role }) => mayPublish && role !== 'administrator')
    .map((officer) => withReach(officer, register));
  return [...register.agencies.keys()].flatMap((agency) => {
    const owners = accounts(publishing.filter(({ agencies }) => agencies.includes(agency)));
    if (owners.length === 0) return [];
    const one: Officer = { ...NOBODY, agencies: [agency] };
    const paths = deskCollections(one).flatMap(({ kind, folder, extension }) => {
      if (kind === 'charters') return [`${folder}/${agency}.${extension}`];
      if (kind === 'services') return [`${folder}/`];
      return [...register.notices.values()]
        .filter(({ data }) => data.agency === agency)
        .map(({ id }) => `${folder}/${id}.${extension}`);
    });
    return [...paths, `content/media/${agency}/`].map((path) => ({ path, owners }));
  });
}

const NOBODY: Officer = {
  name: 'Nobody',
  email: 'nobody@opencharter.example',
  role: 'desk-officer',
  agencies: [],
  jurisdictions: [],
  mayPublish: true,
  sample: false,
};

function accounts(officers: readonly Officer[]): string[] {
  return [...new Set(officers.flatMap(({ account, sample }) => (account && !sample ? [account] : [])))].sort();
}

const named = (owners: readonly string[]): string => owners.map((owner) => `@${owner}`).join(' ');

/** Patterns as in .gitignore. At GitLab a section makes its owners’ approval one that is required of it. */
function globLines(owned: Owned[], everything: string[], format: 'github' | 'gitlab'): string[] {
  return [
    ...(format === 'gitlab' ? ['[Charters]'] : []),
    `* ${named(everything)}`,
    ...owned.map(({ path, owners }) => `/${path} ${named(owners)}`),
  ];
}

/** Regular expressions of Go over the whole path; a backslash is written twice. */
function giteaLines(owned: Owned[], everything: string[]): string[] {
  const pattern = (path: string): string => path.replaceAll('.', '\\\\.') + (path.endsWith('/') ? '.*' : '');
  return [
    ...owned.map(({ path, owners }) => `${pattern(path)} ${named(owners)}`),
    `${owned.length > 0 ? `!(${owned.map(({ path }) => pattern(path)).join('|')})` : '.*'} ${named(everything)}`,
  ];
}
