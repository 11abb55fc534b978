import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { shareCompiledApp } from '../shared-app.ts';

const repo = resolve(import.meta.dirname, '..', '..');

/**
 * Makes a copy of the working tree with a small country in place of the content, as a repository of its own. Gives its
 * folder.
 */
export function smallCountry(): string {
  const dir = mkdtempSync(join(tmpdir(), 'opencharter-deploy-'));
  copySources(dir);
  writeSmallContent(join(dir, 'content'));
  execFileSync('git', ['init', '--quiet', dir]);
  execFileSync('git', ['-C', dir, 'add', '--all']);
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@opencharter.example'];
  execFileSync('git', ['-C', dir, ...identity, 'commit', '--quiet', '--message', 'A small country']);
  return dir;
}

function copySources(dir: string): void {
  const listed = execFileSync('git', ['-C', repo, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  const wanted =
    /^(?:(?:src|public|admin|content\/search)\/|content\/officers\.yaml$|package(?:-lock)?\.json$|astro\.config\.mjs$|tsconfig\.json$|\.gitignore$)/;
  for (const file of listed.split('\0').filter((path) => wanted.test(path) && existsSync(join(repo, path)))) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    cpSync(join(repo, file), join(dir, file), { errorOnExist: false });
  }
  symlinkSync(join(repo, 'node_modules'), join(dir, 'node_modules'), 'dir');
  shareCompiledApp(dir);
}

/** Writes the content of the small country into a folder: one body with one service. */
export function writeSmallContent(content: string): void {
  cpSync(join(repo, 'tests', 'register', 'fixtures', 'sound', 'content'), content, { recursive: true });
  const edit = (path: string, change: (text: string) => string): void => {
    const file = join(content, path);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  };
  // The guides shipped say what holds for each kind of portal.
  for (const guide of ['about', 'privacy'])
    cpSync(join(repo, 'content', 'guides', `${guide}.mdx`), join(content, 'guides', `${guide}.mdx`));
  edit('portal/portal.yaml', (text) => text.replace('demonstration', 'government'));
  const sourced = '{ sources: [s1], verification: official }';
  const limit = `section: '9', wordingRead: true, evidence: ${sourced}`;
  edit(
    'jurisdictions/xx.yaml',
    (text) =>
      `${text.trimEnd()}
informationLaw:
  name: Information Act
  summary: Anybody may ask.
  whoMayAsk: { text: Anybody., evidence: ${sourced} }
  answer: { limit: { max: 21, unit: days }, ${limit} }
  fee: { text: Nothing., evidence: ${sourced} }
  silence: { text: It counts as a refusal., evidence: ${sourced} }
  remedies: [{ kind: court, forum: The court, runsFrom: [refusal, silence], ${limit} }]
  exemptions: []
  offences: []
  annualReport: { dueOn: 06-30, to: The court, ${limit} }
`,
  );
  edit('charters/water.mdx', (text) =>
    text.replace(
      /\n---\n*$/,
      `
contacts:
  - id: desk
    roles: [complaint]
    title: Complaints desk
    emails: [complaints@water.example]
    evidence: { sources: [s1], verification: official }
---
`,
    ),
  );
}
