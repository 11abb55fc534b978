import { showBar } from './bar.ts';
import { hasSignedOut, showDoor } from './door.ts';
import { getJson } from './endpoint.ts';
import { tell } from './messages.ts';
import { showStart } from './start-page.ts';
import { agencyAsked, entryAsked } from './where.ts';

/*
 * Opens the charter desk: asks who is signed in, shows the sign-in form, or what there is to edit. Decap is a hundred times
 * the size of this and is fetched only once an entry or a list is asked for.
 */

/** The editor is started once; from then on, Decap itself follows the address. */
let started = false;

await open();

async function open(): Promise<void> {
  const { officer, sample } = await getJson('/api/cms/session', hasSignedOut() ? { 'stay-out': '' } : {});
  if (!officer) return showDoor(sample);
  showBar(officer);
  if (entryAsked(location)) return start(officer.name);
  addEventListener('hashchange', () => {
    if (entryAsked(location) && !started) void start(officer.name);
  });
  await showStart();
}

async function start(officerName: string): Promise<void> {
  started = true;
  const agency = agencyAsked(location);
  const [config, { startEditor }] = await Promise.all([
    getJson('/api/cms/config', agency ? { agency } : {}),
    import('./start-editor.ts'),
  ]).catch((): [{ error: string }, { startEditor?: undefined }] => [
    { error: 'The editor could not be loaded. Check the connection and load this page again.' },
    {},
  ]);
  if ('error' in config && config.error) {
    started = false;
    return tell(config.error, 'refused');
  }
  if (startEditor) await startEditor(config as Parameters<typeof startEditor>[0], officerName);
}
