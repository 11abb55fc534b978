/** Who takes complaints in on Netlify: the portal itself, or Netlify Forms where there is no database to keep them in. */
export type NetlifyForms = 'portal' | 'netlify';

/** What a build is for. It is fixed when the site is built, because its pages with forms depend on it. */
export type Deployment =
  | { target: 'node'; forms: 'portal' }
  | { target: 'netlify'; forms: NetlifyForms }
  /** Files alone, on a host that runs nothing. */
  | { target: 'static'; forms: 'nobody' };

/** Page that a citizen sees after Netlify Forms took the complaint; it must be a static file. */
export const SENT_PATH = '/complaint-sent/';
/** Page that stands in for the case pages where no case is kept. */
export const BY_MAIL_PATH = '/complaints-by-mail/';

/**
 * Reads what to build for from DEPLOY_TARGET; on Netlify a database is what tells the two ways of taking complaints
 * apart.
 */
export function readDeployment(env: Record<string, string | undefined>): Deployment {
  if (env.DEPLOY_TARGET === 'static') return { target: 'static', forms: 'nobody' };
  if (env.DEPLOY_TARGET !== 'netlify') return { target: 'node', forms: 'portal' };
  return { target: 'netlify', forms: databaseUrl(env) ? 'portal' : 'netlify' };
}

/** One sentence for whoever builds: where what people send goes, and what to do where it would go nowhere. */
export function deploymentNotice({ target, forms }: Deployment): string {
  if (target === 'node')
    return 'dist/ holds what our own server sends, and on hosting for static files alone its forms post into nothing: run it with npm start, or build with DEPLOY_TARGET=netlify or DEPLOY_TARGET=static (src/docs/deploy.md).';
  if (target === 'static')
    return 'The files in dist/ are the whole portal, for any host of files. It takes nothing in: citizens write mails and letters of their own.';
  return forms === 'netlify'
    ? 'Complaints go through Netlify Forms and are passed on by e-mail: no DATABASE_URL is set, so no case is kept.'
    : 'Complaints are kept in the database; a scheduled function sends what waits every five minutes.';
}

/** The address of the PostgreSQL database; Netlify's own names it by a variable of its own. */
export function databaseUrl(env: Record<string, string | undefined>): string | undefined {
  return env.DATABASE_URL || env.NETLIFY_DATABASE_URL || undefined;
}
