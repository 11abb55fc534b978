/* Decap's packages bring no types that fit; what the desk uses of them is described in decap.ts. */
declare module 'decap-cms-locales' {
  export const en: object;
}
declare module 'decap-cms-backend-proxy' {
  export const ProxyBackend: unknown;
}
declare module 'decap-cms-backend-github' {
  export const GitHubBackend: unknown;
}
declare module 'decap-cms-backend-gitlab' {
  export const GitLabBackend: unknown;
}
declare module 'decap-cms-backend-forgejo' {
  export const ForgejoBackend: unknown;
}
