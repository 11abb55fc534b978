import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const folder = resolve(import.meta.dirname, '..', '..', '..', 'deploy', 'hosts');
const template = (name: string): string => readFileSync(join(folder, `${name}-charter-check.yml`), 'utf8');

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}
const stepsOf = (name: string): Step[] => parse(template(name)).jobs.check.steps;

it.each(['github', 'forgejo'])('the workflow for %s runs what is published, never what is proposed', (name) => {
  expect(Object.keys(parse(template(name)).on)).toEqual(['pull_request_target']);
  for (const { uses, run, with: given = {} } of stepsOf(name)) {
    if (uses?.startsWith('actions/checkout')) expect(given).not.toHaveProperty('ref');
    // What the author chose would be run, where it is written into a script.
    expect(run ?? '').not.toContain('${{');
    expect(run ?? '').not.toMatch(/\bgit\b.* (?:checkout|switch|merge|reset|pull) /);
    for (const line of (run ?? '').split('\n').filter((text) => text.includes('npm ci')))
      expect(line).toContain('--ignore-scripts');
  }
});

it('the workflow for GitHub may read, and keeps its token out of the clone', () => {
  const workflow = parse(template('github'));
  expect(workflow.permissions).toEqual({ contents: 'read' });
  expect(template('github')).not.toContain('secrets.');
  expect(stepsOf('github')[0]?.with).toMatchObject({ 'persist-credentials': false, 'fetch-depth': 0 });
});

it('the job for GitLab checks nothing out, and leaves no token where code of packages runs', () => {
  const { variables, script } = parse(template('gitlab'))['charter-check'];
  expect(variables.GIT_STRATEGY).toBe('none');
  const lines: string[] = script;
  const forgotten = lines.findIndex((line) => line.includes('remote remove origin'));
  expect(forgotten).toBeGreaterThan(-1);
  expect(lines.findIndex((line) => line.includes('npm ci'))).toBeGreaterThan(forgotten);
});
