import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/*
 * A git host as far as signing in goes, which answers with the bodies that the hosts publish:
 *   GitHub  https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps
 *           https://docs.github.com/en/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors
 *   GitLab  https://docs.gitlab.com/api/oauth2/ (authorization code with PKCE)
 *   Gitea   https://docs.gitea.com/development/oauth2-provider (public client, PKCE)
 */

export const published = {
  github: {
    access_token: 'gho_16C7e42F292c6912E7710c838347Ae178B4a',
    scope: 'repo,gist',
    token_type: 'bearer',
  },
  gitlab: {
    access_token: 'de6780bc506a0446309bd9362820ba8aed28aa506c71eedbe1c5c4f9dd350e54',
    token_type: 'bearer',
    expires_in: 7200,
    refresh_token: '8257e65c97202ed1726cf9571600918f3bffb2544b26e00a61df9897668c33a1',
    created_at: 1607635748,
  },
  gitea: {
    access_token:
      'eyJhbGciOiJIUzUxMiIsInR5cCI6IkpXVCJ9.eyJnbnQiOjIsInR0IjowLCJleHAiOjE1NTUxNzk5MTIsImlhdCI6MTU1NTE3NjMxMn0.0-iFsAwBtxuckA0sNZ6QpBQmywVPz129u75vOM7wPJecw5wqGyBkmstfJHAjEOqrAf_V5Z-1QYeCh_Cz4RiKug',
    token_type: 'bearer',
    expires_in: 3600,
    refresh_token:
      'eyJhbGciOiJIUzUxMiIsInR5cCI6IkpXVCJ9.eyJnbnQiOjIsInR0IjoxLCJjbnQiOjEsImV4cCI6MTU1NzgwNDMxMiwiaWF0IjoxNTU1MTc2MzEyfQ.S_HZQBy4q9r5SEzNGNIoFClT43HPNDbUdHH-GYNYYdkRfft6XptJBkUQscZsGxOW975Yk6RbgtGvq1nkEcklOw',
  },
};

/** GitHub answers these with status 200. */
export const publishedErrors = {
  incorrect_client_credentials: {
    error: 'incorrect_client_credentials',
    error_description: 'The client_id and/or client_secret passed are incorrect.',
    error_uri:
      '/apps/managing-oauth-apps/troubleshooting-oauth-app-access-token-request-errors/#incorrect-client-credentials',
  },
  redirect_uri_mismatch: {
    error: 'redirect_uri_mismatch',
    error_description: 'The redirect_uri MUST match the registered callback URL for this application.',
    error_uri: '/apps/managing-oauth-apps/troubleshooting-authorization-request-errors/#redirect-uri-mismatch2',
  },
  bad_verification_code: {
    error: 'bad_verification_code',
    error_description: 'The code passed is incorrect or expired.',
    error_uri: '/apps/managing-oauth-apps/troubleshooting-oauth-app-access-token-request-errors/#bad-verification-code',
  },
};

export const APP = { id: 'Iv1.8a61f9b3a7aba766', secret: 'a secret that only the portal and the host know' };

export interface StandIn {
  url: string;
  /** The forms that were posted for a token. */
  asked: URLSearchParams[];
  /** Answers the next posts for a token with this in place of what is right. */
  answerWith?: { status: number; body: string; headers?: Record<string, string> };
}

/** Starts one; it ends with the test. */
export async function startHost(name: 'github' | 'gitlab' | 'gitea'): Promise<StandIn> {
  const [authorize, token] =
    name === 'gitlab' ? ['/oauth/authorize', '/oauth/token'] : ['/login/oauth/authorize', '/login/oauth/access_token'];
  // Its application is a public one, which the browser asks itself.
  const isPublic = name === 'gitea';
  const codes = new Map<string, URLSearchParams>();
  const host: StandIn = { url: '', asked: [] };

  async function give(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const isJson = request.headers['content-type']?.startsWith('application/json');
    const form = new URLSearchParams(isJson ? (JSON.parse(body) as Record<string, string>) : body);
    host.asked.push(form);
    const given = host.answerWith;
    if (given) {
      response.writeHead(given.status, { 'content-type': 'application/json', ...given.headers }).end(given.body);
      return;
    }
    const asked = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const wrong =
      form.get('client_id') !== APP.id || (!isPublic && form.get('client_secret') !== APP.secret)
        ? publishedErrors.incorrect_client_credentials
        : !asked || asked.get('code_challenge') !== challenge
          ? publishedErrors.bad_verification_code
          : asked.get('redirect_uri') !== form.get('redirect_uri')
            ? publishedErrors.redirect_uri_mismatch
            : undefined;
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(wrong ?? published[name]));
  }

  const server = createServer((request, response) => {
    if (isPublic) {
      response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
      response.setHeader('access-control-allow-headers', 'Content-Type,Authorization');
    }
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host');
    if (request.method === 'POST' && pathname === token) return void give(request, response);
    if (pathname !== authorize) return void response.writeHead(404).end();
    // The officer presses "Authorize".
    const code = randomUUID();
    codes.set(code, searchParams);
    const back = new URL(searchParams.get('redirect_uri') ?? '');
    back.search = String(new URLSearchParams({ code, state: searchParams.get('state') ?? '' }));
    response.writeHead(302, { location: String(back) }).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  host.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return host;
}
