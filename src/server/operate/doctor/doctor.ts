import { SettingsProblem } from '../../../lib/environment.ts';
import type { Portal } from '../../../schemas/portal.ts';
import { keptSecret, readPlaces, readSettingsWithoutKey, type Places } from '../../settings.ts';
import { checkCases } from './check-cases.ts';
import { checkContent, checkRepository } from './check-content.ts';
import { checkDisk, checkNode, checkSecrets } from './check-machine.ts';
import { checkMailNames, type Resolver } from './check-mail-names.ts';
import { checkOfficers } from './check-officers.ts';
import { checkMailServer } from './check-mail-server.ts';
import { findings, type Finding } from './finding.ts';

export interface Examined {
  env: NodeJS.ProcessEnv;
  repoDir: string;
  /** Version of Node that runs, such as "v24.1.0". */
  node: string;
  now: Date;
  resolver: Resolver;
  dkimSelector?: string | undefined;
  /** Longest wait for the mail server and the portal. */
  timeoutMs: number;
}

const [settings, key, running, publisher] = [
  findings('Settings'),
  findings('Key'),
  findings('Portal'),
  findings('Publisher'),
];

/** Looks at everything that a portal needs, changes nothing and sends nothing. */
export async function examine(examined: Examined): Promise<Finding[]> {
  const { env, repoDir, node, now, resolver, dkimSelector } = examined;
  let places: Places;
  try {
    places = readPlaces(env, repoDir);
  } catch (error) {
    if (!(error instanceof SettingsProblem)) throw error;
    return [
      checkNode(node),
      settings.wrong(error.message, 'Correct opencharter.env (.env.example tells every setting).'),
    ];
  }
  const { finding, register } = await checkContent(places.contentDir);
  const portal = register?.portal;
  return [
    checkNode(node),
    ...(await checkSettings(examined)),
    checkKey(env, places),
    await checkDisk(places.dataDir),
    await checkSecrets(repoDir, places.dataDir),
    ...(await checkCases(places.database, now)),
    finding,
    ...(register ? [await checkOfficers(places.officersFile, register)] : []),
    ...(await checkRepository(places)),
    ...checkPublisher(portal, env),
    ...(portal && portal.publisherKind !== 'demonstration'
      ? await checkMailNames(resolver, portal.senderEmail.split('@')[1] ?? '', dkimSelector)
      : []),
  ];
}

/** What `npm start` would say, the mail server that is set, and whether the portal answers. */
async function checkSettings({ env, repoDir, timeoutMs }: Examined): Promise<Finding[]> {
  try {
    const { host, port, smtp, siteUrl } = readSettingsWithoutKey(env, repoDir);
    return [
      siteUrl
        ? settings.ok(`A public portal at ${siteUrl}.`)
        : settings.look(
            'SITE_URL is not set: a demonstration on this machine.',
            'Set it when the public is to use the portal.',
          ),
      await checkMailServer(smtp && { ...smtp, timeoutMs }),
      await checkAnswer(`http://${host.includes(':') ? `[${host}]` : host}:${port}/healthz/ready`, timeoutMs),
    ];
  } catch (error) {
    if (!(error instanceof SettingsProblem)) throw error;
    return [settings.wrong(error.message, 'Correct opencharter.env (.env.example tells every setting).')];
  }
}

async function checkAnswer(address: string, timeoutMs: number): Promise<Finding> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(timeoutMs) }).catch(() => undefined);
  if (!answer) return running.look(`Nothing answers at ${address}.`, 'Start the portal, if it is to run now.');
  await answer.body?.cancel();
  return answer.ok
    ? running.ok('Runs and is ready.')
    : running.wrong(
        `Runs, but is not ready (${answer.status}).`,
        `curl ${address} tells what is missing; the log tells why.`,
      );
}

function checkKey(env: NodeJS.ProcessEnv, { dataDir }: Places): Finding {
  return keptSecret(env, dataDir)
    ? key.ok('Is there. Keep a copy of it apart from the backups.')
    : key.look(
        `There is none in ${dataDir}.`,
        'Nothing before the first start, which makes one. Later: put it back, or no case opens.',
      );
}

function checkPublisher(portal: Portal | undefined, { SITE_URL }: NodeJS.ProcessEnv): Finding[] {
  if (!portal || !SITE_URL) return [];
  if (portal.publisherKind === 'demonstration')
    return [
      publisher.wrong(
        'The portal is public, but says of itself that it is a demonstration: no mail leaves it.',
        'Set publisherKind in content/portal/portal.yaml.',
      ),
    ];
  const example = [portal.operatorEmail, portal.senderEmail].filter((address) =>
    /\.(?:example|test|invalid)$/.test(address),
  );
  return example.length > 0
    ? [
        publisher.wrong(
          `${example.join(', ')} exists nowhere.`,
          'Set operatorEmail and senderEmail in content/portal/portal.yaml.',
        ),
      ]
    : [publisher.ok(`${portal.publisher} (${portal.publisherKind}).`)];
}
