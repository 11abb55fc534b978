/* Decap's own check of a configuration. Of the fields only their names and labels are its matter: the controls are ours. */
export { validateConfig } from 'decap-cms-core/dist/esm/constants/configSchema';
