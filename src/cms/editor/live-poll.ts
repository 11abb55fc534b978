import { getJson, type Answers, type Publication } from './endpoint.ts';
import { tell } from './messages.ts';
import { element } from './page-parts.ts';
import { spoken } from './spoken.ts';

const POLL_MS = 1500;
const POLL_SLOW_MS = 10_000;
const POLLS_QUICK = 80;
const POLLS_MAX = 400;

/** The publication whose way to the page is being told; a later one takes its place. */
let followed: symbol | undefined;

/** Asks until the change is on the page: often at first, then now and then, for a build that failed is tried again. */
export async function tellWhenLive({ commit, page }: Publication): Promise<void> {
  const own = Symbol('publication');
  followed = own;
  tell(spoken('Published. The page is being renewed; this takes a minute or two. You need not wait here.'), 'waiting');
  let told = '';
  for (let poll = 0; poll < POLLS_MAX && followed === own; poll++) {
    // An answer that did not come says nothing of the page.
    const answer: Answers['/api/cms/status'] = await getJson('/api/cms/status', { commit }).catch(() => ({}));
    const { live, problem, error } = answer;
    if (followed !== own) return;
    if (live) {
      const link = element('a', { href: page, target: '_blank' }, [spoken('See the page')]);
      return tell([spoken('Live.'), ' ', link], 'done');
    }
    const late =
      poll > POLLS_QUICK
        ? spoken('Published, but the page is not renewed yet. Tell whoever runs the portal if it stays so.')
        : '';
    const says = error ?? problem ?? late;
    if (says && says !== told) tell(says, 'refused');
    told = says;
    await new Promise((resolve) => setTimeout(resolve, poll > POLLS_QUICK || problem ? POLL_SLOW_MS : POLL_MS));
  }
}
