import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHistory } from '../../src/history/read-history.ts';
import { beginRepository, type BegunRepository } from '../../src/own-content/begin-repository.ts';
import { loadRegister } from '../../src/register/load.ts';
import { readOfficerList } from '../../src/register/officer-list.ts';
import type { Register } from '../../src/register/register.ts';
import { CONTENT_SCHEMA } from '../../src/schemas/portal.ts';
import { loadVocabulary } from '../../src/search/load-vocabulary.ts';
import { shippedContentDir as contentDir, shippedEntries } from '../register/shipped-content.ts';

const repoDir = resolve(import.meta.dirname, '..', '..');
const start = { repoDir, shipped: { contentDir, entries: await shippedEntries() }, interfaceLanguages: ['en', 'sw'] };
let parent: string;
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'opencharter-begin-'));
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

describe('the repository of a new portal', () => {
  let begun: BegunRepository;
  let register: Register;
  beforeAll(async () => {
    begun = await beginRepository({ ...start, folder: join(parent, 'mine'), countries: ['ke', 'ng'] });
    register = await loadRegister(join(begun.folder, 'content'));
  }, 60_000);

  it('is valid content of the countries chosen, with the bodies that their ladders name and a sample to edit', () => {
    expect([...register.jurisdictions.keys()].sort()).toEqual(['ke', 'ng']);
    expect([...register.agencies.keys()].sort()).toEqual(
      ['caj-ombudsman', 'eacc', 'efcc', 'example-office', 'icpc', 'nhrc', 'pcc', 'servicom'].sort(),
    );
    expect(register.agencies.get('example-office')).toMatchObject({
      data: { jurisdiction: 'ke', contacts: [{ emails: ['complaints@example-office.example'] }] },
      services: [{ id: 'market-stall-licence', data: { fees: [{ currency: 'KES' }] } }],
    });
    expect([...register.emergencies.keys(), ...register.places.keys()].sort()).toEqual(['ke', 'ke', 'ng', 'ng']);
  });

  it('says whose it is in plain words, sends no mail yet, and speaks the languages of its countries', () => {
    expect(register.portal).toMatchObject({
      schema: CONTENT_SCHEMA,
      name: 'Service charters of Kenya, Nigeria',
      publisherKind: 'demonstration',
      languages: [
        { code: 'en', name: 'English', territory: 'KE' },
        { code: 'sw', name: 'Kiswahili', territory: 'KE' },
      ],
    });
  });

  it('tells what stayed behind, and takes a reference to a body out without touching the lines around', () => {
    expect(begun.leftOut.map(({ file }) => file).sort()).toEqual([
      'content/common-problems/ke.yaml',
      'content/common-problems/ng.yaml',
      'content/finder/ke.yaml',
      'content/finder/ng.yaml',
    ]);
    expect(begun.takenOut).toContainEqual({
      file: 'content/charters/efcc.mdx',
      field: 'notHandled.1.agency',
      value: 'cbn',
    });
    const lines = (folder: string): string[] =>
      readFileSync(join(folder, 'content/charters/efcc.mdx'), 'utf8').split('\n');
    const [shipped, mine] = [lines(repoDir), lines(begun.folder)];
    expect(shipped.filter((line) => !mine.includes(line))).toHaveLength(1);
  });

  it('has a list of officers, words of the search, and one commit that the history begins with', async () => {
    const officers = readFileSync(join(begun.folder, 'content/officers.yaml'), 'utf8');
    expect(readOfficerList('content/officers.yaml', officers).officers).toMatchObject([
      { agencies: ['example-office'], sample: true },
    ]);
    await expect(loadVocabulary(join(begun.folder, 'content'))).resolves.toBeDefined();
    expect(execFileSync('git', ['-C', begun.folder, 'status', '--porcelain'], { encoding: 'utf8' })).toBe('');
    expect(await readHistory(join(begun.folder, 'content'))).toMatchObject({ state: 'available' });
  });
});

it.each(['gh', 'in', 'ph', 'tz'])('a portal of %s alone is valid too', async (country) => {
  const { folder } = await beginRepository({ ...start, folder: join(parent, country), countries: [country] });
  expect((await loadRegister(join(folder, 'content'))).jurisdictions.has(country)).toBe(true);
});

describe('a new portal is refused', () => {
  const begin = (folder: string, countries = ['ng']) => beginRepository({ ...start, folder, countries });

  it('in a folder that is not empty, which stays as it was', async () => {
    const folder = join(parent, 'full');
    mkdirSync(folder);
    writeFileSync(join(folder, 'letter.txt'), 'mine');
    await expect(begin(folder)).rejects.toThrow('is not empty, and nothing in it was touched');
    expect(readdirSync(folder)).toEqual(['letter.txt']);
  });

  it('in the folder of the code, whose updates it would stand in the way of', async () => {
    await expect(begin(join(repoDir, 'my-charters'))).rejects.toThrow('Name one beside it, for example ../my-charters');
  });

  it('for a country that is not there, with those that are, and leaves nothing behind', async () => {
    await expect(begin(join(parent, 'nowhere'), ['zz'])).rejects.toThrow(/no country "zz".*ng \(Nigeria\)/);
    expect(existsSync(join(parent, 'nowhere'))).toBe(false);
  });
});
