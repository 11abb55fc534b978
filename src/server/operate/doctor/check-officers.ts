import { readFile } from 'node:fs/promises';
import { withReach } from '../../../cms/reach.ts';
import { readOfficerList } from '../../../register/officer-list.ts';
import type { Register } from '../../../register/register.ts';
import { findings, type Finding } from './finding.ts';

const desk = findings('Charter desk');
const NAMED_MAX = 5;

/** Looks whether what is written at the charter desk can be published: whether each body has somebody who may. */
export async function checkOfficers(officersFile: string, register: Register): Promise<Finding> {
  const text = await readFile(officersFile, 'utf8').catch(() => undefined);
  if (text === undefined)
    return desk.look(`There is no ${officersFile}, so nobody can sign in.`, 'See “Add an officer” in src/docs/cms.md.');
  const { officers, problems } = readOfficerList(officersFile, text);
  if (!officers)
    return desk.wrong(
      `${problems.length} mistakes in ${officersFile}: the last good list holds until the next start.`,
      'npm run check:content tells line and remedy.',
    );
  const demonstration = register.portal.publisherKind === 'demonstration';
  const real = officers.filter(({ sample }) => !sample || demonstration).map((one) => withReach(one, register));
  const publishing = new Set(real.flatMap(({ mayPublish, agencies }) => (mayPublish ? agencies : [])));
  const drafting = new Set(real.flatMap(({ mayPublish, agencies }) => (mayPublish ? [] : agencies)));
  const stuck = [...drafting].filter((id) => !publishing.has(id));
  if (stuck.length > 0)
    return desk.look(
      `Nobody may publish what is written for ${named(stuck)}.`,
      'Add a reviewer of the country, or an officer of the body who may publish, to officers.yaml.',
    );
  const without = [...register.agencies.keys()].filter((id) => !publishing.has(id));
  if (without.length > 0)
    return desk.look(
      `${without.length} of ${register.agencies.size} bodies have nobody who may publish: ${named(without)}.`,
      'Add their officers, a reviewer of the country or an administrator to officers.yaml.',
    );
  return desk.ok(`${real.length} officers; each body has somebody who may publish.`);
}

function named(ids: string[]): string {
  const more = ids.length - NAMED_MAX;
  return `${ids.slice(0, NAMED_MAX).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
