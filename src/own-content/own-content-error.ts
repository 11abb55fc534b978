/** Why content cannot be begun or migrated; says what to do. Nothing was written then. */
export class OwnContentError extends Error {}
