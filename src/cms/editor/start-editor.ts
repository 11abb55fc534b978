import { DecapCmsCore } from 'decap-cms-core';
import '../../../admin/dark.css';
import '../../../admin/editor.css';
import '../../styles/passages.css';
import '../../../admin/widgets.css';
import type { DecapConfig } from '../config/cms-config.ts';
import { registerBackend } from './backends.ts';
import type { Decap } from './decap.ts';
import { GroupControl } from './group-control.ts';
import { nameParts } from './name-parts.ts';
import { phrases } from './phrases.ts';
import { showPassages, type DrawerWords } from '../passages/passages-drawer.ts';
import { registerPreviews } from './previews/register-previews.ts';
import { spoken } from './spoken.ts';
import { watchRequests } from './watch-requests.ts';
import { registerWidgets } from './widgets/register.ts';

const CMS = DecapCmsCore as unknown as Decap;

/** Starts Decap with the configuration made for an officer. Called once; it follows the address from then on. */
export async function startEditor(config: DecapConfig, officerName: string, agency?: string): Promise<void> {
  const { name } = config.backend;
  watchRequests();
  nameParts();
  // The portal has signed the officer in; without this, Decap would show a second "Login" button that asks nothing.
  if (name === 'proxy') {
    localStorage.setItem('decap-cms-user', JSON.stringify({ backendName: 'proxy', name: officerName }));
    document.body.classList.add('desk-signed-in');
  }
  await registerBackend(CMS, String(name));
  CMS.registerLocale('en', phrases);
  CMS.registerWidget('group', GroupControl);
  registerWidgets(CMS as unknown as Parameters<typeof registerWidgets>[0], config.choices);
  registerPreviews(CMS, config);
  CMS.init({ config });
  if (agency) showPassages({ officer: officerName, agency, words: passageWords() });
}

function passageWords(): DrawerWords {
  return {
    title: (document, left) => spoken('Not placed of {document}: {left}', { document, left }),
    copy: spoken('Copy'),
    copied: spoken('Copied'),
    placed: spoken('Placed'),
    aside: spoken('To the other side'),
    forget: spoken('Forget these passages'),
  };
}
