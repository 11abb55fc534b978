import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createCms, type Cms, type CmsOptions } from '../../src/cms/create-cms.ts';
import { openDatabase } from '../../src/database/open-database.ts';
import type { Database } from '../../src/database/tables.ts';
import { startGitBeside } from '../../src/lib/git.ts';
import { describeChange } from '../../src/history/in-words/describe-change.ts';
import { deskUrls } from '../../src/site/desk-urls.ts';
import { loadRegister } from '../../src/register/load.ts';
import { officer } from '../../src/schemas/officer.ts';

/* A small portal in a git repository of its own: two agencies, a service each, and officers for both. */

export const SERVICE = 'content/services/inec/party-registration.yaml';
export const CHARTER = 'content/charters/inec.mdx';

const charterOf = (name: string, acronym: string): string => `---
name: ${name}
acronym: ${acronym}
type: commission
jurisdiction: ng
summary: "Where you go: to be served"
evidence: { sources: [s1], verification: official }
contacts:
  - id: help-desk
    roles: [complaint, general]
    title: Help desk
    evidence: { sources: [s1], verification: official }
sources:
  - id: s1
    title: ${acronym} website
    kind: official
  - id: s2
    title: ${acronym} charter
    kind: official-document
---

<Callout tone="note">Bring [this](https://example.org) along.</Callout>
`;

const files: Record<string, string> = {
  'content/portal/portal.yaml': `name: Test portal
publisher: Testers
publisherKind: demonstration
operatorEmail: operator@portal.example
senderEmail: portal@portal.example
about: A portal for tests.
`,
  'content/jurisdictions/ng.yaml': `name: Nigeria
code: NG
languages: [en]
currency: NGN
currencySymbol: "₦"
timeZone: Africa/Lagos
callingCode: "+234"
summary: Federal republic.
calendar: { weekend: [saturday, sunday], rules: [] }
oversightLadder: []
antiCorruption: []
sources:
  - { id: s1, title: Gazette, kind: law }
`,
  'content/topics/elections.yaml': 'name: Elections\nsummary: Voting and parties.\n',
  [CHARTER]: charterOf('Independent National Electoral Commission', 'INEC'),
  'content/charters/npc.mdx': charterOf('National Population Commission', 'NPC'),
  [SERVICE]: `# Checked against the Act.
name: Registration of a political party
summary: >-
  Register an association as a party,
  in the form the Act asks for.
order: 20
audience: [organisations]
fees:
  - kind: fixed
    label: 'Application'   # non-refundable
    amount: 1000000
    currency: NGN
    evidence: { sources: [s1], asOf: "2022", verification: official }
    conflicting: []
  - { kind: not-stated, label: Certified copies, evidence: { sources: [s2], verification: official-document } }
processingTimes:
  - kind: fixed
    max: 60
    unit: days
    evidence: { sources: [s1], asOf: 2022-02-25, verification: law }

topics: [elections]
evidence: { sources: [s1, s2], verification: official }
`,
  'content/services/npc/birth-certificate.yaml': `name: Birth certificate
fees:
  - { kind: free, evidence: { sources: [s1], verification: official } }
processingTimes:
  - { kind: not-stated, evidence: { sources: [s1], verification: official } }
evidence: { sources: [s1], verification: official }
`,
  'content/notices/npc-closed.yaml': `title: Office closed
text: The office in Abuja is closed.
agency: npc
publishedOn: 2026-01-02
evidence: { sources: [s1], verification: official }
`,
  'content/officers.yaml': `officers:
  - { name: Sample officer, email: sample@desk.example, agencies: [inec], sample: true }
  - { name: Amina Bello, email: amina@inec.example, agencies: [inec] }
  - { name: Chidi Obi, email: chidi@inec.example, agencies: [inec] }
  - { name: Dayo Ade, email: dayo@inec.example, agencies: [inec], mayPublish: false }
  - { name: Efe Okoro, email: efe@npc.example, agencies: [npc] }
`,
};

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** A portal under test: its repository, its CMS, and what the CMS sent and reported. */
export interface Portal {
  dir: string;
  cms: Cms;
  /** Another CMS on the same folders, as after a restart. */
  restarted(): Cms;
  /** The database of the CMS. */
  db(): Promise<Database>;
  mails: Mail[];
  published: string[][];
  /** What the CMS logged. */
  events: object[];
  /** Moves the clock of the CMS forward. */
  later(minutes: number): void;
  git(...args: string[]): string;
  read(path: string): string;
  write(path: string, text: string): void;
  remove(): void;
}

/** One of its officers, as the list of officers is read. */
export const AMINA = officer.parse({ name: 'Amina Bello', email: 'amina@inec.example', agencies: ['inec'] });

export const SITE = 'https://portal.example';

export function makePortal(overrides: Partial<CmsOptions> = {}): Portal {
  startGitBeside();
  const dir = mkdtempSync(join(tmpdir(), 'cms-test-'));
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: dir, env, encoding: 'utf8' }).trim();
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('-c', 'user.name=Founder', '-c', 'user.email=founder@portal.example', 'commit', '-q', '-m', 'Begin');
  const mails: Mail[] = [];
  const published: string[][] = [];
  const events: object[] = [];
  let minutes = 0;
  let db: Promise<Database> | undefined;
  const options: CmsOptions = {
    repoDir: dir,
    officersFile: join(dir, 'content/officers.yaml'),
    db: () => (db ??= openDatabase(join(dir, '.git', 'data', 'cases.sqlite'))),
    log: (event) => events.push(event),
    secret: 'a secret for tests',
    demo: false,
    clock: () => new Date(Date.UTC(2026, 10, 2, 9, minutes)),
    sendMail: async (mail) => void mails.push(mail),
    siteUrl: SITE,
    onPublished: (paths) => published.push(paths),
    register: () => loadRegister(join(dir, 'content')),
    inWords: async (files, language) => describeChange(files, language, await loadRegister(join(dir, 'content'))),
    deskAddress: (language) => `${SITE}${deskUrls.home(language)}`,
    reviewAddress: (language, draft) => `${SITE}${deskUrls.review(language, draft)}`,
    // Pages are built at once.
    render: (path, { agencies }) =>
      Promise.resolve(
        `<html><head><title>${path}</title></head><body><header></header>${JSON.stringify(agencies.get('inec')?.services)}</body></html>`,
      ),
    edition: () => ({ commit: git('rev-parse', 'HEAD') }),
    ...overrides,
  };
  return {
    dir,
    cms: createCms(options),
    restarted: () => createCms(options),
    db: options.db,
    mails,
    published,
    events,
    later: (by) => {
      minutes += by;
    },
    git,
    read: (path) => readFileSync(join(dir, path), 'utf8'),
    write,
    remove: () => {
      void db?.then((opened) => opened.destroy());
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
