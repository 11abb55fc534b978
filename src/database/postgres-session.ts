import pg from 'pg';

/** A connection to PostgreSQL of its own: what belongs to it, such as a lock, ends when it does. */
export interface PostgresSession {
  /** Runs a statement and gives its rows. Rejects within seconds where the line is broken, and ends the session then. */
  run(statement: string, values?: unknown[]): Promise<unknown[]>;
  /** False once it has broken or was closed. */
  isOpen(): boolean;
  close(): Promise<void>;
}

const PATIENCE_MS = 5000;
/**
 * A machine that went away without a word is noticed by the server after half a minute, where it would hold its locks
 * for two hours otherwise (postgresql.org/docs/current/runtime-config-connection.html).
 */
const WATCHED = 'set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 4';

/** Opens a session that hears what is told on a channel; `heard` is called for that, and when it has ended. */
export async function openSession(url: string, channel: string, heard: () => void): Promise<PostgresSession> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    keepAlive: true,
    application_name: 'opencharter editions',
  });
  let open = true;
  const end = (): void => {
    if (!open) return;
    open = false;
    heard();
  };
  client.on('error', end);
  client.on('end', end);
  client.on('notification', heard);
  const close = async (): Promise<void> => {
    end();
    await client.end().catch(() => undefined);
  };
  const run: PostgresSession['run'] = async (statement, values) => {
    try {
      return (await client.query<object>(statement, values)).rows;
    } catch (error) {
      // What became of it is not known, so nothing may be built on this line any more.
      await close();
      throw error;
    }
  };
  try {
    await client.connect();
  } catch (error) {
    await close();
    throw error;
  }
  await run(WATCHED);
  await run(`listen ${client.escapeIdentifier(channel)}`);
  return { run, isOpen: () => open, close };
}
