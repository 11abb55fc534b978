import { asEnglish } from '../../texts/fallback-marks.ts';
import { CmsError, SAID } from '../cms-error.ts';
import type { DeskContext } from '../context.ts';
import * as drafts from './drafts.ts';
import { actionParams, type ActionName, type ActionParams } from './params.ts';
import * as reading from './reading.ts';
import * as saving from './saving.ts';

type Actions = { [A in ActionName]: (context: DeskContext, params: ActionParams<A>) => Promise<unknown> };

/** The actions of Decap's proxy protocol. What each answers was read from the client, decap-cms-backend-proxy. */
const actions: Actions = {
  info: async () => ({ repo: 'content', publish_modes: ['simple', 'editorial_workflow'], type: 'opencharter_git' }),
  ...reading,
  ...drafts,
  ...saving,
  deleteFile: (context, { path }) => saving.deleteFiles(context, { paths: [path] }),
  getDeployPreview: async () => null,
  getNotes: async () => ({ notes: [] }),
  getPRMetadata: async () => ({ metadata: null }),
};

const WRITING = new Set<ActionName>([
  'deleteUnpublishedEntry',
  'persistEntry',
  'updateUnpublishedEntryStatus',
  'publishUnpublishedEntry',
  'persistMedia',
  'deleteFile',
  'deleteFiles',
]);

/** Carries out one request of the protocol for the officer of the context. Throws a CmsError where it refuses. */
export async function handleAction(context: DeskContext, message: unknown): Promise<unknown> {
  const { action, params = {} } = (message ?? {}) as { action?: unknown; params?: unknown };
  if (typeof action !== 'string') throw new CmsError(422, 'The request names no action.');
  if (!Object.hasOwn(actionParams, action))
    throw new CmsError(422, 'The CMS does not know the action “{action}”.', { values: { action } });
  await context.store.assertReady();
  const name = action as ActionName;
  const run = (): Promise<unknown> => perform(name, context, params);
  return WRITING.has(name) ? context.store.exclusively(run) : run();
}

function perform<A extends ActionName>(name: A, context: DeskContext, params: unknown): Promise<unknown> {
  const parsed = actionParams[name].safeParse(params);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    // What an officer can mend is said in a sentence of its own.
    if (issue?.code === 'custom')
      throw new CmsError(422, SAID, { values: { said: (language) => asEnglish(issue.message, language) } });
    throw new CmsError(400, 'The request “{name}” is not complete: {place}', {
      values: { name, place: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}` },
    });
  }
  return actions[name](context, parsed.data as ActionParams<A>);
}
