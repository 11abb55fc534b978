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
declare module 'decap-cms-widget-boolean' {
  export const DecapCmsWidgetBoolean: { Widget(): object };
}
declare module 'decap-cms-widget-list' {
  export const DecapCmsWidgetList: { Widget(options?: object): object; controlComponent: unknown };
}
declare module 'decap-cms-widget-number' {
  export const DecapCmsWidgetNumber: { Widget(): object };
}
declare module 'decap-cms-widget-object' {
  export const DecapCmsWidgetObject: { Widget(): object };
}
declare module 'decap-cms-widget-select' {
  export const DecapCmsWidgetSelect: { Widget(): object };
}
declare module 'decap-cms-widget-string' {
  export const DecapCmsWidgetString: { Widget(): object };
}
declare module 'decap-cms-widget-text' {
  export const DecapCmsWidgetText: { Widget(): object };
}
