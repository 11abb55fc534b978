import { createGuard } from '../cases/abuse/guard.ts';
import { createCases, type Cases } from '../cases/cases.ts';
import type { Register } from '../register/register.ts';
import { databaseUrl } from './deployment.ts';
import { log } from './log.ts';
import { readNetlifySettings } from './settings.ts';

let opening: Promise<Cases> | undefined;

/**
 * Opens the case pipeline on the database, once for each running function. It is not started: a function sleeps between
 * requests, so a request that saves something drains the outbox itself, and a scheduled function does the rest.
 */
export function openCases(register: () => Promise<Register>): Promise<Cases> {
  opening ??= open(register).catch((error: unknown) => {
    // The database may be back for the next request.
    opening = undefined;
    throw error;
  });
  return opening;
}

async function open(register: () => Promise<Register>): Promise<Cases> {
  const location = databaseUrl(process.env);
  if (!location)
    throw new Error(
      'This site was built with a database, but neither DATABASE_URL nor NETLIFY_DATABASE_URL is set for its functions.',
    );
  const { siteUrl, secret, mail } = readNetlifySettings(process.env);
  const clock = (): Date => new Date();
  // Counted in each running function for itself: a flood that Netlify spreads over many is slowed by as many times
  // less.
  return createCases({
    databaseFile: location,
    register,
    mail,
    siteUrl,
    secret,
    clock,
    log,
    guard: createGuard({ secret, clock }),
  });
}
