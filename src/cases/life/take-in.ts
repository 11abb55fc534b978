/** Names under which the functions of a deployment know the intake; it is one for every kind. */
export { kindOf } from '../check-form.ts';
export { takeIn as takeInKind } from '../intake.ts';
