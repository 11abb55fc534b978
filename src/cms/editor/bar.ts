import { signOut } from './door.ts';
import type { DeskOfficer } from './endpoint.ts';
import { element, spokenPart } from './page-parts.ts';
import { CHOOSE, languageAsked } from './where.ts';
import { spoken } from './spoken.ts';

/** Bodies named in the bar one by one; an officer of more reads how many. */
const NAMED_MAX = 6;

/** Shows who is signed in and what they may do, and lets them out; where a git host signs people in, Decap does that. */
export function showBar(officer: DeskOfficer, hosted: boolean): void {
  const bar = spokenPart('desk-bar');
  const { agencies } = officer;
  const named =
    agencies.length > NAMED_MAX
      ? spoken('{n} bodies', { n: agencies.length })
      : agencies.map((id) => id.toUpperCase()).join(', ');
  const rights = officer.mayPublish
    ? spoken('You may edit and publish what belongs to')
    : spoken('You may edit, but not publish, what belongs to');
  const language = languageAsked(location);
  const out = element('button', { type: 'button', class: 'desk-quiet' }, [spoken('Sign out')]);
  out.addEventListener('click', () => void signOut());
  const entries = element(
    'a',
    { href: `/admin/?${CHOOSE}${language ? `&language=${language}` : ''}`, class: 'desk-quiet' },
    [spoken('All entries')],
  );
  // Where a git host signs people in, the desk for phones is not there.
  const home = element('a', { href: language ? `/${language}/desk/` : '/desk/', class: 'desk-quiet' }, [
    spoken('Back to the desk'),
  ]);
  bar.replaceChildren(
    element('p', {}, [
      `${spoken('Signed in as')} `,
      element('strong', {}, [officer.name]),
      '. ',
      element('span', { class: 'desk-rights' }, [
        `${rights} `,
        element('strong', {}, [named]),
        officer.sample ? `. ${spoken('A demonstration: publishing makes a commit on this machine only.')}` : '.',
      ]),
    ]),
    element('div', { class: 'desk-ways' }, hosted ? [entries] : [home, entries, out]),
  );
  bar.hidden = false;
}
