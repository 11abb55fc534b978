/**
 * How long a test waits for what is about to happen, where the waiting is not Vitest's own (see vitest.config.ts). No
 * measure of speed: it is met only where something hangs, on a machine many times slower too.
 */
export const PATIENCE_MS = 240_000;
