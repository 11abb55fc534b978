/** What a build is for. It is fixed when the site is built, because prerendered forms depend on it. */
export interface Deployment {
  target: 'node' | 'netlify';
  /** Who takes complaints in: the portal itself, or Netlify Forms where there is no database to keep them in. */
  forms: 'portal' | 'netlify';
}

/** Page that a citizen sees after Netlify Forms took the complaint; it must be a static file. */
export const SENT_PATH = '/complaint-sent/';
/** Page that stands in for the case pages where no case is kept. */
export const BY_MAIL_PATH = '/complaints-by-mail/';

/**
 * Reads what to build for from DEPLOY_TARGET; on Netlify a database is what tells the two ways of taking complaints
 * apart.
 */
export function readDeployment(env: Record<string, string | undefined>): Deployment {
  const target = env.DEPLOY_TARGET === 'netlify' ? 'netlify' : 'node';
  return { target, forms: target === 'netlify' && !databaseUrl(env) ? 'netlify' : 'portal' };
}

/** One sentence for whoever builds: where what people send goes, and what to do where it would go nowhere. */
export function deploymentNotice({ target, forms }: Deployment): string {
  if (target === 'node')
    return 'The files in dist/client/ are only a part of the portal, and on hosting for static files alone its forms post into nothing: run it with npm start, or build with DEPLOY_TARGET=netlify (src/docs/deploy.md).';
  return forms === 'netlify'
    ? 'Complaints go through Netlify Forms and are passed on by e-mail: no DATABASE_URL is set, so no case is kept.'
    : 'Complaints are kept in the database; a scheduled function sends what waits every five minutes.';
}

/** The address of the PostgreSQL database; Netlify's own names it by a variable of its own. */
export function databaseUrl(env: Record<string, string | undefined>): string | undefined {
  return env.DATABASE_URL || env.NETLIFY_DATABASE_URL || undefined;
}
