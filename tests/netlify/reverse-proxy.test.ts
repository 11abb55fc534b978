import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closedPort } from '../cases/closed-port.ts';
import { smallCountry } from './small-country.ts';
import { childEnvironment } from '../child-environment.ts';

const story = 'I paid for a new connection in March and nobody has come.';

let dir: string;
let portal: ChildProcess;
let port: number;
beforeAll(async () => {
  dir = smallCountry();
  port = await closedPort();
  portal = spawn(process.execPath, ['src/entry/start.ts'], {
    cwd: dir,
    env: childEnvironment({
      PORT: String(port),
      SITE_URL: 'https://portal.example',
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(await closedPort()),
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await announced(portal);
});
afterAll(async () => {
  const ended = new Promise((done) => portal.once('close', done));
  portal.kill('SIGTERM');
  await ended;
  rmSync(dir, { recursive: true, force: true });
});

function announced(child: ChildProcess): Promise<void> {
  return new Promise((done, fail) => {
    let output = '';
    const read = (text: string): void => {
      output += text;
      if (output.includes('"event":"portal-started"')) done();
    };
    child.stdout?.setEncoding('utf8').on('data', read);
    child.stderr?.setEncoding('utf8').on('data', read);
    child.once('close', (code) => fail(new Error(`The portal stopped with code ${code}:\n${output.slice(-4000)}`)));
  });
}

/**
 * Posts a complaint as a reverse proxy hands it on: over plain HTTP, with the address that the browser used in headers.
 */
function post(origin: string): Promise<{ status: number; page: string }> {
  const body = new URLSearchParams({ agency: 'water', details: story, language: 'en' }).toString();
  const headers = {
    host: 'portal.example',
    origin,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    'x-forwarded-proto': 'https',
    'x-forwarded-for': '203.0.113.7',
  };
  return new Promise((done, fail) => {
    const asked = request({ host: '127.0.0.1', port, path: '/cases/new/', method: 'POST', headers }, (response) => {
      let page = '';
      response.setEncoding('utf8').on('data', (text: string) => (page += text));
      response.on('end', () => done({ status: response.statusCode ?? 0, page }));
    });
    asked.once('error', fail).end(body);
  });
}

describe('a portal behind a reverse proxy that speaks TLS', () => {
  test('takes its own form', async () => {
    const { status, page } = await post('https://portal.example');
    expect(status).toBe(200);
    expect(page).toContain('Check what you wrote');
  });

  test('refuses the form of another site', async () => {
    expect((await post('https://evil.example')).status).toBe(403);
  });
});
