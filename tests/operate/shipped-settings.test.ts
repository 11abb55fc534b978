import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { readSettings, settingNames } from '../../src/server/settings.ts';
import { temporaryFolder } from '../cases/store-under-test.ts';

const example = readFileSync('.env.example', 'utf8');
const guide = ['deploy', 'git-hosts'].map((name) => readFileSync(`src/docs/${name}.md`, 'utf8')).join('\n');
const offered = [...example.matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name);

test('.env.example offers every setting once, and no other', () => {
  expect([...offered].sort()).toEqual([...settingNames].sort());
});

test('.env.example as it is sets nothing, and with its values taken makes a public portal', async () => {
  expect(parseEnv(example)).toEqual({});
  const taken = parseEnv(example.replaceAll(/^# (?=[A-Z_]+=)/gm, ''));
  const { OPENCHARTER_CONTENT: content, ...env } = taken;
  expect(content).toMatch(/^\//);
  const settings = readSettings(
    { ...env, OPENCHARTER_SECRET: 'x'.repeat(32), METRICS_TOKEN: 'x'.repeat(16) },
    await temporaryFolder(),
  );
  expect(settings).toMatchObject({ siteUrl: 'https://charters.example', smtp: { host: 'mail.example', port: 587 } });
});

test('the guides tell what every setting is', () => {
  expect(settingNames.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
});

test('what .env.example gives as the value of a setting is what holds without it', async () => {
  const taken = parseEnv(example.replaceAll(/^# (?=[A-Z_]+=)/gm, ''));
  const dir = await temporaryFolder();
  const plain = readSettings({}, dir);
  const { HOST, PORT, TRUSTED_PROXIES, PROCESSES, MACHINES, DRAIN_SECONDS, PAGE_CACHE_MB } = taken;
  const { MAIL_CATCHER_SMTP_PORT, MAIL_CATCHER_WEB_PORT } = taken;
  const given = {
    HOST,
    PORT,
    TRUSTED_PROXIES,
    PROCESSES,
    MACHINES,
    DRAIN_SECONDS,
    PAGE_CACHE_MB,
    MAIL_CATCHER_SMTP_PORT,
    MAIL_CATCHER_WEB_PORT,
  };
  expect(readSettings(given, dir)).toEqual(plain);
});
