import { format, stripVTControlCharacters } from 'node:util';

/** A stack trace tells where in a few lines. */
const TEXT_LENGTH_MAX = 2000;
const levels = ['debug', 'info', 'log', 'warn', 'error'] as const;

/**
 * Turns what parts of others write on the console (warnings and stack traces of the framework) into events, so that
 * each line of the log is one JSON object. What stands behind a question mark in an address goes: it may hold a secret.
 * Gives a function that ends it.
 */
export function consoleToEvents(log: (event: object) => void): () => void {
  const before = levels.map((level) => [level, console[level]] as const);
  for (const level of levels) {
    console[level] = (...given: unknown[]) => {
      const text = stripVTControlCharacters(format(...given)).trim();
      if (text) log({ event: 'console', level, text: text.replace(/\?[^\s"')]*/g, '?…').slice(0, TEXT_LENGTH_MAX) });
    };
  }
  const warned = (warning: Error): void =>
    log({ event: 'console', level: 'warn', text: `${warning.name}: ${warning.message}`.slice(0, TEXT_LENGTH_MAX) });
  process.on('warning', warned);
  return () => {
    for (const [level, write] of before) console[level] = write;
    process.off('warning', warned);
  };
}
