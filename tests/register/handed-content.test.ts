import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { entriesOf, takeContent } from '../../src/register/handed-content.ts';
import { buildRegister } from '../../src/register/register.ts';
import { charter, jurisdiction, service, tinyRegister } from './tiny-register.ts';

it('content that was read once reaches the process that makes the pages whole and in its order', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'opencharter-handed-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const register = tinyRegister(
    jurisdiction('xx'),
    charter('water', { language: 'sw' }),
    service('water', 'connection', { order: 2 }),
    service('water', 'bill', { order: 1 }),
    charter('roads'),
  );
  writeFileSync(join(dir, 'content.json'), JSON.stringify(entriesOf(register)));
  const taken = buildRegister(await takeContent(join(dir, 'content.json')));
  expect(entriesOf(taken)).toEqual(entriesOf(register));
  expect(taken.agencies.get('water')?.services.map(({ id }) => id)).toEqual(['bill', 'connection']);
});
