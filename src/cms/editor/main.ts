import { showBar } from './bar.ts';
import { hasSignedOut, showDoor } from './door.ts';
import { getJson } from './endpoint.ts';
import { tell } from './messages.ts';
import { showStart } from './start-page.ts';
import { agencyAsked, choiceAsked, entryAsked, languageAsked } from './where.ts';
import { speak, spoken } from './spoken.ts';

/*
 * Opens the charter desk: asks who is signed in, shows the sign-in form, or what there is to edit. Decap is a hundred times
 * the size of this and is fetched only once an entry or a list is asked for.
 */

const OPENED = 'desk-agency';

/** The editor is started once; from then on, Decap itself follows the address. */
let started = false;

await open();

async function open(): Promise<void> {
  const {
    officer,
    sample,
    hosted = false,
    words,
  } = await getJson('/api/cms/session', hasSignedOut() ? { 'stay-out': '' } : {});
  speak(languageAsked(location), words);
  if (!officer) return showDoor(sample);
  showBar(officer, hosted);
  // A git host brings people back to the bare address once they are signed in there, so Decap has to be there too.
  if (entryAsked(location) || (hosted && !choiceAsked(location))) return start(officer.name);
  addEventListener('hashchange', () => {
    if (entryAsked(location) && !started) void start(officer.name);
  });
  await showStart();
}

async function start(officerName: string): Promise<void> {
  started = true;
  const agency = agencyOpened();
  try {
    const [config, { startEditor }] = await Promise.all([
      getJson('/api/cms/config', agency ? { agency } : {}),
      import('./start-editor.ts'),
    ]);
    if (!config.error) return await startEditor(config, officerName, agency);
    tell(config.error, 'refused');
  } catch {
    tell(spoken('The editor could not be loaded. Check the connection and load this page again.'), 'refused');
  }
  started = false;
}

/** The agency whose entries are asked for; without one, as after signing in at a git host, the one opened last. */
function agencyOpened(): string | undefined {
  const agency = agencyAsked(location) ?? sessionStorage.getItem(OPENED) ?? undefined;
  if (agency) sessionStorage.setItem(OPENED, agency);
  return agency;
}
