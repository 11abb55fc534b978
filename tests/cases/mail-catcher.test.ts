import { createTransport } from 'nodemailer';
import { get } from 'node:http';
import { expect, test } from 'vitest';
import { catchMail } from './pipeline-fixture.ts';

async function send(port: number, message: Record<string, unknown>): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port });
  await transport.sendMail({
    from: 'portal@portal.example',
    to: 'desk@water.example',
    subject: 'Hello',
    text: 'Text',
    ...message,
  });
  transport.close();
}

test('mail is listed and shown as text, its markup escaped and never rendered', async () => {
  const catcher = await catchMail();
  const markup = '<img src=x onerror=alert(1)>';
  await send(catcher.smtpPort, {
    subject: `Case ${markup}`,
    text: `Words ${markup}`,
    html: `<b>${markup}</b>`,
    attachments: [{ filename: 'a"><b>.txt', content: 'x' }],
  });
  const base = `http://127.0.0.1:${catcher.webPort}`;
  const list = await fetch(base);
  const listed = await list.text();
  expect(list.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(listed).toContain('desk@water.example');
  const path = /href="(\/\d+-[0-9a-f]+)"/.exec(listed)?.[1] ?? '';
  const shown = await (await fetch(base + path)).text();
  expect(shown).toContain('Words &lt;img');
  for (const page of [listed, shown]) expect(page).not.toMatch(/<img|<b>|<script/);
  expect((await fetch(`${base}${path}/html`)).headers.get('content-type')).toContain('text/plain');
  const raw = await fetch(`${base}${path}/raw`);
  expect(raw.headers.get('content-disposition')).toContain('attachment');
  expect(await raw.text()).toMatch(/^From: |^Content-Type: /);
});

test('no message, no path outside the folder and no other name of the machine is answered', async () => {
  const catcher = await catchMail();
  const base = `http://127.0.0.1:${catcher.webPort}`;
  for (const path of ['/1', '/..%2f..%2fetc%2fpasswd', '/1234567890123-00000000'])
    expect((await fetch(base + path)).status).toBe(404);
  expect((await fetch(base, { method: 'POST' })).status).toBe(405);
  const status = await new Promise((done) =>
    get({ port: catcher.webPort, host: '127.0.0.1', headers: { host: 'evil.example' } }, (response) =>
      done(response.resume().statusCode),
    ),
  );
  expect(status).toBe(421);
});

test('messages come back in the order in which they came', async () => {
  const catcher = await catchMail();
  for (const subject of ['First', 'Second', 'Third']) await send(catcher.smtpPort, { subject });
  const raws = (await catcher.messages()).map(({ raw }) => raw.toString());
  expect(raws.map((raw) => /^Subject: (.*)\r$/m.exec(raw)?.[1])).toEqual(['First', 'Second', 'Third']);
});
