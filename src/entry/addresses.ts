import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { listAddresses, type ListedAddress } from '../cases/proof/address-list.ts';
import { askNow } from '../cases/proof/ask.ts';
import { needsProof } from '../cases/proof/policy.ts';
import { proveByOperator } from '../cases/proof/prove.ts';
import { openStore } from '../cases/store/store.ts';
import { loadRegister } from '../register/load.ts';
import { readSettings } from '../server/settings.ts';

const usage = `npm run addresses                                 every address of the register, and whether it is proved
npm run addresses -- ask ADDRESS|AGENCY           send a code now; the server that runs sends it at its next round
npm run addresses -- prove ADDRESS --note "..."   note that you made sure by other means, and how`;

const { positionals, values } = parseArgs({ allowPositionals: true, options: { note: { type: 'string' } } });
const settings = readSettings(process.env, resolve(import.meta.dirname, '..', '..'));
const db = await openStore(settings.database);
const clock = (): Date => new Date();
const [command = 'list', which = ''] = positionals;
try {
  const register = await loadRegister(settings.contentDir);
  const listed = await listAddresses(db, register, clock());
  if (command === 'list') {
    for (const address of listed) console.log(line(address));
    console.log(summary(listed));
    if (!needsProof(register.portal)) console.log('This is a demonstration: its mail leaves no machine, so every address is used as it is.');
  } else if (command === 'ask' && which) {
    const asked = listed.filter(({ address, desks }) => address === which.toLowerCase() || desks.some(({ agency }) => agency === which));
    for (const { address } of asked) await askNow(db, address, clock().toISOString());
    if (asked.length === 0) fail(`The register has no address and no agency "${which}". Run "npm run addresses" for the list.`);
    else console.log(`${asked.map(({ address }) => address).join(', ')}: a code is on its way.`);
  } else if (command === 'prove' && which) {
    if (!values.note?.trim()) fail('Write with --note who confirmed the address, and how. It is kept with the proof.');
    else if (await proveByOperator({ db, register: () => Promise.resolve(register), clock }, which, values.note.trim()))
      console.log(`${which}: proved.`);
    else fail(`The register has no address "${which}". Correct the charter first.`);
  } else {
    fail(usage, 2);
  }
} finally {
  await db.destroy();
}

function fail(message: string, code = 1): void {
  console.error(message);
  process.exitCode = code;
}

function line({ address, desks, state, provedAt, provedBy, proofEnds, askedAt, bouncedAt, note }: ListedAddress): string {
  const facts = [
    provedAt && `proved ${day(provedAt)}${provedBy === 'operator' ? ' by the operator' : ''}, ends ${day(proofEnds ?? provedAt)}`,
    askedAt && `asked ${day(askedAt)}`,
    bouncedAt && `came back ${day(bouncedAt)}`,
    note && `note: ${note}`,
  ];
  const places = [...new Set(desks.map(({ agency, roles }) => `${agency} (${roles.join(', ')})`))].join('; ');
  return `${state.padEnd(9)} ${address}  ${places}${facts.some(Boolean) ? `  ${facts.filter(Boolean).join(', ')}` : ''}`;
}

function summary(listed: ListedAddress[]): string {
  const counts = new Map<string, number>();
  for (const { state } of listed) counts.set(state, (counts.get(state) ?? 0) + 1);
  return `${listed.length} addresses: ${[...counts].map(([state, count]) => `${count} ${state}`).join(', ')}`;
}

function day(at: string): string {
  return at.slice(0, 10);
}
