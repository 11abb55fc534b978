import { signOut } from './door.ts';
import type { DeskOfficer } from './endpoint.ts';
import { element, part } from './page-parts.ts';
import { CHOOSE } from './where.ts';

/** Bodies named in the bar one by one; an officer of more reads how many. */
const NAMED_MAX = 6;

/** Shows who is signed in and what they may do, and lets them out; where a git host signs people in, Decap does that. */
export function showBar(officer: DeskOfficer, hosted: boolean): void {
  const bar = part('desk-bar');
  const { agencies } = officer;
  const named =
    agencies.length > NAMED_MAX ? `${agencies.length} bodies` : agencies.map((id) => id.toUpperCase()).join(', ');
  const rights = officer.mayPublish ? 'edit and publish' : 'edit, but not publish,';
  const out = element('button', { type: 'button', class: 'desk-quiet' }, ['Sign out']);
  out.addEventListener('click', () => void signOut());
  const entries = element('a', { href: `/admin/?${CHOOSE}`, class: 'desk-quiet' }, ['All entries']);
  bar.replaceChildren(
    element('p', {}, [
      'Signed in as ',
      element('strong', {}, [officer.name]),
      '. ',
      element('span', { class: 'desk-rights' }, [
        `You may ${rights} what belongs to `,
        element('strong', {}, [named]),
        officer.sample ? '. A demonstration: publishing makes a commit on this machine only.' : '.',
      ]),
    ]),
    element('div', { class: 'desk-ways' }, hosted ? [entries] : [entries, out]),
  );
  bar.hidden = false;
}
