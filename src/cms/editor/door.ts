import { postJson } from './endpoint.ts';
import { tell } from './messages.ts';
import { element, spokenPart } from './page-parts.ts';
import { spoken } from './spoken.ts';

const SIGNED_OUT = 'desk-signed-out';

/** Whether somebody signed out in this window and must not be signed in again unasked. */
export function hasSignedOut(): boolean {
  return sessionStorage.getItem(SIGNED_OUT) !== null;
}

/** Ends the session, and shows the door. */
export async function signOut(): Promise<void> {
  await postJson('/api/cms/sign-out', {});
  sessionStorage.setItem(SIGNED_OUT, 'yes');
  location.assign('/admin/');
}

/** Shows the form that asks for a link by mail; in a demonstration also a button for the sample officer. */
export function showDoor(sample: boolean | undefined): void {
  const door = spokenPart('desk-door');
  const email = element('input', {
    id: 'desk-email',
    name: 'email',
    type: 'email',
    required: '',
    autocomplete: 'email',
  });
  const form = element('form', {}, [
    element('h1', {}, [spoken('Charter desk')]),
    element('p', {}, [
      spoken(
        'Enter the e-mail address under which you are registered as a desk officer. You receive a link that signs you in.',
      ),
    ]),
    element('label', { for: 'desk-email' }, [spoken('E-mail address')]),
    email,
    element('button', {}, [spoken('Send me the link')]),
  ]);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void askForLink(email.value);
  });
  door.replaceChildren(form);
  if (sample) {
    const enter = element('button', { type: 'button', class: 'desk-quiet' }, [
      spoken('Continue as the sample desk officer'),
    ]);
    enter.addEventListener('click', () => {
      sessionStorage.removeItem(SIGNED_OUT);
      location.reload();
    });
    door.append(enter);
  }
  door.hidden = false;
}

async function askForLink(email: string): Promise<void> {
  const answer = await postJson('/api/cms/sign-in', { email }).catch(() => ({
    error: spoken('The server did not answer. Check the connection and try again.'),
    message: undefined,
  }));
  tell(answer.message ?? answer.error ?? '', answer.error ? 'refused' : 'done');
}
