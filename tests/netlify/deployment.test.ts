import { expect, test } from 'vitest';
import { deploymentNotice, readDeployment } from '../../src/netlify/deployment.ts';

test('a build for a server says that its files alone take nothing in, and what to do', () => {
  const notice = deploymentNotice(readDeployment({ DATABASE_URL: 'postgres://db/cases' }));
  expect(notice).toContain('on hosting for static files alone its forms post into nothing');
  expect(notice).toContain('npm start');
  expect(notice).toContain('DEPLOY_TARGET=netlify');
});

test('a build for Netlify says who takes complaints in', () => {
  expect(deploymentNotice(readDeployment({ DEPLOY_TARGET: 'netlify' }))).toContain('no DATABASE_URL is set');
  for (const name of ['DATABASE_URL', 'NETLIFY_DATABASE_URL'])
    expect(deploymentNotice(readDeployment({ DEPLOY_TARGET: 'netlify', [name]: 'postgres://db/cases' }))).toContain(
      'kept in the database',
    );
});

test('a build of files alone takes nothing in, whatever database is set', () => {
  const deployment = readDeployment({ DEPLOY_TARGET: 'static', DATABASE_URL: 'postgres://db/cases' });
  expect(deployment).toEqual({ target: 'static', forms: 'nobody' });
  expect(deploymentNotice(deployment)).toContain('takes nothing in');
});
