/**
 * Says whether an error means that a unique value was already taken (SQLITE_CONSTRAINT_UNIQUE, _PRIMARYKEY; PostgreSQL
 * 23505).
 */
export function isUniqueViolation(error: unknown): boolean {
  const { errcode, code } = error as { errcode?: number; code?: string };
  return errcode === 2067 || errcode === 1555 || code === '23505';
}
