import { BASE_FIELD } from '../../src/cms/entry/entry-text.ts';
import { SITE, type Portal } from './fixture.ts';

/* A desk officer's browser in a few lines: cookies, the origin of the portal, and Decap's requests. */

/** What the server answers: the members depend on the action, and tests look at one or two of them. */
export type Answer = Record<string, string & Answer[] & Record<string, string>>;

export interface Desk {
  /** Sends one action of Decap's proxy protocol. */
  act(action: string, params: object): Promise<{ status: number; body: Answer }>;
  get(path: string): Promise<{ status: number; body: Answer }>;
  /** Opens an entry as the editor does and gives its text. */
  open(path: string): Promise<string>;
  /** Saves a draft as the editor does. */
  save(collection: string, path: string, raw: string, assets?: object[]): Promise<{ status: number; body: Answer }>;
  publish(collection: string, slug: string): Promise<{ status: number; body: Answer }>;
  cookie: string;
}

export function request(
  path: string,
  init: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Request {
  return new Request(`${SITE}/api/cms${path}`, init);
}

export function post(path: string, body: unknown, cookie = '', headers: Record<string, string> = {}): Request {
  return request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: SITE, 'sec-fetch-site': 'same-origin', cookie, ...headers },
    body: JSON.stringify(body),
  });
}

/** Asks for a sign-in link and gives its token. */
export async function tokenFor(portal: Portal, email: string): Promise<string> {
  await portal.cms.handle(post('/sign-in', { email }));
  const link = /https:\/\/\S+/.exec(portal.mails.at(-1)?.text ?? '')?.[0] ?? '';
  return new URL(link).searchParams.get('token') ?? '';
}

export function confirm(portal: Portal, token: string): Promise<Response> {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    origin: SITE,
    'sec-fetch-site': 'same-origin',
  };
  return portal.cms.handle(
    request('/sign-in/confirm', { method: 'POST', headers, body: new URLSearchParams({ token }).toString() }),
  );
}

/** Signs an officer in by an e-mailed link. */
export async function signIn(portal: Portal, email: string): Promise<Desk> {
  const response = await confirm(portal, await tokenFor(portal, email));
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  const answer = async (sent: Request) => {
    const response = await portal.cms.handle(sent);
    return { status: response.status, body: (await response.json()) as Answer };
  };
  const act: Desk['act'] = (action, params) =>
    answer(post('', { branch: 'published', action, params: { branch: 'published', ...params } }, cookie));
  return {
    cookie,
    act,
    get: (path) => answer(request(path, { headers: { cookie } })),
    open: async (path) => String((await act('getEntry', { path })).body.data),
    save: (collectionName, path, raw, assets = []) =>
      act('persistEntry', {
        dataFiles: [{ path, slug: path.replace(/^.*\//, '').replace(/\.\w+$/, ''), raw }],
        assets,
        options: { collectionName, useWorkflow: true, status: 'draft', newEntry: !raw.includes(BASE_FIELD) },
      }),
    publish: (collection, slug) => act('publishUnpublishedEntry', { collection, slug }),
  };
}
